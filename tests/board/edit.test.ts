/** What authors may rely on when they correct or delete a post, and others who read it. */
import type { Post, VisiblePost } from "shared/board/contract.ts";
import { EDIT_DAYS } from "shared/board/rules.ts";
import { EDITS_PER_WINDOW } from "shared/moderation/posting.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { changesSince, replyTo, startThread } from "./talk.ts";

let app: TestApp;
let author: SignedIn;
let other: SignedIn;
let moderator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  author = await signedIn(app, { regions: ["africa"], unlimited: true });
  other = await signedIn(app, { regions: ["africa"], unlimited: true });
  moderator = await signedIn(app, { roles: [{ role: "moderator", region: "africa" }], unlimited: true });
});
afterAll(() => app.close());

const edit = (post: Post, body: string, as = author, version = post.version) =>
  app.send<VisiblePost & { code?: string }>("PATCH", `/api/v1/posts/${post.id}`, { body, version }, as.as);
const remove = (post: Post, as = author) => app.send("DELETE", `/api/v1/posts/${post.id}`, undefined, as.as);
const say = (sql: string, values: unknown[]) => app.app.db.pool.query(sql, values);

describe("correcting", () => {
  test("changes the post for all who follow, and says that it was edited", async () => {
    const { id, version, post } = await startThread(app, author);
    const reply = await edit(post, "When is **it**, please?");
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      edits: 1,
      number: 1,
      html: expect.stringContaining("<strong>it</strong>"),
    });
    const changes = await changesSince(app, id, version);
    expect(changes.posts).toEqual([reply.body]);
    expect(changes.version).toBe(reply.body.version);
  });

  test("is the author's alone; others are refused, and who may not read finds nothing", async () => {
    const { id } = await startThread(app, author, { board: "safety-and-solidarity" });
    const post = await replyTo(app, author, id, "Only for members.");
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    expect((await edit(post, "x", other)).status).toBe(403);
    expect((await edit(post, "x", moderator)).status).toBe(403);
    expect((await edit(post, "x", foreigner)).status).toBe(404);
    expect((await remove(post, foreigner)).status).toBe(404);
    expect((await remove(post, moderator)).status).toBe(403);
  });

  test("what was said meanwhile in another tab is not written over; a reaction meanwhile does no harm", async () => {
    const { post } = await startThread(app, author);
    expect((await edit(post, "Second")).status).toBe(200);
    const late = await edit(post, "Third");
    expect([late.status, late.body.code]).toEqual([409, "stale"]);
    const second = (await edit(post, "Second", author, 99)).body;
    await app.send("PUT", `/api/v1/posts/${post.id}/reactions/thanks`, undefined, other.as);
    expect((await edit(second, "Third")).status).toBe(200);
  });

  test("the same text again is no edit; nothing, or too much, is refused", async () => {
    const { post } = await startThread(app, author);
    expect((await edit(post, post.body)).body.edits).toBe(0);
    for (const body of ["", "   ", "[a]: https://b.example", "x".repeat(20_001)])
      expect((await edit(post, body)).status).toBe(400);
  });

  test(`ends after ${EDIT_DAYS} days, in a locked thread, and while suspended`, async () => {
    const { id, post } = await startThread(app, author);
    await say("update threads set locked_at = now() where id = $1", [id]);
    expect((await edit(post, "Locked")).body.code).toBe("locked");
    await say("update threads set locked_at = null where id = $1", [id]);
    await say("update posts set created_at = now() - make_interval(days => $2) where id = $1", [
      post.id,
      EDIT_DAYS,
    ]);
    expect((await edit(post, "Late")).status).toBe(403);
    await say("update posts set created_at = now() where id = $1", [post.id]);
    await say("insert into standings (person_id, kind, region) values ($1, 'suspended', 'africa')", [
      author.id,
    ]);
    expect((await edit(post, "Suspended")).body.code).toBe("suspended");
    await say("delete from standings where person_id = $1", [author.id]);
    expect((await edit(post, "Again")).status).toBe(200);
  });

  test("a new member's link does not slip in by an edit", async () => {
    const newcomer = await signedIn(app, { regions: ["africa"], joinedAt: new Date() });
    const { id } = await startThread(app, author);
    const post = await replyTo(app, newcomer, id, "A first word of mine.");
    expect(post.state).toBe("pending");
    await say("update posts set state = 'visible' where id = $1", [post.id]);
    const reply = await edit(post, "A first word: https://spam.example", newcomer);
    expect(reply.body).toMatchObject({ state: "pending" });
    expect(reply.body.body).toBeUndefined();
  });
});

describe("deleting", () => {
  test("leaves the place and nothing of what was said, in the thread, its history or its changes", async () => {
    const { id } = await startThread(app, author);
    const post = await replyTo(app, author, id, "A secret word");
    await edit(post, "Another secret word");
    expect((await remove(post)).status).toBe(204);
    const { posts } = await changesSince(app, id, 1);
    expect(posts).toMatchObject([{ number: 2, state: "deleted" }]);
    expect(JSON.stringify(posts)).not.toContain("secret");
    const { rows } = await say("select 1 from post_revisions where post_id = $1", [post.id]);
    expect(rows).toEqual([]);
    expect((await edit(post, "Back")).status).toBe(404);
  });

  test("is possible in a locked thread and while suspended: one may take back what one wrote", async () => {
    const { id } = await startThread(app, author);
    const post = await replyTo(app, author, id, "Oh");
    await say("update threads set locked_at = now() where id = $1", [id]);
    await say("insert into standings (person_id, kind, region) values ($1, 'suspended', 'africa')", [
      author.id,
    ]);
    expect((await remove(post)).status).toBe(204);
    await say("delete from standings where person_id = $1", [author.id]);
  });

  test("a thread in which nobody else wrote goes with its only post, title and all", async () => {
    const { id, post } = await startThread(app, author, { title: "Names of people at risk" });
    expect((await remove(post)).status).toBe(204);
    expect((await app.get(`/api/v1/threads/${id}`)).status).toBe(404);
  });
});

describe("quoting", () => {
  const quote = (id: number, number: number, as = other) =>
    app.get(`/api/v1/threads/${id}/posts/${number}/quote`, as.as);

  test("gives what was said behind >, without older quotes, and a way back", async () => {
    const { id } = await startThread(app, author, { body: "> older\n\nOne\n\nTwo" });
    const reply = JSON.parse((await quote(id, 1)).text);
    expect(reply).toEqual({
      body: `[@${author.handle}](?post=1#p1):\n\n> One\n>\n> Two\n\n`,
      replyTo: 1,
    });
    const page = await app.page(`/en/africa/board/threads/${id}/reply?quote=1`, other.as);
    expect(page.document.querySelector("textarea")?.textContent).toContain("> Two");
  });

  test.each(["hidden", "pending", "deleted", "moved"])(
    "what is %s cannot be quoted, also by its author",
    async (state) => {
      const { id } = await startThread(app, author);
      const post = await replyTo(app, author, id, "A word that is not there");
      await say("update posts set state = $2 where id = $1", [post.id, state]);
      for (const as of [other, author, moderator]) {
        expect((await quote(id, 2, as)).status).toBe(404);
        const page = await app.get(`/en/africa/board/threads/${id}/reply?quote=2`, as.as);
        expect([page.status, page.text.includes("not there")]).toEqual([200, false]);
      }
    },
  );
});

test("nobody corrects more in ten minutes than a person does: each edit names people, and is kept", async () => {
  const person = await signedIn(app, { regions: ["africa"] });
  const { id } = await startThread(app, author);
  let post = await replyTo(app, person, id, "Turn 0");
  for (let turn = 1; turn <= EDITS_PER_WINDOW; turn++) {
    const { status, body } = await edit(post, `Turn ${turn}`, person);
    expect(status).toBe(200);
    post = body;
  }
  expect(await edit(post, "Once more", person)).toMatchObject({ status: 429, body: { code: "too-many" } });
});
