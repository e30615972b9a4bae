/** What the contracts promise is what is served: addresses, who may, the description, and every reply's shape. */
import { Validator } from "@seriousme/openapi-schema-validator";
import type { Endpoint } from "shared/endpoint.ts";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { allEndpoints } from "./contracts.ts";

const endpoints = await allEndpoints();
let app: TestApp;

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, unknown> }>>;
}
let description: OpenApi;

const routeOf = ({ path, method }: Endpoint) =>
  app.app.routes.find((route) => route.url === path && [route.method].flat().includes(method));

beforeAll(async () => {
  app = await testApp();
  description = (await app.json<OpenApi>("/api/openapi.json")).body;
});
afterAll(() => app.close());

test("every route says who may use it", () => {
  const silent = app.app.routes.filter(({ config }) => config?.who === undefined);
  expect(silent.map(({ url }) => url)).toEqual([]);
});

test("every endpoint is served, to whom its contract says", () => {
  const wrong = endpoints.filter((endpoint) => routeOf(endpoint)?.config?.who !== endpoint.who);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("every endpoint has a name of its own", () => {
  const ids = endpoints.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("the description of the data", () => {
  test("is a valid OpenAPI 3.1 document", async () => {
    const result = await new Validator().validate(structuredClone(description) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(description.openapi).toMatch(/^3\.1\./);
  });

  test("has every endpoint with its method, and nothing else", () => {
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
      ),
    );
    const promised = endpoints.map(
      ({ id, method, path }) => `${id} ${method} ${path.replace(/:(\w+)/g, "{$1}")}`,
    );
    expect(described.toSorted()).toEqual(promised.toSorted());
  });
});

/** Where to call an endpoint: lists of every region, and details of what their lists hold first and last. */
async function addressesOf(endpoint: Endpoint): Promise<string[]> {
  const regions = app.app.regions().map(({ slug }) => slug);
  const [list = "", rest = ""] = endpoint.path.split(/\/:(?!region)/);
  const lists = list.includes(":region") ? regions.map((slug) => list.replace(":region", slug)) : [list];
  if (rest === "")
    return lists.map((path) =>
      endpoint.query && "limit" in endpoint.query.properties ? `${path}?limit=100` : path,
    );
  const [key = "", ...below] = rest.split("/");
  const addresses = await Promise.all(lists.map((path) => detailsIn(path, key)));
  return addresses.flat().map((path) => [path, ...below].join("/"));
}

/** Lists that stand at another address than their details, and what a detail is called where it is no field. */
const THREADS = "/api/v1/regions/africa/boards/general/threads";
const listFor = (path: string) => (path === "/api/v1/threads" ? THREADS : path);
const fieldFor = (key: string) => (key === "board" ? "slug" : key);

async function detailsIn(list: string, key: string): Promise<string[]> {
  const { body } = await app.json<{ items: Record<string, string | number>[] }>(`${listFor(list)}?limit=100`);
  return [...body.items.slice(0, 3), ...body.items.slice(-2)].map(
    (item) => `${list}/${String(item[fieldFor(key)]).toLowerCase()}`,
  );
}

/** What the reply has beside what its schema knows: an undeclared field is a promise nobody meant to make. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const open =
    copy.type === "object" && copy.properties !== undefined && copy.additionalProperties === undefined;
  return open ? { ...copy, additionalProperties: false } : copy;
}

describe("every reply is as its contract says, with no field more", () => {
  const read = endpoints.filter(({ method, who }) => method === "GET" && who === "anyone");
  test.each(read.map((endpoint) => [endpoint.id, endpoint] as const))("%s", async (_id, endpoint) => {
    const schema = closed(endpoint.reply) as TSchema;
    // A search answers nothing without words.
    const addresses = endpoint.path.endsWith("/search")
      ? [`${endpoint.path.replace(":region", "africa")}?q=transparency`]
      : await addressesOf(endpoint);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      const { status, body } = await app.json<unknown>(address);
      expect(status, address).toBe(200);
      const errors = Value.Errors(schema, body).map(
        ({ instancePath, message }) => `${instancePath} ${message}`,
      );
      expect(errors, address).toEqual([]);
    }
  });
});

test("a list is read to its end by its cursor, with nothing twice", async () => {
  for (const endpoint of endpoints.filter(
    ({ query, who }) =>
      who === "anyone" && query && "after" in query.properties && "limit" in query.properties,
  )) {
    if (endpoint.path.endsWith("/search")) continue;
    const seen = new Set<string>();
    let total = 0;
    let next: string | null = "";
    while (next !== null) {
      const cursor: string = next === "" ? "" : `&after=${encodeURIComponent(next)}`;
      const path = endpoint.path
        .replace(":region", "africa")
        .replace(":board", "general")
        .replace(":id", "1");
      const address = `${path}?limit=7${cursor}`;
      const { body } = await app.json<{
        items: { id?: number; iso2?: string }[];
        total: number;
        next: string | null;
      }>(address);
      for (const item of body.items) {
        const key = String(item.id ?? item.iso2);
        expect(seen.has(key), `${address} brings ${key} again`).toBe(false);
        seen.add(key);
      }
      total = body.total;
      next = body.next;
    }
    expect(seen.size, endpoint.id).toBe(total);
  }
});
