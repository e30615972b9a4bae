/** Sockets that are not what they say, that send what nobody asked for, or too much of it, are refused clearly. */
import { endSession } from "db/accounts/sessions.ts";
import { MAX_FRAME_BYTES, MAX_SOCKETS_PER_SESSION, MAX_TOPICS } from "server/live/limits.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { startThread } from "./board.ts";
import { type Listener, listen, refusal } from "./listener.ts";

let app: TestApp;
let origin: string;
let member: SignedIn;
const open: Listener[] = [];
const connected = async (options: Parameters<typeof listen>[1] = {}) => {
  const listener = await listen(origin, options);
  open.push(listener);
  return listener;
};
/** What no client of ours sends. */
const sends = ({ socket }: Listener, event: string, ...said: unknown[]) =>
  (socket as unknown as { emit(event: string, ...said: unknown[]): void }).emit(event, ...said);
const asks = ({ socket }: Listener, ...said: unknown[]): Promise<unknown> =>
  (socket.timeout(5_000) as unknown as { emitWithAck(...said: unknown[]): Promise<unknown> }).emitWithAck(
    ...said,
  );
const ended = ({ socket }: Listener) => expect.poll(() => socket.connected).toBe(false);

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  origin = await app.listen();
  member = await signedIn(app, { regions: ["africa"], unlimited: true });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => app.close());

describe("a handshake", () => {
  const other = (name: string, value: string) =>
    member.as.cookie.replace(new RegExp(`${name}=[^;]+`), `${name}=${value}`);

  test("with cookies that are forged is refused, not taken for a visitor's", async () => {
    const forged = app.app.fastify.jwt.sign(
      { sid: member.sessionId, sub: "1", exp: 9e9 },
      { key: "not-the-secret" },
    );
    const cookies = [
      `session=${forged}`,
      "session=abc; refresh=def",
      `refresh=${member.sessionId}.0.0.${"x".repeat(43)}`,
      other("session", "x").replace(/refresh=.{20}/, "refresh="),
    ];
    for (const cookie of cookies) expect(await refusal(origin, { as: { cookie } })).toBe("unauthenticated");
  });

  test("of a session that has ended is refused", async () => {
    const gone = await signedIn(app);
    await endSession(app.app.db.queries, { id: gone.sessionId, personId: gone.id }, new Date());
    expect(await refusal(origin, { as: gone.as })).toBe("unauthenticated");
  });

  test("by the refresh token alone is the person's, and renews nothing", async () => {
    const cookie = /refresh=[^;]+/.exec(member.as.cookie)?.[0] ?? "";
    const listener = await connected({ as: { cookie } });
    expect(await listener.join("me")).toEqual({ ok: true });
    expect((await app.get("/en", { cookie })).cookies).toHaveProperty("refresh");
  });

  test.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.example" },
    { origin: "null" },
  ])("from another site is refused: %o", async (headers) => {
    for (const transports of [["websocket"], ["polling"]] as ("websocket" | "polling")[][])
      expect(await refusal(origin, { headers, transports })).not.toBe("connected");
  });

  test("from an own page is taken", async () => {
    await connected({ headers: { "sec-fetch-site": "same-origin", origin: "https://x.example" } });
    await connected({ headers: { origin } });
  });

  test("gives no other site's page its answer, and is stored nowhere", async () => {
    const reply = await fetch(`${origin}/socket.io/?EIO=4&transport=polling`);
    await reply.arrayBuffer();
    expect(reply.status).toBe(200);
    expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("set-cookie")).toBeNull();
  });

  test("is refused from some tabs on", async () => {
    const person = await signedIn(app);
    for (let tab = 0; tab < MAX_SOCKETS_PER_SESSION; tab += 1) await connected({ as: person.as });
    expect(await refusal(origin, { as: person.as })).toBe("too-many");
  });
});

describe("a socket", () => {
  test("is answered `invalid` for a topic that is none", async () => {
    const listener = await connected();
    const none = [
      "",
      "thread:",
      "thread:0",
      "thread:1;drop",
      "thread:-1",
      "board:africa",
      "board:../general",
      "person:1",
    ];
    for (const topic of [...none, "x".repeat(1000), "session:1", "access", 7, null, ["me"], { topic: "me" }])
      expect(await asks(listener, "join", topic)).toEqual({ ok: false, code: "invalid" });
  });

  test("hears nobody else's notifications", async () => {
    const victim = await signedIn(app);
    const listener = await connected({ as: member.as });
    for (const topic of [
      `person:${victim.id}`,
      `me:${victim.id}`,
      `own:${victim.id}`,
      `session:${victim.sessionId}`,
    ])
      expect(await listener.join(topic)).toEqual({ ok: false, code: "invalid" });
  });

  test("joins so many topics and no more, also when all are asked for at once", async () => {
    const threads = [];
    for (let count = 0; count <= MAX_TOPICS; count += 1) threads.push(await startThread(app, member));
    const listener = await connected();
    const answers = await Promise.all(threads.map(({ id }) => listener.join(`thread:${id}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(MAX_TOPICS);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, code: "too-many" }]);
  });

  test("that sends what nobody asked for is neither answered nor the end of the server", async () => {
    const listener = await connected();
    for (const event of ["post.created", "__proto__", "constructor", "disconnect_all"])
      sends(listener, event, { a: 1 });
    sends(listener, "join");
    sends(listener, "join", "me", "not a function");
    sends(listener, "leave", 5);
    sends(listener, "typing", { not: "a topic" });
    sends(listener, "typing");
    expect(await asks(listener, "join", "me")).toEqual({ ok: false, code: "unauthenticated" });
  });

  test.each([["websocket"], ["polling"]] as const)(
    "is closed where a frame is too large over %s",
    async (transport) => {
      const listener = await connected({ transports: [transport] });
      sends(listener, "join", "x".repeat(2 * MAX_FRAME_BYTES));
      await ended(listener);
      expect((await app.get("/en")).status).toBe(200);
    },
  );

  test("is closed where it floods, and others are not", async () => {
    const flood = await connected();
    const quiet = await connected();
    for (let count = 0; count < 500; count += 1) sends(flood, count % 2 ? "join" : "nonsense", "me");
    await ended(flood);
    expect(quiet.socket.connected).toBe(true);
  });

  test("finds no other namespace", async () => {
    expect(await refusal(`${origin}/admin`)).toBe("Invalid namespace");
  });
});

test("an offer to change to another protocol is declined by an answer", async () => {
  const { request } = await import("node:http");
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const headers = {
    connection: "Upgrade, HTTP2-Settings",
    upgrade: "h2c",
    "http2-settings": "AAMAAABkAAQAAP__",
  };
  request(`${origin}/healthz`, { headers }, (reply) => {
    reply.resume();
    resolve(reply.statusCode);
  })
    .on("error", reject)
    .end();
  expect(await promise).toBe(200);
});
