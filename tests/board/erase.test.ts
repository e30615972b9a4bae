/** Who is erased leaves the board: their words go, or stay without a name, and what others wrote no longer names them. */

import { hashPassword } from "server/accounts/passwords.ts";
import type { Post, Thread, VisiblePost } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import type { SearchReply } from "shared/search/contract.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { traces } from "../make/traces.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const PASSWORD = "nine green lanterns over the harbour";
let app: TestApp;
let passwordHash: string;
let leaving: SignedIn;
let staying: SignedIn;
let count = 0;
let thread: number;
let word: string;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => app.close());

/** One starts a thread, another answers, names and quotes them; the first answers again and says thanks. */
beforeEach(async () => {
  count += 1;
  word = `wordofthem${count}`;
  leaving = await signedIn(app, {
    handle: `Nuru-${count}x`,
    regions: ["africa"],
    unlimited: true,
    passwordHash,
  });
  staying = await signedIn(app, { handle: `salma-${count}`, regions: ["africa"], unlimited: true });
  thread = await start("general", `Title of @${leaving.handle}: ${word}`);
  await reply(staying, `Thank you @${leaving.handle}, and @${leaving.handle}-else. > ${"not a name"}`);
  await reply(leaving, `More ${word} of mine.`);
  await reply(staying, `> ${word}\n\n[@${leaving.handle}](#p1) as I said.`);
  const { body } = await app.json<List<Post>>(`/api/v1/threads/${thread}/posts`);
  const second = body.items[1]?.id;
  await app.app.db.pool.query(
    "insert into reactions (post_id, person_id, kind) values ($1, $2, 'thanks'), ($1, $3, 'thanks')",
    [second, leaving.id, staying.id],
  );
  await app.app.db.pool.query(`update posts set reactions = '{"thanks": 2}' where id = $1`, [second]);
});

let sent = 0;
async function start(board: string, title: string): Promise<number> {
  sent += 1;
  const body = { title, body: `First ${word}.`, kind: "discussion", clientId: `t${sent}` };
  const at = `/api/v1/regions/africa/boards/${board}/threads`;
  return (await app.send<Thread>("POST", at, body, leaving.as)).body.id;
}
async function reply(person: SignedIn, body: string): Promise<void> {
  sent += 1;
  const made = await app.send(
    "POST",
    `/api/v1/threads/${thread}/posts`,
    { body, clientId: `p${sent}` },
    person.as,
  );
  expect(made.status).toBe(201);
}
async function erase(keepPosts: boolean): Promise<void> {
  const fields = { csrf: leaving.csrf, handle: leaving.handle, presentPassword: PASSWORD };
  const choice: Record<string, string> = keepPosts ? { keepPosts: "on" } : {};
  const done = await app.post("/en/account/data/erase", { ...fields, ...choice }, leaving.as);
  expect(done.status).toBe(303);
}
const version = async () => (await app.json<Thread>(`/api/v1/threads/${thread}`)).body.version;
const changes = async (since: number) =>
  (await app.json<{ posts: Post[]; thread: Thread }>(`/api/v1/threads/${thread}/changes?since=${since}`))
    .body;
const posts = async () => (await app.json<List<VisiblePost>>(`/api/v1/threads/${thread}/posts`)).body.items;
const found = async () =>
  (await app.json<SearchReply>(`/api/v1/search?q=${word}`)).body.groups.flatMap(({ items }) => items);
const settled = () =>
  expect
    .poll(async () => (await app.app.db.pool.query("select 1 from post_work where kind = 'find'")).rowCount, {
      timeout: 5000,
      interval: 50,
    })
    .toBe(0);

describe("unless they choose otherwise", () => {
  test("their posts are places without text, at once for whoever follows the thread, and others' words stay", async () => {
    await settled();
    expect((await found()).length).toBeGreaterThan(1);
    const before = await version();
    await erase(false);
    const heard = await changes(before);
    const own = heard.posts.filter(({ state }) => state === "deleted");
    expect(own.map(({ number }) => number).toSorted()).toEqual([1, 3]);
    expect(new Set(heard.posts.map((post) => post.version)).size).toBe(heard.posts.length);
    expect(heard.thread).toMatchObject({ author: null, state: "visible", title: "…" });
    const [, answer] = await posts();
    expect(answer).toMatchObject({ author: { handle: staying.handle }, reactions: { thanks: 1 } });
    expect((await app.page(`/en/africa/board/threads/${thread}`)).text()).toContain("Thank you @…");
  });

  test("nothing of theirs is left in any table, in search or in pages", async () => {
    await settled();
    await erase(false);
    await settled();
    const { rows } = await app.app.db.pool.query("select handle from people where id = $1", [leaving.id]);
    expect(rows).toEqual([{ handle: null }]);
    // Somebody else may be called alike: "-else" goes on the name.
    const left = (await traces(app.app.db, [leaving.handle])).filter((row) => !row.includes("-else"));
    expect(left).toEqual([]);
    expect((await posts())[1]?.body).toContain(`@${leaving.handle}-else`);
    // What others quoted of them is theirs to keep.
    const ofThem = (await traces(app.app.db, [word])).filter((row) => !row.includes("as I said"));
    expect(ofThem).toEqual([]);
  });

  test("a thread in which nobody else wrote is gone", async () => {
    const alone = await start("general", "Alone");
    await erase(false);
    expect((await app.get(`/api/v1/threads/${alone}`)).status).toBe(404);
    expect((await app.get(`/api/v1/threads/${alone}`, staying.as)).status).toBe(404);
  });
});

describe("whoever lets their posts stay", () => {
  test("is named by nothing: the words stand, as by a person who was removed", async () => {
    await settled();
    const before = await version();
    await erase(true);
    const heard = await changes(before);
    expect(heard.posts.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
    const [first, answer, second] = await posts();
    expect(first).toMatchObject({ author: null, body: `First ${word}.` });
    expect(second).toMatchObject({ author: null, body: `More ${word} of mine.` });
    expect(answer?.html).not.toContain(`@${leaving.handle}<`);
    expect((await app.page(`/en/africa/board/threads/${thread}`)).text()).not.toContain(
      `@${leaving.handle},`,
    );
    await settled();
    expect((await found()).length).toBeGreaterThan(1);
    const left = (await traces(app.app.db, [leaving.handle])).filter((row) => !row.includes("-else"));
    expect(left).toEqual([]);
  });
});

test("the form says what becomes of posts, and lets the person choose", async () => {
  const page = await app.page("/en/account/data/erase", leaving.as);
  expect(page.document.querySelector("input[type=checkbox][name=keepPosts]")).not.toBeNull();
  expect(page.text()).toContain("My posts on the board stay, without my name");
});
