/** A CSO that hides itself loses badge and name on the board at once, for pages, data and whoever listens; and has both back. */
import type { Post, Thread, VisiblePost } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import type { SearchReply } from "shared/search/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimed } from "../make/person.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { replyTo, startThread } from "./talk.ts";

const SLUG = "transparency-international-kenya";
let app: TestApp;
let owner: SignedIn;
let writer: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const organisationId = await claimed(app.app.db, SLUG);
  owner = await signedIn(app, { memberships: [{ organisationId, role: "owner" }], unlimited: true });
  writer = await signedIn(app, { regions: ["africa"], unlimited: true });
});
afterAll(() => app.close());

const posts = async (id: number) =>
  (await app.json<List<VisiblePost>>(`/api/v1/threads/${id}/posts`)).body.items;
const found = async () =>
  (await app.json<SearchReply>(`/api/v1/search?q=${SLUG}&kind=posts`)).body.groups.flatMap(
    ({ items }) => items,
  );
async function hide(isHidden: boolean): Promise<void> {
  const wanted = isHidden ? "dark" : "back";
  const at = `/en/africa/organisations/${SLUG}/dark`;
  const done = await app.post(at, { csrf: owner.csrf, wanted }, owner.as);
  expect(done.status).toBe(303);
}

test("badge and mention go, and come back", async () => {
  const thread = {
    title: "Budget hearings",
    body: "They begin today.",
    kind: "discussion",
    clientId: "t1",
    organisation: SLUG,
  };
  const { body: made } = await app.send<Thread & { post: Post }>(
    "POST",
    "/api/v1/regions/africa/boards/general/threads",
    thread,
    owner.as,
  );
  const named = { body: `Ask @${SLUG}, please.`, clientId: "p1" };
  await app.send("POST", `/api/v1/threads/${made.id}/posts`, named, writer.as);
  await expect.poll(async () => (await found()).length, { timeout: 5000, interval: 50 }).toBe(1);
  const page = `/en/africa/board/threads/${made.id}`;
  const before = (await posts(made.id)).map(({ organisation, html }) => ({ organisation, html }));
  expect(before[0]?.organisation).toMatchObject({ slug: SLUG });
  expect(before[1]?.html).toContain(`/organisations/${SLUG}"`);
  expect((await app.get(page)).text).toContain(SLUG);
  const { version } = (await app.json<Thread>(`/api/v1/threads/${made.id}`)).body;

  await hide(true);
  const { text } = await app.get(`/api/v1/threads/${made.id}/changes?since=${version}`);
  const heard = JSON.parse(text) as { posts: VisiblePost[]; thread: Thread };
  expect(heard.posts.map(({ number }) => number)).toEqual([1, 2]);
  expect(heard.thread.organisation).toBeNull();
  expect(heard.posts[1]?.body).toBe("Ask @…, please.");
  expect(text).not.toContain(SLUG);
  expect((await app.get(page)).text).not.toContain(SLUG);
  expect((await app.get(page, writer.as)).text).not.toContain(SLUG);
  expect(await found()).toEqual([]);

  await hide(false);
  expect((await posts(made.id)).map(({ organisation, html }) => ({ organisation, html }))).toEqual(before);
  expect((await app.get(page)).text).toContain(SLUG);
  await expect.poll(async () => (await found()).length, { timeout: 5000, interval: 50 }).toBe(1);
});

test("a name that was taken out of a post goes from its history too", async () => {
  const { id } = await startThread(app, writer);
  const post = await replyTo(app, writer, id, `Ask @${SLUG} about it.`);
  const edited = { body: "Ask them about it.", version: post.version };
  expect((await app.send("PATCH", `/api/v1/posts/${post.id}`, edited, writer.as)).status).toBe(200);
  const at = `/en/africa/board/threads/${id}/posts/2/history`;
  expect((await app.get(at, writer.as)).text).toContain(SLUG);
  await hide(true);
  const page = await app.page(at, writer.as);
  expect(page.text("main")).toContain("@…");
  expect(page.html).not.toContain(SLUG);
  await hide(false);
});
