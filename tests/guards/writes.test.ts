/** What is sent to be written is refused with an answer, whoever sends whatever: never a failure of the server's own. */

import { organisationsAfter } from "db/organisations/queries.ts";
import fc from "fast-check";
import type { RouteOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Reply, type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let steward: SignedIn;
let slug = "";

const WRITES = ["POST", "PUT", "PATCH", "DELETE"] as const;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const [organisation] = await organisationsAfter(app.app.db.queries, ["africa"], 0, 1);
  slug = organisation?.slug ?? "";
  steward = await signedIn(app, {
    roles: [{ role: "steward", region: null }],
    memberships: [{ organisationId: organisation?.id ?? 0, role: "owner" }],
  });
});
afterAll(() => app.close());

interface Write {
  method: (typeof WRITES)[number];
  url: string;
  who: string;
}

const writes = (): Write[] =>
  app.app.routes.flatMap((route: RouteOptions) =>
    [route.method].flat().flatMap((method) => {
      const known = WRITES.find((one) => one === method);
      return known ? [{ method: known, url: route.url, who: String(route.config?.who) }] : [];
    }),
  );

const addressOf = (url: string, id: string) =>
  url
    .replace(":language", "en")
    .replace(":region", "africa")
    .replace(":slug", slug)
    .replace(":iso2", "ke")
    .replace(/:\w+/g, encodeURIComponent(id));

function send(
  { method, url }: Write,
  id: string,
  content: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const address = addressOf(url, id);
  if (url.startsWith("/api/"))
    return app.send(method, address, content, headers) as unknown as Promise<Reply>;
  const fields = typeof content === "object" && content !== null ? content : {};
  return app.post(
    address,
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    headers,
  );
}

test("a visitor is refused wherever a person is asked for", async () => {
  for (const write of writes().filter(({ who }) => who !== "anyone" && who !== "operator")) {
    const { status } = await send(write, "1", {}, {});
    expect([401, 404], `${write.method} ${write.url} as ${write.who}`).toContain(status);
  }
});

const ids = fc.constantFrom("1", "0", "-1", "999999999", "99999999999999999999", "x", "%00", "../..", "é");
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "",
    "on",
    "1",
    "\u202Egnp.exe",
    "a".repeat(5000),
    "2026-02-31",
    "https://x.example",
    "a@b.example",
    "\0",
    "__proto__",
  ),
);
const bodies = fc.oneof(
  fc.dictionary(
    fc.constantFrom(
      "name",
      "email",
      "version",
      "handle",
      "reason",
      "role",
      "status",
      "decision",
      "__proto__",
      "activities.0.title",
      "activities.9999.title",
    ),
    texts,
  ),
  fc.dictionary(texts, texts, { maxKeys: 5 }),
);

test("nobody's words make the server fail", async () => {
  const all = writes().filter(({ url }) => !url.endsWith("/sign-out"));
  const faults: string[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      ids,
      bodies,
      fc.boolean(),
      async (write, id, body, isSteward) => {
        const headers = isSteward ? steward.as : {};
        const content = isSteward ? { ...body, csrf: steward.csrf } : body;
        const reply = await send(write, id, content, headers);
        if (reply.status >= 500)
          faults.push(`${write.method} ${write.url} ${reply.status}: ${JSON.stringify(body)}`);
      },
    ),
    { numRuns: Math.max(200, all.length * 6) },
  );
  expect(faults).toEqual([]);
});
