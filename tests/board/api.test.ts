/** The board as data: reading by its rules, replying once, and what changed since. */
import type { Board, Post, Thread } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let foreigner: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  member = await signedIn(app, { regions: ["africa"], unlimited: true });
  foreigner = await signedIn(app, { regions: ["south-east-asia"] });
});
afterAll(() => app.close());

const boards = "/api/v1/regions/africa/boards";
const as = (person: SignedIn | null) => person?.as ?? {};
async function read<T>(path: string, person: SignedIn | null = null): Promise<{ status: number; body: T }> {
  const { status, text } = await app.get(path, as(person));
  return { status, body: JSON.parse(text) };
}

async function start(board: string, person = member, more: object = {}): Promise<Thread & { post: Post }> {
  const thread = {
    title: "Dates of the visit",
    body: "When is it?",
    kind: "question",
    clientId: "t1",
    ...more,
  };
  const reply = await app.send<Thread & { post: Post }>(
    "POST",
    `${boards}/${board}/threads`,
    thread,
    person.as,
  );
  expect(reply.status).toBe(201);
  return reply.body;
}

describe("boards", () => {
  test("a visitor is given the public ones, a member those of the own region and of all regions", async () => {
    const slugs = async (person: SignedIn | null) =>
      (await read<List<Board>>(boards, person)).body.items.map(({ slug }) => slug);
    const open = ["general", "uncac-review", "access-to-information"];
    expect(await slugs(null)).toEqual(open);
    expect(await slugs(member)).toEqual([
      ...open,
      "asset-recovery",
      "safety-and-solidarity",
      "across-regions",
    ]);
    expect(await slugs(foreigner)).toEqual([...open, "across-regions"]);
  });

  test("each region begins with a pinned welcome by the Secretariat and no other conversation", async () => {
    const { body } = await read<List<Thread>>(`${boards}/general/threads`);
    expect(body.items).toMatchObject([
      { pinned: true, author: { handle: "Secretariat", system: true }, lastNumber: 1 },
    ]);
    expect((await read<List<Thread>>(`${boards}/uncac-review/threads`)).body.items).toEqual([]);
  });
});

describe("replying", () => {
  test("answers 201 with the post and, sent again, 200 with the same post", async () => {
    const { id } = await start("general", member, { clientId: "once" });
    const send = () =>
      app.send<Post>(
        "POST",
        `/api/v1/threads/${id}/posts`,
        { body: "In *May*.", clientId: "a-1" },
        member.as,
      );
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.body).toMatchObject({ number: 2, version: 2, html: '<p dir="auto">In <em>May</em>.</p>' });
    expect(second.body).toEqual(first.body);
    const { body } = await read<List<Post>>(`/api/v1/threads/${id}/posts`);
    expect(body.items.map(({ number }) => number)).toEqual([1, 2]);
    expect(body.items[1]).toEqual(first.body);
  });

  test("the same post sent many times at once is written once, and numbers have no gaps", async () => {
    const { id } = await start("general", member, { clientId: "many" });
    const send = (clientId: string) =>
      app.send<Post>("POST", `/api/v1/threads/${id}/posts`, { body: clientId, clientId }, member.as);
    const replies = await Promise.all(["a", "a", "a", "b", "b", "c"].map(send));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201, 201, 201]);
    const { body } = await read<List<Post>>(`/api/v1/threads/${id}/posts`);
    expect(body.items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test("is refused to visitors, and where one may not read there is nothing", async () => {
    const { id } = await start("asset-recovery");
    const post = { body: "Hello", clientId: "x" };
    const path = `/api/v1/threads/${id}/posts`;
    expect((await app.send("POST", path, post)).status).toBe(401);
    expect((await app.send("POST", path, post, foreigner.as)).status).toBe(404);
    expect((await read(path)).status).toBe(404);
    expect((await read(path, foreigner)).status).toBe(404);
    expect((await read(path, member)).status).toBe(200);
  });
});

describe("changes", () => {
  test("since a version are whole posts, in parts that join without gap or doubling", async () => {
    const { id } = await start("uncac-review", member, { clientId: "changes" });
    for (const clientId of ["1", "2", "3"])
      await app.send("POST", `/api/v1/threads/${id}/posts`, { body: clientId, clientId }, member.as);
    interface Changes {
      version: number;
      posts: Post[];
      next: number | null;
    }
    const first = (await read<Changes>(`/api/v1/threads/${id}/changes?since=1&limit=2`)).body;
    expect(first).toMatchObject({ next: 3, version: 3 });
    const second = (await read<Changes>(`/api/v1/threads/${id}/changes?since=${first.next}&limit=2`)).body;
    expect(second).toMatchObject({ next: null, version: 4 });
    expect([...first.posts, ...second.posts].map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  test("of many posts at one version, as after a merge, are given together, so that asking on misses none", async () => {
    const { id } = await start("uncac-review", member, { clientId: "together" });
    for (const clientId of ["1", "2", "3"])
      await app.send(
        "POST",
        `/api/v1/threads/${id}/posts`,
        { body: `${clientId} of many`, clientId },
        member.as,
      );
    await app.app.db.pool.query("update posts set version = 4 where thread_id = $1 and number > 1", [id]);
    const path = `/api/v1/threads/${id}/changes?since=1&limit=1`;
    const { body } = await read<{ version: number; posts: Post[]; next: number | null }>(path);
    expect(body.posts.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(body).toMatchObject({ version: 4, next: null });
  });

  test("a kept page of a thread ends with a reply to it, and no other does", async () => {
    const one = await start("general", member, { clientId: "kept-1" });
    const other = await start("general", member, { clientId: "kept-2" });
    const paths = [one, other].map(({ id }) => `/api/v1/threads/${id}/posts`);
    for (const path of paths) await app.get(path, { "accept-encoding": "br" });
    const kept = (path: string) => app.app.cache.get(`br ${path}`) !== undefined;
    expect(paths.map(kept)).toEqual([true, true]);
    await app.send("POST", paths[0] ?? "", { body: "Yes", clientId: "y" }, member.as);
    await expect.poll(() => paths.map(kept)).toEqual([false, true]);
  });
});
