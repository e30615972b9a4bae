/** A session lives ten minutes by its cookie, longer by its row, and ends at once when the row is ended. */

import { endSession } from "db/accounts/sessions.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const START = Date.parse("2026-11-20T12:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let app: TestApp;
let clock = START;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: () => new Date(clock) });
});
afterAll(() => app.close());
beforeEach(() => {
  clock = START;
});

const only = (refresh: string) => ({ cookie: `refresh=${refresh}` });
const refreshOf = ({ as }: SignedIn) => /refresh=([^;]+)/.exec(as.cookie)?.[1] ?? "";
const hasEnded = async ({ sessionId }: SignedIn) => {
  const { rows } = await app.app.db.pool.query("select ended_at from sessions where id = $1", [sessionId]);
  return rows[0].ended_at !== null;
};

describe("the signed cookie", () => {
  test("is believed for ten minutes without being renewed", async () => {
    const person = await signedIn(app);
    clock += 9 * MINUTE;
    expect((await app.get("/en", person.as)).cookies).toEqual({});
  });

  test("is renewed after ten minutes, with a new refresh token", async () => {
    const person = await signedIn(app);
    clock += 11 * MINUTE;
    const { cookies, headers } = await app.get("/en", person.as);
    expect(cookies.session).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(cookies.refresh).not.toBe(refreshOf(person));
    expect(headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  test("ends at once when its session is ended", async () => {
    const person = await signedIn(app);
    await endSession(app.app.db.queries, { id: person.sessionId, personId: person.id }, new Date(clock));
    expect((await app.get("/en", person.as)).cookies).toEqual({ session: "", refresh: "" });
  });

  test("is nobody's when it was signed by somebody else, or not at all", async () => {
    const person = await signedIn(app);
    const [head = "", body = ""] = /session=([^;]+)/.exec(person.as.cookie)?.[1]?.split(".") ?? [];
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    for (const forged of [
      `${head}.${body}.${"A".repeat(43)}`,
      `${none}.${body}.`,
      "nonsense",
      `${head}.${body}`,
    ]) {
      const reply = await app.get("/en/africa", { cookie: `session=${forged}` });
      expect(reply.status).toBe(200);
      expect(reply.cookies).toEqual({});
    }
  });
});

describe("the refresh token", () => {
  test("just replaced answers the same successor for a minute: two tabs, a lost reply", async () => {
    const person = await signedIn(app);
    const first = await app.get("/en", only(refreshOf(person)));
    clock += 59_000;
    const second = await app.get("/en", only(refreshOf(person)));
    expect(second.cookies.refresh).toBe(first.cookies.refresh);
    expect(second.cookies.session).not.toBe("");
  });

  test("of two requests at once, both are answered and the session goes on", async () => {
    const person = await signedIn(app);
    const replies = await Promise.all(
      ["/en", "/fr", "/ar", "/en/africa"].map((path) => app.get(path, only(refreshOf(person)))),
    );
    const successors = new Set(replies.map(({ cookies }) => cookies.refresh));
    expect([...successors]).toHaveLength(1);
    expect(await hasEnded(person)).toBe(false);
  });

  test("used again later was copied: the whole session ends", async () => {
    const person = await signedIn(app);
    const next = await app.get("/en", only(refreshOf(person)));
    clock += 61_000;
    expect((await app.get("/en", only(refreshOf(person)))).cookies.refresh).toBe("");
    expect(await hasEnded(person)).toBe(true);
    expect((await app.get("/en", only(next.cookies.refresh ?? ""))).cookies.refresh).toBe("");
  });

  test("of another generation, or with a changed end, opens nothing", async () => {
    const person = await signedIn(app);
    const [id, , keep, mac] = refreshOf(person).split(".");
    for (const forged of [`${id}.1.${keep}.${mac}`, `${id}.0.1.${mac}`, `${id}.0.0.${"x".repeat(43)}`]) {
      expect((await app.get("/en", only(forged))).cookies.refresh).toBe("");
    }
    expect(await hasEnded(person)).toBe(false);
  });
});

describe("who is away", () => {
  test("as staff for half an hour is signed out", async () => {
    const curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    clock += 29 * MINUTE;
    expect((await app.get("/en", curator.as)).cookies.session).not.toBe("");
    clock += 31 * MINUTE;
    expect((await app.get("/en", curator.as)).cookies.session).toBe("");
    expect(await hasEnded(curator)).toBe(true);
  });

  test("as a member stays signed in for a month", async () => {
    const member = await signedIn(app);
    clock += 29 * DAY;
    const reply = await app.get("/en", member.as);
    expect(reply.cookies.session).not.toBe("");
    clock += 31 * DAY;
    expect((await app.get("/en", only(reply.cookies.refresh ?? ""))).cookies.session).toBe("");
  });
});

describe("a write that another site's page sends", () => {
  const write = (headers: Record<string, string>) => app.send("POST", "/api/v1/session", {}, headers);

  test("is refused by what the browser says of it", async () => {
    const foreign: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      expect((await write(headers)).status).toBe(403);
    }
  });

  test("is not refused on the platform's own pages, nor from what is no browser", async () => {
    const own: Record<string, string>[] = [
      { "sec-fetch-site": "same-origin" },
      { origin: "http://127.0.0.1", host: "127.0.0.1" },
      { origin: "https://platform.example", host: "platform.example" },
      {},
    ];
    for (const headers of own) {
      expect((await write(headers)).status).not.toBe(403);
    }
  });
});

test("under https the cookies belong to this host alone", async () => {
  const secure = await testApp({ freshDatabase: true, settings: { PUBLIC_URL: "https://platform.example" } });
  const person = await signedIn(secure);
  const reply = await secure.get("/en", { cookie: `__Host-refresh=${refreshOf(person)}` });
  expect(Object.keys(reply.cookies)).toEqual(["__Host-session", "__Host-refresh"]);
  expect(reply.headers["set-cookie"]).toMatch(/Secure/);
  await secure.close();
});
