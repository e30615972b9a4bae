/** Every reply, of whatever kind, carries the safety headers; public ones may be kept and asked for again. */
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Reply, type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
let kinds: Record<string, Reply>;

beforeAll(async () => {
  app = await testApp();
  const first = await app.get("/en/africa");
  kinds = {
    "a page": first,
    "a page from the cache": await app.get("/en/africa"),
    "a page that did not change": await app.get("/en/africa", { "if-none-match": first.headers.etag ?? "" }),
    "a page that is not there": await app.get("/en/africa/nothing-here"),
    "a refused parameter": await app.get("/api/v1/regions/africa/countries?limit=many"),
    "an address that cannot be read": await app.get("/en/%E0%A4%A"),
    "a reply of data": await app.get("/api/v1/regions"),
    "data that is not there": await app.get("/api/v1/regions/atlantis/countries"),
    "the description of the data": await app.get("/api/openapi.json"),
    styles: await app.get(app.app.assets.css),
    script: await app.get(app.app.assets.js),
    "the way in": await app.get("/"),
    "is it alive": await app.get("/healthz"),
    "what breaks": await broken(),
  };
});
afterAll(() => app.close());

/** A server whose database is gone: what is asked for the first time then fails. */
async function broken(): Promise<Reply> {
  const other = await testApp();
  await other.app.db.close();
  const reply = await other.get("/en/africa/countries?map=csos");
  await other.app.close();
  return reply;
}

const POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"].map(
    (name) => `${name} 'self'`,
  ),
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "manifest-src 'self'",
  "worker-src 'self'",
];

const SAFETY: Record<string, string | RegExp> = {
  "strict-transport-security": /max-age=\d{7,}/,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": /(?=.*camera=\(\))(?=.*geolocation=\(\))(?=.*microphone=\(\))/,
};

test("every kind of reply carries the safety headers", () => {
  for (const [kind, { headers }] of Object.entries(kinds)) {
    const policy = (headers["content-security-policy"] ?? "").split(";").map((part) => part.trim());
    expect(policy.toSorted(), kind).toEqual(POLICY.toSorted());
    for (const [name, value] of Object.entries(SAFETY)) {
      expect(headers[name] ?? "", `${name} of ${kind}`).toMatch(value);
    }
    expect(Object.keys(headers), kind).not.toContain("set-cookie");
    expect(Object.keys(headers), kind).not.toContain("x-powered-by");
  }
});

test("passkeys are used where one signs in, made where they are listed, and off everywhere else", async () => {
  const allowed = async (path: string) =>
    [
      ...((await app.get(path)).headers["permissions-policy"] ?? "").matchAll(
        /publickey-credentials-(\w+)=\(self\)/g,
      ),
    ]
      .map(([, name]) => name)
      .join();
  expect(await allowed("/en/sign-in")).toBe("get");
  expect(await allowed("/fr/sign-in?next=%2Ffr")).toBe("get");
  expect(await allowed("/ar/account/passkeys")).toBe("create");
  for (const path of [
    "/en",
    "/en/africa",
    "/en/account",
    "/en/africa/sign-in",
    "/en/sign-in/code",
    "/api/v1/regions",
  ])
    expect(await allowed(path), path).toBe("");
});

test("each kind answers with its status", () => {
  const statuses = Object.fromEntries(Object.entries(kinds).map(([kind, { status }]) => [kind, status]));
  expect(statuses).toMatchObject({
    "a page": 200,
    "a page from the cache": 200,
    "a page that did not change": 304,
    "a page that is not there": 404,
    "a refused parameter": 400,
    "an address that cannot be read": 400,
    "data that is not there": 404,
    "the way in": 302,
    "what breaks": 500,
  });
});

test("what breaks tells the person nothing of its cause", () => {
  const text = kinds["what breaks"]?.text ?? "";
  expect(text).not.toMatch(/pool|postgres|select|at \S+ \(|\.ts:\d/i);
  expect(kinds["what breaks"]?.headers["cache-control"]).toBe("no-store");
});

describe("keeping", () => {
  test("a public page may be kept and is asked for again by its tag, one for each encoding", async () => {
    const tags = new Set<string>();
    for (const encoding of ["br", "zstd", "gzip", "identity"]) {
      const { headers } = await app.get("/fr/africa", { "accept-encoding": encoding });
      expect(headers["cache-control"]).toBe("public, no-cache");
      expect(headers.vary).toBe("Accept-Encoding, Cookie");
      expect(headers["content-encoding"] ?? "identity").toBe(encoding);
      expect(headers.etag).toMatch(/^"/);
      tags.add(headers.etag ?? "");
    }
    expect(tags.size).toBe(4);
  });

  test("one who has a session gets a page of their own, which nobody keeps", async () => {
    const { headers } = await app.get("/fr/africa", { cookie: "session=1" });
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  test("assets are sent compressed, and never asked for again", async () => {
    for (const path of [app.app.assets.css, app.app.assets.js]) {
      const { headers } = await app.get(path, { "accept-encoding": "gzip, br" });
      expect(headers["content-encoding"]).toBe("br");
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers.vary).toMatch(/accept-encoding/i);
    }
  });
});

test.each([
  ["a method that there is not", "FOO /en HTTP/1.1\r\nHost: x\r\n\r\n", 400],
  ["an address in raw bytes", "GET /en?\u0000 HTTP/1.1\r\nHost: x\r\n\r\n", 400],
  ["headers without end", `GET /en HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
])("%s: a problem with the safety headers as well", async (_what, sent, status) => {
  const { port } = new URL(await app.listen());
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(sent);
  const reply = await text(socket);
  expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  for (const name of Object.keys(app.app.safety)) expect(reply).toContain(`${name}: `);
  expect(JSON.parse(reply.split("\r\n\r\n")[1] ?? "")).toMatchObject({ status, code: "invalid" });
});
