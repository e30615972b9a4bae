/** The board as pages: who finds what, parts of a thread, permalinks, starting and replying without JavaScript. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let foreigner: SignedIn;
let moderator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  member = await signedIn(app, { regions: ["africa"], handle: "amina" });
  foreigner = await signedIn(app, { regions: ["south-east-asia"] });
  moderator = await signedIn(app, { roles: [{ role: "moderator", region: "africa" }] });
  // What is tested here is not how fast anybody may write.
  await app.app.db.pool.query(
    "update people set demonstration = true, unlimited = true, created_at = now() - interval '1 year' where email is not null",
  );
});
afterAll(() => app.close());

const board = "/en/africa/board";

async function start(slug: string, fields: Record<string, string> = {}): Promise<string> {
  const form = await app.page(`${board}/${slug}/new`, member.as);
  const clientId = form.document.querySelector("input[name=clientId]")?.getAttribute("value") ?? "";
  const sent = {
    csrf: member.csrf,
    clientId,
    title: "Dates of the visit",
    body: "When is it?",
    kind: "discussion",
  };
  const reply = await app.post(`${board}/${slug}/new`, { ...sent, ...fields }, member.as);
  expect(reply.status).toBe(303);
  return reply.headers.location ?? "";
}

/** Posts straight into the thread, as many people would have written them. */
async function fill(thread: string, count: number): Promise<void> {
  const id = Number(thread.split("/").at(-1));
  await app.app.db.pool.query(
    `insert into posts (thread_id, number, created_version, version, author_id, body, html, language)
     select $1, n, n, n, $3, 'Post ' || n, '<p>Post ' || n || '</p>', 'en' from generate_series(2, $2) n`,
    [id, count, member.id],
  );
  await app.app.db.pool.query("update threads set last_number = $2, version = $2 where id = $1", [id, count]);
}

describe("boards", () => {
  test("say what they are for, who reads them and when something was last written", async () => {
    const page = await app.page(board);
    expect(page.texts("h2 bdi")).toEqual(["General", "UNCAC review", "Access to information"]);
    expect(page.text(".card")).toContain("public");
    expect(page.text(".card")).toMatch(/last post .* UTC/);
    expect(page.text("main")).toContain("Members see further boards");
  });

  test("of members stand on the page of members alone, the one of all regions too", async () => {
    const own = await app.page(board, member.as);
    expect(own.texts("h2 bdi")).toEqual([
      ...["General", "UNCAC review", "Access to information", "Asset recovery"],
      ...["Safety and solidarity", "Across regions"],
    ]);
    expect((await app.page(board, foreigner.as)).texts("h2 bdi")).not.toContain("Asset recovery");
    expect((await app.get(`${board}/asset-recovery`)).status).toBe(404);
    expect((await app.get(`${board}/asset-recovery`, foreigner.as)).status).toBe(404);
    expect((await app.get("/en/south-east-asia/board/across-regions", foreigner.as)).status).toBe(200);
  });

  test("the welcome is read in one's own language", async () => {
    const french = await app.page("/fr/africa/board/general");
    expect(french.text("h3")).toBe("Bienvenue sur le forum");
    const href = french.links("h3 a")[0] ?? "";
    expect((await app.page(href)).text("h1")).toBe("Bienvenue sur le forum");
  });
});

describe("a thread", () => {
  test("is started by a form, stands in its board, and is read by all where the board is public", async () => {
    const thread = await start("general", { title: "Visit to <Kenya>", kind: "question", countries: "KE" });
    const list = await app.page(`${board}/general`);
    expect(list.texts("h3")).toContain("Visit to <Kenya>");
    const page = await app.page(thread);
    expect(page.text("h1")).toBe("Visit to <Kenya>");
    expect(page.text(".post")).toContain("amina");
    expect(page.text("#reply")).toContain("Sign in to write here");
    expect(page.links(`a[href$="country=KE"]`)).toHaveLength(1);
    const narrowed = await app.page(`${board}/general?country=KE`);
    expect(narrowed.texts("h3")).toEqual(["Visit to <Kenya>"]);
  });

  test("that is sent twice is one", async () => {
    const first = await start("general", { clientId: "twice" });
    expect(await start("general", { clientId: "twice" })).toBe(first);
  });

  test("that is not complete comes back whole", async () => {
    const reply = await app.post(
      `${board}/general/new`,
      { csrf: member.csrf, clientId: "x", title: "", body: "What I thought of", kind: "discussion" },
      member.as,
    );
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("What I thought of");
  });

  test("says who reads it above the form, in a public board and in one of members", async () => {
    const open = await app.page(await start("general"), member.as);
    expect(open.text("#reply .notice")).toContain("Everybody on the internet");
    const closed = await app.page(await start("asset-recovery"), member.as);
    expect(closed.text("#reply .notice")).toContain("Only members of this region");
  });

  test("shows twenty posts a page, and a permalink finds its own whatever its number", async () => {
    const thread = await start("general");
    await fill(thread, 65);
    const numbers = async (query: string) => (await app.page(thread + query)).texts(".post .written");
    expect(await numbers("")).toHaveLength(20);
    expect(await numbers("?after=60")).toEqual(["Post 61", "Post 62", "Post 63", "Post 64", "Post 65"]);
    const page = await app.page(`${thread}?post=43`);
    expect(page.document.querySelector("#p43")).not.toBeNull();
    expect(page.document.querySelector("#p41")).not.toBeNull();
    expect(page.links("a[rel=next]")[0]).toContain("after=60");
    expect(page.links("a[rel=prev]")[0]).toContain("after=20");
    expect(await numbers("?post=9999")).toContain("Post 65");
  });

  test("of another region answers 308 to its own; one of all regions is read under each", async () => {
    const thread = await start("general");
    const elsewhere = await app.get(thread.replace("africa", "south-east-asia"));
    expect([elsewhere.status, elsewhere.headers.location]).toEqual([308, thread]);
    const common = await start("across-regions");
    expect((await app.get(common, member.as)).status).toBe(200);
    const there = common.replace("africa", "south-east-asia");
    expect((await app.get(there, foreigner.as)).status).toBe(200);
    expect((await app.get(there)).status).toBe(404);
  });
});

describe("a reply", () => {
  const formOf = async (thread: string, person = member) => {
    const page = await app.page(thread, person.as);
    const clientId = page.document.querySelector("#reply input[name=clientId]")?.getAttribute("value") ?? "";
    return { csrf: person.csrf, clientId };
  };

  test("leads to its place in the thread, is seen at once by visitors too, and stands there once", async () => {
    const thread = await start("general");
    await app.page(thread);
    const fields = { ...(await formOf(thread)), body: "In **May**." };
    const first = await app.post(`${thread}/reply`, fields, member.as);
    expect([first.status, first.headers.location]).toEqual([303, `${thread}?post=2#p2`]);
    const again = await app.post(`${thread}/reply`, fields, member.as);
    expect(again.headers.location).toBe(`${thread}?post=2#p2`);
    expect((await app.page(thread)).texts(".written")).toEqual(["When is it?", "In May."]);
  });

  test("to a thread that was locked meanwhile comes back with its text", async () => {
    const thread = await start("general");
    const fields = { ...(await formOf(thread)), body: "Too late" };
    await app.app.db.pool.query("update threads set locked_at = now() where id = $1", [
      thread.split("/").at(-1),
    ]);
    const refused = await app.post(`${thread}/reply`, fields, member.as);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Too late");
    expect(refused.text).toContain("closed to new posts");
    expect((await app.page(thread, member.as)).text("#reply")).toContain("is locked");
    expect((await app.page(thread, moderator.as)).document.querySelector("#reply form")).not.toBeNull();
  });

  test("is for members of the region: others are told so", async () => {
    const thread = await start("general");
    expect((await app.page(thread, foreigner.as)).text("#reply")).toContain("only members of the region");
    const sent = { csrf: foreigner.csrf, clientId: "y", body: "May I?" };
    expect((await app.post(`${thread}/reply`, sent, foreigner.as)).status).toBe(403);
  });

  test("without the session's token is not written, and keeps its text", async () => {
    const thread = await start("general");
    const refused = await app.post(`${thread}/reply`, { clientId: "z", body: "Kept text" }, member.as);
    expect([refused.status, refused.text.includes("Kept text")]).toEqual([403, true]);
  });
});

describe("what has not been read", () => {
  test("is counted, led to, and counts no more once it is read or marked as read", async () => {
    const reader = await signedIn(app, { regions: ["africa"] });
    const thread = await start("uncac-review", { title: "Something new" });
    const card = async () => (await app.page(board, reader.as)).texts(".card")[1];
    expect(await card()).toContain("1 unread thread");
    await app.page(thread, reader.as);
    expect(await card()).not.toContain("unread");
    await app.post(`${thread}/reply`, { csrf: member.csrf, clientId: "n", body: "And more" }, member.as);
    const unread = await app.page(`${board}/uncac-review?list=unread`, reader.as);
    expect(unread.texts("h3")).toEqual(["Something new"]);
    expect(unread.text("#threads")).toContain("1 unread post");
    const page = await app.page(thread, reader.as);
    expect(page.links("main .row a").some((href) => href.endsWith("?post=2#p2"))).toBe(true);
    await app.post(`${thread}/reply`, { csrf: member.csrf, clientId: "m", body: "Still more" }, member.as);
    const marked = await app.post(`${board}/uncac-review/read`, { csrf: reader.csrf }, reader.as);
    expect(marked.headers.location).toContain("done=boardRead");
    expect((await app.page(`${board}/uncac-review?list=unread`, reader.as)).text("main")).toContain(
      "You have read everything here",
    );
  });

  test("a visitor's reading writes nothing", async () => {
    const thread = await start("general");
    const count = async () => (await app.app.db.pool.query("select count(*)::int as n from reads")).rows[0].n;
    const before = await count();
    await app.page(thread);
    expect(await count()).toBe(before);
  });
});
