/** The one way out of the platform: to the public web alone, bounded, and whoever tries otherwise is told what is wrong. */
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type Asked, FetchProblem, fetchSafely } from "server/fetching/fetchSafely.ts";
import { isPublicAddress } from "server/fetching/publicAddress.ts";
import { FETCHES_AT_ONCE, MAX_WAITING_FETCHES } from "shared/fetching/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestSite, testSite } from "../setup/web.ts";

let site: TestSite;
/** May fetch from `site`. */
let app: TestApp;
/** May fetch from the public web alone. */
let strict: TestApp;

beforeAll(async () => {
  site = await testSite();
  app = await testApp({ settings: { FETCH_ALLOW: site.host } });
  strict = await testApp();
});
afterAll(async () => {
  await Promise.all([app.close(), strict.close(), site.close()]);
});

const plain: Asked = { accept: "text/html", maxBytes: 1000 };

async function codeOf(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FetchProblem ? error.code : `no problem: ${String(error)}`;
}

describe("an address that is not of the public web is refused before anything is asked", () => {
  test.each([
    ["http://127.0.0.1/", "loopback"],
    ["http://localhost/", "a name of loopback"],
    ["http://2130706433/", "decimal"],
    ["http://0177.0.0.1/", "octal"],
    ["http://0x7f.1/", "hexadecimal, short"],
    ["http://127.1/", "short"],
    ["http://0/", "this network"],
    ["http://10.1.2.3/", "private"],
    ["http://172.31.0.1/", "private"],
    ["http://192.168.1.1/", "private"],
    ["http://169.254.169.254/latest/meta-data/", "link-local"],
    ["http://100.64.0.1/", "carrier-grade NAT"],
    ["http://192.0.2.7/", "documentation"],
    ["http://198.18.0.1/", "benchmarks"],
    ["http://224.0.0.1/", "multicast"],
    ["http://255.255.255.255/", "broadcast"],
    ["http://[::1]/", "loopback"],
    ["http://[::]/", "unspecified"],
    ["http://[::ffff:127.0.0.1]/", "mapped"],
    ["http://[::ffff:7f00:1]/", "mapped"],
    ["http://[::127.0.0.1]/", "compatible"],
    ["http://[64:ff9b::7f00:1]/", "NAT64"],
    ["http://[2002:7f00:1::]/", "6to4"],
    ["http://[2001:0:7f00:1::]/", "Teredo"],
    ["http://[2606:4700::5efe:7f00:1]/", "ISATAP"],
    ["http://[fe80::1]/", "link-local"],
    ["http://[fd00::1]/", "unique-local"],
    ["http://[ff02::1]/", "multicast"],
    ["http://[2001:db8::1]/", "documentation"],
    ["http://①②⑦.⓪.⓪.①/", "digits in circles"],
  ])("%s (%s)", async (url) => {
    expect(await codeOf(fetchSafely(strict.app, url, plain))).toBe("private-address");
  });

  test.each([
    ["file:///etc/passwd", "not-http"],
    ["ftp://example.org/", "not-http"],
    ["data:text/html,hello", "not-http"],
    ["gopher://example.org:70/", "not-http"],
    ["not an address", "bad-address"],
    ["http://me:word@93.184.215.14/", "bad-address"],
    ["http://93.184.215.14:22/", "bad-address"],
    ["http://93.184.215.14:3000/", "bad-address"],
    [`http://93.184.215.14/${"a".repeat(2000)}`, "bad-address"],
  ])("%.40s: %s", async (url, code) => {
    expect(await codeOf(fetchSafely(strict.app, url, plain))).toBe(code);
  });

  test("also where only one of a name's addresses is private", async () => {
    const resolve = async () => ["93.184.215.14", "10.0.0.5"];
    expect(await codeOf(fetchSafely(strict.app, "https://news.example/", { ...plain, resolve }))).toBe(
      "private-address",
    );
    const none = async () => [];
    expect(await codeOf(fetchSafely(strict.app, "https://news.example/", { ...plain, resolve: none }))).toBe(
      "not-found",
    );
  });

  test("addresses of the public web are public", async () => {
    for (const address of ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::1"])
      expect(await isPublicAddress(address)).toBe(true);
    expect(await isPublicAddress("not an address")).toBe(false);
  });
});

describe("redirects", () => {
  test("are followed, each looked at anew, and told", async () => {
    site.answer("/old", { status: 301, headers: { location: "/new?a=1#part" } });
    site.answer("/new?a=1", { body: "<p>here</p>" });
    const fetched = await fetchSafely(app.app, `${site.origin}/old`, plain);
    expect(fetched).toMatchObject({ status: 200, url: `${site.origin}/new?a=1`, notModified: false });
    expect(fetched.body.toString()).toBe("<p>here</p>");
    expect(fetched.redirects).toEqual([
      { status: 301, from: `${site.origin}/old`, to: `${site.origin}/new?a=1` },
    ]);
  });

  test.each([
    ["http://10.0.0.1/", "private-address"],
    ["http://localhost:1/", "bad-address"],
    ["http://169.254.169.254/", "private-address"],
    ["http://[::ffff:10.0.0.1]/", "private-address"],
    ["file:///etc/passwd", "not-http"],
    ["http://me:word@example.org/", "bad-address"],
  ])("into %s are refused", async (location, code) => {
    site.answer("/away", { status: 302, headers: { location } });
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/away`, plain))).toBe(code);
  });

  test("without an end are given up after five", async () => {
    site.answer("/loop", { status: 307, headers: { location: "/loop" } });
    const before = site.asked.length;
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/loop`, plain))).toBe("too-many-redirects");
    expect(site.asked.length - before).toBe(6);
  });
});

describe("what comes back is bounded", () => {
  test("by its size, whether the server tells it or not", async () => {
    site.answer("/told", { body: "a".repeat(1001) });
    site.answer("/untold", (_request, reply) => {
      reply.write("a".repeat(900));
      reply.write("a".repeat(900));
    });
    for (const path of ["/told", "/untold"])
      expect(await codeOf(fetchSafely(app.app, site.origin + path, plain))).toBe("too-large");
  });

  test("by its size after it was decompressed", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    site.answer("/bomb", { headers: { "content-encoding": "gzip" }, body: bomb });
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/bomb`, { ...plain, maxBytes: 1_000_000 }))).toBe(
      "too-large",
    );
    const twice = gzipSync(bomb);
    site.answer("/twice", { headers: { "content-encoding": "gzip, gzip" }, body: twice });
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/twice`, plain))).toBe("too-large");
  });

  test("by its time, also where the answer drips", async () => {
    site.answer("/drip", (_request, reply) => {
      const timer = setInterval(() => reply.write("."), 20);
      reply.on("close", () => clearInterval(timer));
    });
    site.answer("/silent", () => {});
    for (const path of ["/drip", "/silent"])
      expect(await codeOf(fetchSafely(app.app, site.origin + path, { ...plain, withinMs: 150 }))).toBe(
        "timeout",
      );
    const forever = () => new Promise<string[]>(() => {});
    const asked = { ...plain, withinMs: 50, resolve: forever };
    expect(await codeOf(fetchSafely(strict.app, "https://slow.example/", asked))).toBe("timeout");
  });

  test.each([
    ["gzip", "this is not gzip"],
    ["gzip, gzip, gzip", "three times"],
    ["secret", "an encoding that nobody knows"],
  ])("to what can be read: %s", async (encoding, body) => {
    site.answer("/odd", { headers: { "content-encoding": encoding }, body });
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/odd`, plain))).toBe("unreadable");
  });

  test("compressed answers are read", async () => {
    site.answer("/packed", { headers: { "content-encoding": "gzip" }, body: gzipSync("hello") });
    const { body } = await fetchSafely(app.app, `${site.origin}/packed`, plain);
    expect(body.toString()).toBe("hello");
  });
});

test("the connection goes to the address that was looked at, whatever the name means otherwise", async () => {
  const { port } = new URL(site.origin);
  const named = await testApp({ settings: { FETCH_ALLOW: `news.invalid:${port}` } });
  site.answer("/named", { body: "hello" });
  const lookups: string[] = [];
  const resolve = async (host: string) => {
    lookups.push(host);
    return ["127.0.0.1"];
  };
  const { body } = await fetchSafely(named.app, `http://news.invalid:${port}/named`, { ...plain, resolve });
  await named.close();
  expect(body.toString()).toBe("hello");
  expect(lookups).toEqual(["news.invalid"]);
  expect(site.asked.at(-1)?.headers.host).toBe(`news.invalid:${port}`);
});

test("a request says who asks and what it knows, and nothing of the person", async () => {
  site.answer("/known", { status: 304 });
  const asked = { ...plain, etag: '"a1"', lastModified: "Sun, 01 Nov 2026 00:00:00 GMT" };
  const fetched = await fetchSafely(app.app, `${site.origin}/known`, asked);
  expect(fetched).toMatchObject({ status: 304, notModified: true });
  const { headers } = site.asked.at(-1) ?? {};
  expect(headers).toMatchObject({ "if-none-match": '"a1"', "if-modified-since": asked.lastModified });
  expect(headers?.["user-agent"]).toBe(`Civil-society-against-corruption (+${app.app.origin()})`);
  expect(Object.keys(headers ?? {})).not.toContain("cookie");
  expect(Object.keys(headers ?? {})).not.toContain("referer");
});

test("HEAD asks for no body; an error's page is not read", async () => {
  site.answer("/page", { body: "hello" });
  const head = await fetchSafely(app.app, `${site.origin}/page`, { ...plain, method: "HEAD" });
  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(site.asked.at(-1)?.method).toBe("HEAD");
  site.answer("/gone", { status: 410, body: "it is gone".repeat(1000) });
  const gone = await fetchSafely(app.app, `${site.origin}/gone`, plain);
  expect(gone).toMatchObject({ status: 410, body: Buffer.alloc(0) });
});

test("a server that is not there, or speaks no HTTP, is told apart", async () => {
  const empty = await testSite();
  await empty.close();
  const other = await testApp({ settings: { FETCH_ALLOW: empty.host } });
  expect(await codeOf(fetchSafely(other.app, empty.origin, plain))).toBe("unreachable");
  await other.close();
  expect(await codeOf(fetchSafely(app.app, site.origin.replace("http:", "https:"), plain))).toMatch(
    /^(unreadable|unreachable|bad-certificate)$/,
  );
});

describe("only a few are asked at once", () => {
  const many = FETCHES_AT_ONCE + MAX_WAITING_FETCHES;
  const held: ServerResponse[] = [];
  const hold = () => site.answer("/held", (_request, reply) => void held.push(reply));
  const letGo = () => {
    for (const reply of held.splice(0)) reply.end("x");
  };
  const fetched = () => codeOf(fetchSafely(app.app, `${site.origin}/held`, plain));

  test("others wait, and of too many the last are refused at once", async () => {
    hold();
    const answers = Array.from({ length: many }, fetched);
    await expect.poll(() => held.length).toBe(FETCHES_AT_ONCE);
    expect(await fetched()).toBe("busy");
    site.answer("/held", { body: "x" });
    letGo();
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["no problem: null"]));
  });

  test("nobody waits longer than for an answer, and the next has a turn all the same", async () => {
    hold();
    const answers = Array.from({ length: FETCHES_AT_ONCE }, fetched);
    await expect.poll(() => held.length).toBe(FETCHES_AT_ONCE);
    const hurried = { ...plain, withinMs: 50 };
    expect(await codeOf(fetchSafely(app.app, `${site.origin}/held`, hurried))).toBe("busy");
    const next = fetched();
    letGo();
    await Promise.all(answers);
    await expect.poll(() => held.length).toBe(1);
    letGo();
    expect(await next).toBe("no problem: null");
  });
});
