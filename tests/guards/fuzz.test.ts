/** Random requests, made from the description of the data itself, find no failure of the server's own. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

interface Parameter {
  name: string;
  in: "path" | "query";
  schema: { type?: string; enum?: unknown[]; items?: Parameter["schema"]; anyOf?: Parameter["schema"][] };
}

let app: TestApp;
let operations: { path: string; parameters: Parameter[] }[];

async function statusOf(path: string, headers?: Record<string, string>): Promise<number> {
  return (await app.get(path, headers)).status;
}

beforeAll(async () => {
  // Its tables of letters take seconds to make, in which a server could not answer.
  fc.sample(
    fc.tuple(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme-ascii" }),
    ),
    1,
  );
  app = await testApp();
  const { body } = await app.json<{ paths: Record<string, { get?: { parameters?: Parameter[] } }> }>(
    "/api/openapi.json",
  );
  operations = Object.entries(body.paths).map(([path, { get }]) => ({
    path,
    parameters: get?.parameters ?? [],
  }));
});
afterAll(() => app.close());

/** Values that fit, that nearly fit, and any text at all. */
function textFor({ schema }: Parameter): fc.Arbitrary<string> {
  const known = [...(schema.enum ?? []), ...(schema.items?.enum ?? [])].map(String);
  const edges = [
    "",
    "0",
    "-1",
    "1e999",
    "2026",
    "2026-02-30",
    "9".repeat(30),
    "null",
    "[]",
    "KE",
    "ke",
    "\0",
    "%",
    "_",
    "'",
    "\\",
  ];
  return fc.oneof(
    fc.constantFrom(...edges, ...known),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.integer().map(String),
    fc.base64String({ maxLength: 60 }).map((text) => text.replace(/[+/=]/g, "_")),
  );
}

/** Bytes that are no UTF-8 are sent as they are. */
function encoded(text: string): string {
  return Buffer.from(text, "utf8").toString("hex").replace(/../g, "%$&");
}

function addressOf({ path, parameters }: (typeof operations)[number]): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const pairs = inQuery.map((parameter) => fc.array(textFor(parameter), { maxLength: 3 }));
  const places = inPath.map((parameter) =>
    parameter.name === "region" ? fc.constantFrom("africa", "south-east-asia", "x") : textFor(parameter),
  );
  return fc.tuple(fc.tuple(...places), fc.tuple(...pairs)).map(([parts, values]) => {
    const filled = inPath.reduce(
      (url, { name }, index) => url.replace(`{${name}}`, encoded(parts[index] ?? "")),
      path,
    );
    const query = inQuery.flatMap(({ name }, index) =>
      (values[index] ?? []).map((value) => `${name}=${encoded(value)}`),
    );
    return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
  });
}

/** The page beside an endpoint takes the same parameters. */
const pageOf = (address: string) => address.replace("/api/v1/regions/", "/fr/");

test("no request for data or for its page ends in a 5xx", { timeout: 60_000 }, async () => {
  for (const operation of operations) {
    await fc.assert(
      fc.asyncProperty(addressOf(operation), async (address) => {
        for (const one of [address, pageOf(address)]) {
          expect(await statusOf(one), one).toBeLessThan(500);
        }
      }),
      { numRuns: 60 },
    );
  }
});

test("no address at all ends in a 5xx", { timeout: 60_000 }, async () => {
  const part = fc.oneof(
    fc.constantFrom(
      "en",
      "ar",
      "api",
      "v1",
      "africa",
      "countries",
      "organisations",
      "KE",
      "..",
      ".",
      "%",
      "%00",
      "%2F",
    ),
    fc.string({ unit: "binary", maxLength: 12 }).map(encoded),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      expect(await statusOf(`/${parts.join("/")}`)).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test("no header that visitors choose ends in a 5xx", async () => {
  const value = fc
    .string({ unit: "grapheme-ascii", maxLength: 60 })
    .map((text) => text.replace(/[^\x21-\x7e]/g, ""));
  const names = ["accept-encoding", "accept-language", "if-none-match", "cookie", "accept"] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), value, async (name, text) => {
      for (const path of ["/", "/en/africa"])
        expect(await statusOf(path, { [name]: text })).toBeLessThan(500);
    }),
    { numRuns: 100 },
  );
});
