/** Many replies at the same moment: each has its own outcome, and no thread's numbers have a gap. */
import type { Post } from "shared/board/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { replyTo, startThread } from "./talk.ts";

const WRITERS = 5;
const EACH = 8;

let app: TestApp;
let writers: SignedIn[];
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  writers = [];
  for (let count = 0; count < WRITERS; count += 1)
    writers.push(await signedIn(app, { regions: ["africa"], unlimited: true }));
});
afterAll(() => app.close());

const by = (index: number) => writers[index % WRITERS] as SignedIn;

function send(threadId: number, writer: SignedIn, clientId: string, body = `Reply ${clientId}`) {
  return app.send<Post>("POST", `/api/v1/threads/${threadId}/posts`, { body, clientId }, writer.as);
}

interface Row {
  id: number;
  number: number;
  version: number;
}

async function rowsOf(threadId: number): Promise<Row[]> {
  const asked = "select id, number, version from posts where thread_id = $1 order by number";
  return (await app.app.db.pool.query<Row>(asked, [threadId])).rows;
}

async function expectGapless(threadId: number, count: number): Promise<void> {
  const rows = await rowsOf(threadId);
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect(new Set(rows.map(({ version }) => version)).size).toBe(count);
  const { rows: threads } = await app.app.db.pool.query(
    "select last_number, version, last_post_at from threads where id = $1",
    [threadId],
  );
  expect(threads).toMatchObject([{ last_number: count, version: rows.at(-1)?.version }]);
}

test("replies of many people in one thread and in several are all written, each once and in its own thread", async () => {
  const threads = [
    await startThread(app, by(0)),
    await startThread(app, by(1)),
    await startThread(app, by(2)),
  ];
  const replies = await Promise.all(
    Array.from({ length: WRITERS * EACH }, (_, index) => {
      const thread = threads[index % 4 === 0 ? 1 : index % 4 === 1 ? 2 : 0]?.id ?? 0;
      return send(thread, by(index), `many-${index}`).then((reply) => ({ ...reply, index, thread }));
    }),
  );
  for (const { status, body, index, thread } of replies) {
    expect(status).toBe(201);
    expect(body).toMatchObject({ threadId: thread, body: `Reply many-${index}`, state: "visible" });
  }
  for (const { id } of threads) {
    const ours = replies.filter(({ thread }) => thread === id);
    await expectGapless(id, ours.length + 1);
    const rows = await rowsOf(id);
    for (const { body } of ours)
      expect(rows.find((row) => row.id === body.id)).toMatchObject({
        number: body.number,
        version: body.version,
      });
  }
  const { rows: reads } = await app.app.db.pool.query(
    `select r.number, (select max(number) from posts p where p.thread_id = r.thread_id and p.author_id = r.person_id) as own
     from reads r where r.thread_id = any($1)`,
    [threads.map(({ id }) => id)],
  );
  for (const { number, own } of reads) expect(number).toBe(own);
});

test("a post that is sent twice at the same moment stands there once, and both are told of the same", async () => {
  const { id } = await startThread(app, by(0));
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => send(id, by(index % 2), `twice-${index % 10}`)),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 10 }, () => 200),
    ...Array.from({ length: 10 }, () => 201),
  ]);
  for (let index = 0; index < 10; index += 1)
    expect(replies[index]?.body.id).toBe(replies[index + 10]?.body.id);
  await expectGapless(id, 11);
});

test("where a thread is locked meanwhile, only its own writers are refused", async () => {
  const locked = await startThread(app, by(0));
  const open = await startThread(app, by(0));
  // Locked while their rules were already asked for, as by a moderator of another node.
  const client = await app.app.db.pool.connect();
  await client.query("begin");
  await client.query("update threads set locked_at = now() where id = $1", [locked.id]);
  const refused = Array.from({ length: 2 }, (_, index) => send(locked.id, by(index), `locked-${index}`));
  const written = await Promise.all(
    Array.from({ length: 6 }, (_, index) => send(open.id, by(index), `open-${index}`)),
  );
  expect(written.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201));
  await client.query("commit");
  client.release();
  for (const { status } of await Promise.all(refused)) expect(status).toBe(409);
  await expectGapless(locked.id, 1);
  await expectGapless(open.id, 7);
});

test("one that cannot be written does not keep the others from being written", async () => {
  const { id } = await startThread(app, by(0));
  await app.app.db.pool.query(
    "alter table posts add constraint no_bad_words check (body <> 'Refused by the table') not valid",
  );
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      send(id, by(index), `bad-${index}`, index === 3 ? "Refused by the table" : `Reply ${index}`),
    ),
  );
  await app.app.db.pool.query("alter table posts drop constraint no_bad_words");
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 500, 201, 201, 201, 201]);
  await expectGapless(id, 8);
  await replyTo(app, by(0), id, "And on it goes.");
  await expectGapless(id, 9);
});
