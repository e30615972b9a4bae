/** Signing in, by pages and by JSON: what is right, what is wrong, and that nobody learns who has an account. */
import fc from "fast-check";
import { FREE_TRIES } from "shared/accounts/tries.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { account, cookiesAfter, PASSWORD, RECOVERY_CODE, withApp } from "./account.ts";

/** Of "correct horse battery", with parameters of another time. */
const OLD_HASH =
  "$argon2id$v=19$m=8192,t=1,p=1$v78zqavc2kHMb30Ew2NgSw$pvResyXBByhrcQLLntoJJWLysONxKfowsbZ8uZhp9Qk";

let own: TestApp;
let now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  own = await testApp({ freshDatabase: true });
  own.app.now = () => now;
});
afterAll(() => own.close());

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

interface SessionReply {
  code?: string;
  person?: { handle: string; roles: { role: string; region: string | null }[] };
}

const sign = (body: object, headers?: Record<string, string>) =>
  own.send<SessionReply>("POST", "/api/v1/session", body, headers) as Promise<
    Awaited<ReturnType<typeof own.send<SessionReply>>> & { cookies: Record<string, string> }
  >;
const signPage = (fields: Record<string, string>, path = "/en/sign-in", headers = {}) =>
  own.post(path, fields, headers);

describe("as JSON", () => {
  test("a handle or an e-mail, in any case, with the password answers who it is", async () => {
    const { handle, email } = await account(own, { roles: [{ role: "curator", region: "africa" }] });
    for (const name of [handle, handle.toUpperCase(), email, email.toUpperCase(), ` ${handle} `]) {
      const reply = await sign({ handle: name, password: PASSWORD });
      expect([reply.status, reply.body]).toEqual([200, { person: { handle, roles: [] } }]);
    }
  });

  test("who is signed in is told, and signing out ends it", async () => {
    const { handle } = await account(own);
    expect((await own.json("/api/v1/session")).status).toBe(401);
    const as = cookiesAfter(await sign({ handle, password: PASSWORD }));
    const me = await own.get("/api/v1/session", as);
    expect([me.status, JSON.parse(me.text)]).toEqual([200, { person: { handle, roles: [] } }]);
    expect(me.headers["cache-control"]).toContain("no-store");
    const out = await own.send("DELETE", "/api/v1/session", undefined, as);
    expect([out.status, out.headers["clear-site-data"]]).toEqual([204, '"cache", "cookies", "storage"']);
    expect((await own.get("/api/v1/session", as)).status).toBe(401);
    expect((await own.send("DELETE", "/api/v1/session")).status).toBe(204);
  });

  test("a staff role is there with its second factor alone", async () => {
    const roles = [{ role: "moderator" as const, region: "africa" }];
    const without = await account(own, { roles });
    const first = await sign({ handle: without.handle, password: PASSWORD });
    expect(first.body.person?.roles).toEqual([]);
    const { handle, codeAt } = await withApp(own, { roles });
    const reply = await sign({ handle, password: PASSWORD, code: codeAt(now) });
    expect(reply.body.person?.roles).toEqual(roles);
    const me = await own.get("/api/v1/session", cookiesAfter(reply));
    expect(JSON.parse(me.text).person.roles).toEqual(roles);
  });

  test("a second factor is asked for once the password is right, and each of its steps is accepted once", async () => {
    const { handle, codeAt } = await withApp(own);
    const attempt = async (code?: string, password = PASSWORD) => {
      const reply = await sign({ handle, password, ...(code === undefined ? {} : { code }) });
      return [reply.status, reply.body.code ?? "in", reply.headers["retry-after"]];
    };
    expect(await attempt(undefined, "wrong wrong wrong")).toEqual([401, "credentials", undefined]);
    expect(await attempt()).toEqual([401, "totp-required", undefined]);
    expect(await attempt("000000")).toEqual([401, "totp-wrong", undefined]);
    expect(await attempt("")).toEqual([400, "invalid", undefined]);
    expect(await attempt(codeAt(now))).toEqual([200, "in", undefined]);
    expect(await attempt(codeAt(now))).toEqual([429, "totp-used", "30"]);
    later(30);
    expect(await attempt(codeAt(new Date(now.getTime() - 30_000)))).toEqual([429, "totp-used", "30"]);
    expect(await attempt(codeAt(now))).toEqual([200, "in", undefined]);
    expect(await attempt(RECOVERY_CODE.toLowerCase())).toEqual([200, "in", undefined]);
    expect(await attempt(RECOVERY_CODE)).toEqual([401, "totp-wrong", undefined]);
  });

  test("of ten with the same code at once, one gets in", async () => {
    const { handle, codeAt } = await withApp(own);
    later(60);
    const code = codeAt(now);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => sign({ handle, password: PASSWORD, code })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status, body }) => status === 429 && body.code === "totp-used")).toHaveLength(9);
  });

  test("fifty at once all get in, each into a session of their own", async () => {
    const { handle } = await account(own);
    const replies = await Promise.all(Array.from({ length: 50 }, () => sign({ handle, password: PASSWORD })));
    expect(replies.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(new Set(replies.map(({ cookies }) => cookies.refresh)).size).toBe(50);
  }, 120_000);

  test("beyond a hundred that wait, the others are told when to come back, and the platform goes on", async () => {
    const { handle } = await account(own);
    const replies = await Promise.all(
      Array.from({ length: 160 }, () => sign({ handle, password: PASSWORD })),
    );
    const statuses = new Set(replies.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([200, 503]);
    const refused = replies.filter(({ status }) => status === 503);
    expect(refused.every(({ headers }) => headers["retry-after"] === "10")).toBe(true);
    expect((await sign({ handle, password: PASSWORD })).status).toBe(200);
  }, 120_000);

  test.each([
    [{ handle: "a", password: "b", admin: true }],
    [{ handle: "a" }],
    [{ handle: ["a"], password: "b" }],
    [{ handle: "a".repeat(300), password: "b" }],
    [[]],
    ["x"],
  ])("%j is refused", async (body) => {
    const reply = await sign(body as object);
    expect([reply.status, reply.body.code]).toEqual([400, "invalid"]);
  });

  test("what another site sends is refused, and so is a form", async () => {
    const { handle } = await account(own);
    const body = { handle, password: PASSWORD };
    expect((await sign(body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await sign(body, { origin: "https://evil.example" })).status).toBe(403);
    expect((await own.post("/api/v1/session", body)).status).toBe(400);
  });
});

describe("nobody learns who has an account", () => {
  test("a wrong password and an unknown name answer alike, byte by byte, also once they have to wait", async () => {
    const { handle } = await account(own);
    const tries = async (name: string) => {
      const told: unknown[][] = [];
      for (let index = 0; index < FREE_TRIES + 2; index += 1) {
        const { status, body, headers } = await sign({ handle: name, password: "wrong wrong wrong" });
        told.push([status, body, headers["retry-after"], Object.keys(headers).toSorted()]);
      }
      return told;
    };
    const known = await tries(handle);
    expect(await tries("nobody-at-all")).toEqual(known);
    expect(known.at(-1)).toMatchObject([429, { code: "too-many" }, "5", expect.any(Array)]);
  });

  test("the right password does not get past the wait, and ends it once it is over", async () => {
    const { handle, email } = await account(own);
    for (let index = 0; index < FREE_TRIES; index += 1) await sign({ handle, password: "wrong wrong wrong" });
    expect((await sign({ handle, password: PASSWORD })).status).toBe(429);
    expect((await sign({ handle: email, password: PASSWORD })).status).toBe(200);
    expect((await sign({ handle, password: PASSWORD })).status).toBe(200);
  });

  test("of fifty wrong tries at once no more are looked at than one after another", async () => {
    const { handle } = await account(own);
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => sign({ handle, password: `wrong wrong ${index}` })),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(FREE_TRIES);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(50 - FREE_TRIES);
  });

  test("it takes as long", async () => {
    const { handle } = await account(own);
    const took = async (name: string) => {
      const start = performance.now();
      await sign({ handle: name, password: "wrong wrong wrong" });
      return performance.now() - start;
    };
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 12; round += 1) {
      known = Math.min(known, await took(handle));
      unknown = Math.min(unknown, await took(`nobody-${round % 3}`));
      later(600);
    }
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.6);
  });

  test("no odd name breaks anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 250 }), async (handle) => {
        const { status } = await sign({ handle, password: "wrong wrong wrong" });
        expect([400, 401, 429]).toContain(status);
      }),
      { numRuns: 40 },
    );
    for (const name of ["\u202eanima", "👩🏽‍🚀", "a\u200bb", "\0", "' or 1=1 --", "\ud800"]) {
      expect((await signPage({ name, password: "wrong wrong wrong" })).status, JSON.stringify(name)).toBe(
        422,
      );
    }
    const long = await signPage({ name: "x".repeat(400_000), password: "y" });
    expect(long.status).toBe(422);
    expect((await signPage({ name: "x".repeat(1_100_000), password: "y" })).status).toBe(413);
    expect((await sign({ handle: "x".repeat(1_100_000), password: "y" })).status).toBe(413);
  });
});

describe("as pages", () => {
  test("the password alone leads to the account, or to where one was going", async () => {
    const { handle } = await account(own);
    const reply = await signPage({ name: handle, password: PASSWORD });
    expect([reply.status, reply.headers.location]).toEqual([303, "/en/account"]);
    expect((await own.page("/en/account", cookiesAfter(reply))).text("h1")).toBe("Account");
    const asked = await own.get("/fr/account/password");
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      "/fr/sign-in?next=%2Ffr%2Faccount%2Fpassword",
    ]);
    const next = await signPage({ name: handle, password: PASSWORD }, asked.headers.location);
    expect(next.headers.location).toBe("/fr/account/password");
  });

  test.each([
    "//evil.example/en/account",
    "https://evil.example/en/account",
    "/\\evil.example",
    "/en/..//evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/xx/account",
    "/en/sign-in",
    "/api/v1/session",
  ])("%j is nowhere to go on to", async (next) => {
    const { handle } = await account(own);
    const reply = await signPage(
      { name: handle, password: PASSWORD },
      `/en/sign-in?next=${encodeURIComponent(next)}`,
    );
    expect(reply.headers.location).toBe("/en/account");
  });

  test("with a second factor the code is asked for on a page of its own", async () => {
    const { handle, codeAt } = await withApp(own);
    const first = await signPage({ name: handle, password: PASSWORD }, "/ar/sign-in?next=%2Far%2Fafrica");
    expect(first.headers.location).toBe("/ar/sign-in/code?next=%2Far%2Fafrica");
    expect(Object.keys(first.cookies)).toEqual(["sign-in"]);
    const path = first.headers.location ?? "";
    const half = cookiesAfter(first);
    expect((await own.get("/en/account", half)).status).toBe(303);
    const wrong = await signPage({ code: "123" }, path, half);
    expect(wrong.status).toBe(422);
    const reply = await signPage({ code: codeAt(now) }, path, half);
    expect(reply.headers.location).toBe("/ar/africa");
    expect(reply.cookies["sign-in"]).toBe("");
    expect((await own.page("/en/account", cookiesAfter(reply))).status).toBe(200);
  });

  test("of many codes at once no more are tried than one after another", async () => {
    const { handle } = await withApp(own);
    const half = cookiesAfter(await signPage({ name: handle, password: PASSWORD }));
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => signPage({ code: "000000" }, "/en/sign-in/code", half)),
    );
    const tried = replies.filter(({ headers }) => headers["retry-after"] === undefined);
    expect(tried.length).toBeLessThanOrEqual(FREE_TRIES);
  });

  test("the step between password and code ends after ten minutes, and with a change of the password", async () => {
    const { id, handle, codeAt } = await withApp(own);
    const begin = async () => cookiesAfter(await signPage({ name: handle, password: PASSWORD }));
    const old = await begin();
    later(601);
    expect((await signPage({ code: codeAt(now) }, "/en/sign-in/code", old)).status).toBe(422);
    expect((await own.page("/en/sign-in/code", old)).text("main")).toContain("begin again");
    const half = await begin();
    await own.app.db.pool.query("update people set password_hash = null where id = $1", [id]);
    expect((await signPage({ code: codeAt(now) }, "/en/sign-in/code", half)).status).toBe(422);
    expect((await signPage({ code: codeAt(now) }, "/en/sign-in/code", { cookie: "sign-in=x" })).status).toBe(
      422,
    );
  });

  test("a refused form keeps the name and never the password, and says what is wrong at its field", async () => {
    const reply = await signPage({ name: "nobody", password: "correct horse battery" });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('value="nobody"');
    expect(reply.text).not.toContain("correct horse battery");
    expect(reply.text).toMatch(
      /id="f-password"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="f-password"/,
    );
  });

  test("each sign-in opens a new session, and the one before it ends", async () => {
    const { handle, as, sessionId } = await account(own);
    const reply = await sign({ handle, password: PASSWORD }, as);
    expect(reply.status).toBe(200);
    expect(reply.cookies.refresh).not.toContain(sessionId);
    expect((await own.get("/api/v1/session", as)).status).toBe(401);
    expect((await own.get("/api/v1/session", cookiesAfter(reply))).status).toBe(200);
  });

  test("whoever is signed in is told so, and signs out with one button", async () => {
    const { handle, as, csrf } = await account(own);
    const page = await own.page("/en/sign-in", as);
    expect(page.text("main")).toContain(`You are signed in as ${handle}.`);
    expect((await own.post("/en/account/sign-out", {}, as)).status).toBe(403);
    const out = await own.post("/en/account/sign-out", { csrf }, as);
    expect([out.status, out.headers.location]).toEqual([303, "/en?done=signed-out"]);
    expect(out.headers["clear-site-data"]).toBe('"cache", "cookies", "storage"');
    expect((await own.get("/en/account", as)).status).toBe(303);
  });

  test("visitors and members are offered the right way in, and visitors all see the same page", async () => {
    const { as } = await account(own);
    expect((await own.page("/en/africa")).links(".topbar a")).toContain("/en/sign-in");
    const mine = await own.page("/en/africa", as);
    expect(mine.links(".topbar a")).toContain("/en/account");
    expect(mine.headers["cache-control"]).toContain("private");
    expect((await own.page("/en/africa")).links(".topbar a")).not.toContain("/en/account");
  });

  test("a hash of older parameters is made anew at sign-in", async () => {
    const { id, handle } = await account(own);
    await own.app.db.pool.query("update people set password_hash = $2 where id = $1", [id, OLD_HASH]);
    expect((await sign({ handle, password: "correct horse battery" })).status).toBe(200);
    const { rows } = await own.app.db.pool.query("select password_hash from people where id = $1", [id]);
    expect(rows[0].password_hash).toContain("m=47104,t=2,p=1");
    expect((await sign({ handle, password: "correct horse battery" })).status).toBe(200);
  });
});
