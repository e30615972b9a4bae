/** Two nodes on one PostgreSQL, with Redis and without: what is written on one is heard on the other. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { freshDatabase } from "../setup/database.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { replyTo, startThread } from "./board.ts";
import { hearing, type Listener } from "./listener.ts";
import { type Redis, redisServer, startRedis } from "./redis.ts";

const lines = [
  { line: "over PostgreSQL alone", program: null },
  { line: "with Redis", program: redisServer ?? "" },
];

describe.each(lines)("two nodes $line", ({ program }) => {
  const isMissing = program === "";
  let one: TestApp;
  let two: TestApp;
  let redis: Redis | null = null;
  let amina: SignedIn;
  let brahim: SignedIn;
  const open: Listener[] = [];
  const hears = async (node: TestApp, topic: string, as?: SignedIn, auth = {}) => {
    const listener = await hearing(node.origin(), topic, { as: as?.as, auth });
    open.push(listener);
    return listener;
  };
  const show = (person: SignedIn, what: { typing: boolean; presence: boolean }) =>
    one.app.db.pool.query(
      `insert into board_settings (person_id, typing, presence) values ($1, $2, $3)
       on conflict (person_id) do update set typing = excluded.typing, presence = excluded.presence`,
      [person.id, what.typing, what.presence],
    );

  beforeAll(async () => {
    if (isMissing) return;
    redis = program === null ? null : await startRedis(program);
    const databaseUrl = await freshDatabase();
    const settings: Record<string, string> = redis ? { REDIS_URL: redis.url } : {};
    one = await testApp({ databaseUrl, settings });
    two = await testApp({ databaseUrl, settings });
    await one.listen();
    await two.listen();
    const person = { regions: ["africa"], unlimited: true };
    amina = await signedIn(one, { ...person, handle: "amina" });
    brahim = await signedIn(one, { ...person, handle: "brahim" });
  });
  afterEach(() => {
    for (const listener of open.splice(0)) listener.close();
  });
  afterAll(async () => {
    if (isMissing) return;
    await Promise.all([one.close(), two.close()]);
    await redis?.stop();
  });

  test.skipIf(isMissing)("hear each other's replies, in the same order", async () => {
    const thread = await startThread(one, amina);
    const listeners = [
      await hears(one, `thread:${thread.id}`),
      await hears(two, `thread:${thread.id}`, brahim),
    ];
    const writers = [one, two, one, two, one, two];
    await Promise.all(writers.map((node, index) => replyTo(node, thread, index % 2 ? amina : brahim)));
    for (const listener of listeners) {
      await expect.poll(() => listener.heard("post.created"), { timeout: 3_000 }).toHaveLength(6);
      expect(listener.heard("post.created").map(({ post }) => post.number)).toEqual([2, 3, 4, 5, 6, 7]);
    }
  });

  test.skipIf(isMissing)("disconnect within 2 s whose session was ended on the other", async () => {
    const gone = await signedIn(one, { regions: ["africa"] });
    const goes = await hears(two, "me", gone);
    const stays = await hears(two, "me", amina);
    expect((await one.send("DELETE", "/api/v1/session", undefined, gone.as)).status).toBe(204);
    await expect.poll(() => goes.socket.connected, { timeout: 2_000 }).toBe(false);
    expect(stays.socket.connected).toBe(true);
  });

  test.skipIf(isMissing)("show who writes in members' boards, between those who chose it alone", async () => {
    const thread = await startThread(one, amina, "asset-recovery");
    const topic = `thread:${thread.id}`;
    await show(amina, { typing: true, presence: false });
    await show(brahim, { typing: true, presence: false });
    const quiet = await signedIn(one, { regions: ["africa"] });
    const writes = await hears(one, topic, amina);
    const [near, far] = [await hears(one, topic, brahim), await hears(two, topic, brahim)];
    const saver = await hears(two, topic, brahim, { saver: true });
    const other = await hears(two, topic, quiet);
    other.socket.emit("typing", topic);
    await expect
      .poll(
        () => {
          writes.socket.emit("typing", topic);
          return [near, far].map((listener) => listener.heard("typing")[0]);
        },
        { timeout: 15_000, interval: 500 },
      )
      .toEqual([
        { topic, handle: "amina" },
        { topic, handle: "amina" },
      ]);
    for (const listener of [other, saver, writes]) expect(listener.heard("typing")).toEqual([]);
  });

  test.skipIf(isMissing)("show who is there in members' boards, and never in public ones", async () => {
    await show(amina, { typing: true, presence: true });
    await show(brahim, { typing: true, presence: true });
    const thread = await startThread(one, amina, "asset-recovery");
    const topic = `thread:${thread.id}`;
    const here = await hears(one, topic, amina);
    const there = await hears(two, topic, brahim);
    for (const listener of [here, there])
      await expect
        .poll(() => listener.heard("presence").at(-1), { timeout: 15_000 })
        .toEqual({ topic, handles: ["amina", "brahim"] });
    there.close();
    await expect
      .poll(() => here.heard("presence").at(-1), { timeout: 5_000 })
      .toEqual({ topic, handles: ["amina"] });

    const open = await startThread(one, amina);
    const inPublic = [
      await hears(one, `thread:${open.id}`, amina),
      await hears(two, `thread:${open.id}`, brahim),
    ];
    for (const { socket } of inPublic) socket.emit("typing", `thread:${open.id}`);
    await replyTo(one, open, brahim);
    for (const listener of inPublic) {
      await expect.poll(() => listener.heard("post.created")).toHaveLength(1);
      expect([listener.heard("typing"), listener.heard("presence")]).toEqual([[], []]);
    }
  });

  // Only where there is a Redis to lose.
  if (program === null) return;
  test.skipIf(isMissing)("go on without Redis: what is written is heard", async () => {
    const thread = await startThread(one, amina, "asset-recovery");
    const listener = await hears(two, `thread:${thread.id}`, brahim);
    await redis?.stop();
    redis = null;
    listener.socket.emit("typing", `thread:${thread.id}`);
    await replyTo(one, thread, amina);
    await expect.poll(() => listener.heard("post.created"), { timeout: 3_000 }).toHaveLength(1);
  });
});
