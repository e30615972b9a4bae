/** Who reads a thread or a board hears of what is written there, and nobody else does. */
import { changePost, changeThread } from "db/board/changing.ts";
import { transaction } from "db/transaction.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { changesSince, replyTo, startThread } from "./board.ts";
import { hearing, type Listener, listen } from "./listener.ts";

let app: TestApp;
let origin: string;
let member: SignedIn;
let foreigner: SignedIn;
const open: Listener[] = [];
const keep = (listener: Listener) => {
  open.push(listener);
  return listener;
};
const hears = async (topic: string, as?: SignedIn, more = {}) =>
  keep(await hearing(origin, topic, { as: as?.as, ...more }));
const run = (statement: string) => transaction(app.app.db, (tx) => tx.execute(statement));

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  origin = await app.listen();
  member = await signedIn(app, { regions: ["africa"], unlimited: true });
  foreigner = await signedIn(app, { regions: ["south-east-asia"] });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => app.close());

describe("a public thread", () => {
  test.each([["websocket"], ["polling"]] as const)("is heard by visitors over %s", async (transport) => {
    const thread = await startThread(app, member);
    const visitor = await hears(`thread:${thread.id}`, undefined, { transports: [transport] });
    const post = await replyTo(app, thread, member);
    await expect.poll(() => visitor.heard("post.created")).toHaveLength(1);
    expect(visitor.heard("post.created")).toEqual([{ topic: `thread:${thread.id}`, version: 2, post }]);
  });

  test("tells replies once each, in order, also of many writers at once, and its own changes", async () => {
    const thread = await startThread(app, member);
    const listener = await hears(`thread:${thread.id}`, member);
    await Promise.all(Array.from({ length: 12 }, () => replyTo(app, thread, member)));
    await transaction(app.app.db, (tx) => changeThread(tx, thread.id, { lockedAt: new Date() }));
    await expect.poll(() => listener.heard("thread.changed")).toHaveLength(1);
    const numbers = listener.heard("post.created").map(({ post }) => post.number);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
    expect(listener.heard("thread.changed")).toMatchObject([{ version: 14, thread: { locked: true } }]);
    expect(listener.heard("post.changed")).toEqual([]);
  });

  test("tells of a post that is hidden only its place", async () => {
    const thread = await startThread(app, member);
    const listener = await hears(`thread:${thread.id}`);
    const { id } = await replyTo(app, thread, member);
    await expect.poll(() => listener.heard("post.created")).toHaveLength(1);
    await transaction(app.app.db, (tx) => changePost(tx, { id, threadId: thread.id }, { state: "hidden" }));
    await expect.poll(() => listener.heard("post.changed")).toHaveLength(1);
    const post = { id, number: 2, version: 3, state: "hidden" };
    expect(listener.heard("post.changed")).toEqual([{ topic: `thread:${thread.id}`, version: 3, post }]);
  });

  test("what was missed while away is healed by what changed since", async () => {
    const thread = await startThread(app, member);
    const listener = await hears(`thread:${thread.id}`);
    await replyTo(app, thread, member);
    await expect.poll(() => listener.heard("post.created")).toHaveLength(1);
    const since = listener.heard("post.created")[0]?.version ?? 0;
    listener.close();
    await replyTo(app, thread, member);
    await replyTo(app, thread, member);
    const back = await hears(`thread:${thread.id}`);
    const { posts, version } = await changesSince(app, thread, since);
    expect(posts.map(({ number }) => number)).toEqual([3, 4]);
    await replyTo(app, thread, member);
    await expect.poll(() => back.heard("post.created")).toHaveLength(1);
    expect(back.heard("post.created")[0]?.version).toBe(version + 1);
  });

  test("is heard no more once it was left, or hidden from everybody", async () => {
    const thread = await startThread(app, member);
    const listener = await hears(`thread:${thread.id}`, foreigner);
    const other = await hears(`thread:${thread.id}`);
    expect(await listener.leave(`thread:${thread.id}`)).toEqual({ ok: true });
    await replyTo(app, thread, member);
    await expect.poll(() => other.heard("post.created")).toHaveLength(1);
    expect(listener.heard("post.created")).toEqual([]);
    const hidden = { state: "hidden", title: "Hidden" } as const;
    await transaction(app.app.db, (tx) => changeThread(tx, thread.id, hidden));
    await expect.poll(() => other.heard("left")).toEqual([{ topic: `thread:${thread.id}` }]);
    expect(other.heard("thread.changed")).toEqual([]);
    expect(await other.join(`thread:${thread.id}`)).toEqual({ ok: false, code: "not-found" });
  });
});

describe("a board", () => {
  test("tells of each thread that changed, and of no others", async () => {
    const listener = await hears("board:africa/uncac-review");
    await startThread(app, member);
    const thread = await startThread(app, member, "uncac-review");
    await expect.poll(() => listener.heard("thread.changed")).toHaveLength(1);
    expect(listener.heard("thread.changed")[0]).toMatchObject({
      topic: "board:africa/uncac-review",
      thread: { id: thread.id, title: thread.title, lastNumber: 1 },
    });
    await replyTo(app, thread, member);
    await expect.poll(() => listener.heard("thread.changed").at(-1)?.thread.lastNumber).toBe(2);
    expect(listener.heard("post.created")).toEqual([]);
  });

  test("of all regions is called so", async () => {
    const listener = keep(await listen(origin, { as: foreigner.as }));
    expect(await listener.join("board:all/across-regions")).toEqual({ ok: true });
    expect(await listener.join("board:africa/across-regions")).toEqual({ ok: false, code: "not-found" });
  });
});

describe("what one may not read", () => {
  test("is not heard: there is no such topic", async () => {
    const thread = await startThread(app, member, "asset-recovery");
    const visitor = keep(await listen(origin));
    const stranger = keep(await listen(origin, { as: foreigner.as }));
    const none = { ok: false, code: "not-found" };
    for (const listener of [visitor, stranger]) {
      expect(await listener.join(`thread:${thread.id}`)).toEqual(none);
      expect(await listener.join("board:africa/asset-recovery")).toEqual(none);
      expect(await listener.join("thread:999999999")).toEqual(none);
    }
    expect(await visitor.join("me")).toEqual({ ok: false, code: "unauthenticated" });
    const reader = await hears(`thread:${thread.id}`, member);
    await replyTo(app, thread, member);
    await expect.poll(() => reader.heard("post.created")).toHaveLength(1);
    expect([visitor, stranger].map((listener) => listener.heard("post.created"))).toEqual([[], []]);
  });

  test("ends at once for who leaves a group", async () => {
    const thread = await startThread(app, member, "safety-and-solidarity");
    const group = `select board_id from threads where id = ${thread.id}`;
    await run(`update boards set visibility = 'group' where id = (${group})`);
    await run(`insert into board_members (board_id, person_id)
      select board_id, p.id from (${group}) as g, people p where p.id in (${member.id}, ${foreigner.id})`);
    const stays = await hears(`thread:${thread.id}`, member);
    const goes = await hears(`thread:${thread.id}`, foreigner);
    await replyTo(app, thread, member);
    await expect.poll(() => goes.heard("post.created")).toHaveLength(1);
    await run(`delete from board_members where person_id = ${foreigner.id}`);
    await replyTo(app, thread, member);
    await expect.poll(() => stays.heard("post.created")).toHaveLength(2);
    await expect.poll(() => goes.heard("left")).toEqual([{ topic: `thread:${thread.id}` }]);
    expect(goes.heard("post.created")).toHaveLength(1);
  });

  test("ends at once for visitors of a board that becomes its members'", async () => {
    const thread = await startThread(app, member, "access-to-information");
    const visitor = await hears(`thread:${thread.id}`);
    await run(
      "update boards set visibility = 'members' where region = 'africa' and slug = 'access-to-information'",
    );
    await replyTo(app, thread, member);
    await expect.poll(() => visitor.heard("left")).toHaveLength(1);
    expect(visitor.heard("post.created")).toEqual([]);
  });
});

describe("one's own bell", () => {
  test("tells how many are unread, when it is joined and at each change", async () => {
    const listener = await hears("me", member);
    await expect.poll(() => listener.heard("notification")).toEqual([{ unread: 0 }]);
    const thread = await startThread(app, member);
    await run(
      `insert into notifications (person_id, kind, thread_id) values (${member.id}, 'reply', ${thread.id})`,
    );
    await expect.poll(() => listener.heard("notification").at(-1)).toEqual({ unread: 1 });
  });
});
