/** What nobody should send: answered with a page that helps or a problem that names the parameter, never with a 5xx. */
import type { RouteOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { allEndpoints } from "./contracts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

interface Problem {
  code: string;
  status: number;
  title: string;
  problems?: { parameter: string; message: string }[];
}

describe("an address where there is nothing", () => {
  test.each([
    "/xx",
    "/en/atlantis",
    "/en/africa/countries/zz",
    "/en/africa/nothing",
    "/en/africa/countries/brazil",
    `/en/africa/organisations/${"a".repeat(2_000)}`,
  ])("%s: a page that says so and shows a way on", async (path) => {
    const page = await app.page(path);
    expect(page.status).toBe(404);
    expect(page.document.querySelector("h1")?.textContent).toBeTruthy();
    expect(page.links("main a").length).toBeGreaterThan(0);
    expect(page.document.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
  });

  test("within a region its search is there, in the page's language", async () => {
    const page = await app.page("/ar/africa/nothing");
    expect(page.document.documentElement.lang).toBe("ar");
    const search = page.document.querySelector("form[role=search]");
    expect(search?.getAttribute("action")).toBe("/ar/africa/search");
  });

  test("data: a problem that says so", async () => {
    for (const path of [
      "/api/v1/nothing",
      "/api/v1/regions/atlantis/countries",
      "/api/v1/regions/africa/countries/zz",
    ]) {
      const { status, headers, body } = await app.json<Problem>(path);
      expect([status, body.status, body.code], path).toEqual([404, 404, "not-found"]);
      expect(headers["content-type"]).toMatch("application/problem+json");
    }
  });
});

/** A value that no parameter but a free text takes. */
const MALFORMED: Record<string, string> = {
  limit: "many",
  after: "§",
  country: "123",
  year: "soon",
  cycle: "x",
  month: "2026-13",
  when: "whenever",
  kind: "no such kind",
  sort: "sideways",
  map: "upside-down",
  member: "perhaps",
  specialization: "Not A Slug!",
  language: "not a language",
  region: "Not A Region!",
};

describe("a malformed parameter", () => {
  test("is named by data", async () => {
    for (const { path, query, method, who } of await allEndpoints()) {
      // Whoever may not read a list is not told what its parameters must be.
      if (who !== "anyone") continue;
      if (method !== "GET" || !app.app.routes.some(({ url }) => url === path) || /:(?!region)/.test(path))
        continue;
      for (const [name, value] of Object.entries(MALFORMED).filter(
        ([name]) => query && name in query.properties,
      )) {
        const address = `${path.replace(":region", "africa")}?${name}=${encodeURIComponent(value)}`;
        const { status, body } = await app.json<Problem>(address);
        expect([status, body.code], address).toEqual([400, "invalid"]);
        expect(
          body.problems?.map(({ parameter }) => parameter),
          address,
        ).toEqual([name]);
      }
    }
  });

  test.each(["1.5", "0x10", "1e1", "٢٠", "101", "0", "-1"])(
    "limit=%s is no number of items",
    async (limit) => {
      const { status, body } = await app.json<Problem>(
        `/api/v1/regions/africa/organisations?limit=${encodeURIComponent(limit)}`,
      );
      expect([status, body.problems?.map(({ parameter }) => parameter)]).toEqual([400, ["limit"]]);
    },
  );

  test("is noted on pages, beside the list as it is without it", async () => {
    const lists = ["countries", "organisations", "news", "events", "resources", "partners"].map(
      (room) => `/en/africa/${room}`,
    );
    for (const path of lists.filter(isServed)) {
      const plain = await app.page(path);
      const noted = await app.page(`${path}?limit=many`);
      expect(noted.status, path).toBe(200);
      expect(noted.text(".notice"), path).toContain("limit");
      expect(noted.links("main li a"), path).toEqual(plain.links("main li a"));
    }
  });
});

function isServed(path: string): boolean {
  const url = path.replace(/^\/en\/africa/, "/:language/:region");
  return app.app.routes.some((route: RouteOptions) => route.url === url);
}

const ODD_TEXTS: Record<string, string> = {
  "a NUL": "%00",
  "invalid UTF-8": "%ff%fe",
  "half a surrogate": "%ed%a0%80",
  "a percent sign": "%25",
  "a lone percent sign": "%",
  "an underscore": "_",
  quotes: "%27%22%27%27--",
  "a backslash": "%5c",
  "tsquery's own signs": "%26%7c!()%3a*%3c-%3e",
  markup: "%3Cscript%3Ealert(1)%3C/script%3E",
  "10,000 characters": "a".repeat(10_000),
  "3,333 words": "ab+".repeat(3_333),
  "an emoji": "%F0%9F%87%B0%F0%9F%87%AA",
  "right-to-left marks": "%E2%80%AE%E2%81%A6",
  "spaces alone": "+++",
};

describe("in a search, every text is just text", () => {
  test.each(Object.entries(ODD_TEXTS))("%s", async (_name, text) => {
    const searched = app.app.routes
      .filter(
        ({ url, method, config }) =>
          [method].flat().includes("GET") &&
          config?.who === "anyone" &&
          /\/(organisations|search|news|resources|events)$/.test(url),
      )
      .map(({ url }) => url.replace(":language", "ar").replace(":region", "africa"));
    for (const path of searched) {
      const reply = await app.get(`${path}?q=${text}`);
      expect(reply.status, `${path}?q=${text.slice(0, 30)}`).toBe(200);
      const { document } = parsePage(reply);
      expect(document.querySelectorAll("script:not([src]):not([type='application/ld+json'])").length).toBe(0);
    }
  });
});

test("the same key many times, keys without a value, and keys of objects do no harm", async () => {
  for (const query of [
    "country=KE&country=ke&country=UG",
    "q",
    "q&q&q=",
    "__proto__=1&constructor=2&toString=3",
    "&&&=&=x",
    "limit=5&limit=6",
  ]) {
    for (const path of [
      "/en/africa/countries",
      "/en/africa/organisations",
      "/api/v1/regions/africa/countries",
    ]) {
      const { status } = await app.get(`${path}?${query}`);
      expect([200, 400, 404], `${path}?${query}`).toContain(status);
    }
  }
});

test("a trailing slash and capitals lead to the one address", async () => {
  const slash = await app.get("/en/africa/countries/?map=csos");
  expect([slash.status, slash.headers.location]).toEqual([308, "/en/africa/countries?map=csos"]);
  expect((await app.get("//evil.example/")).headers.location).toBeUndefined();
});
