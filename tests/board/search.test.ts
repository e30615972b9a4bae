/** Searching the board: what one may read is found soon after it was written, and nothing else is, by nobody. */
import type { Post, Thread } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import type { SearchReply } from "shared/search/contract.ts";
import { plainText } from "shared/search/plain.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let foreigner: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  member = await signedIn(app, { handle: "amina", regions: ["africa"], unlimited: true });
  foreigner = await signedIn(app, { regions: ["south-east-asia"] });
});
afterAll(() => app.close());

let sent = 0;
async function start(board: string, title: string, body: string): Promise<number> {
  sent += 1;
  const thread = { title, body, kind: "discussion", clientId: `t${sent}` };
  const path = `/api/v1/regions/africa/boards/${board}/threads`;
  const { body: made } = await app.send<Thread>("POST", path, thread, member.as);
  return made.id;
}
async function reply(thread: number, body: string): Promise<Post> {
  sent += 1;
  const path = `/api/v1/threads/${thread}/posts`;
  return (await app.send<Post>("POST", path, { body, clientId: `p${sent}` }, member.as)).body;
}

async function search(q: string, person: SignedIn | null = null, more = ""): Promise<SearchReply> {
  const { text } = await app.get(`/api/v1/search?q=${encodeURIComponent(q)}${more}`, person?.as ?? {});
  return JSON.parse(text) as SearchReply;
}
const hits = async (q: string, person: SignedIn | null = null, more = "") =>
  (await search(q, person, more)).groups.find(({ kind }) => kind === "posts")?.items ?? [];
/** How many there are, once all that was written is in the index. */
const count = async (q: string, person: SignedIn | null = null) => {
  const { rows } = await app.app.db.pool.query(
    "select count(*)::int as waiting from post_work where kind = 'find'",
  );
  return rows[0].waiting > 0 ? "waiting" : (await hits(q, person)).length;
};
const soon = (q: string, person: SignedIn | null = null) =>
  expect.poll(() => count(q, person), { timeout: 5000, interval: 50 });

describe("a post is found", () => {
  test("soon after it was written, by its words, with its thread, its place and what matched", async () => {
    const thread = await start(
      "general",
      "Baobab procurement",
      "Who follows the tender for **school desks**?",
    );
    const post = await reply(thread, "The zebrawood contract was signed <b>yesterday</b>.");
    await soon("zebrawood").toBe(1);
    const [hit] = await hits("zebrawood");
    expect(hit).toMatchObject({
      kind: "posts",
      path: `africa/board/threads/${thread}?post=${post.number}#p${post.number}`,
      title: "Baobab procurement",
      region: "africa",
      excerpt: "The zebrawood contract was signed <b>yesterday</b>.",
      excerptMarks: [[4, 13]],
    });
    const { body } = await app.json<SearchReply>("/api/v1/search?q=zebrawood&region=south-east-asia");
    expect(body.groups).toEqual([]);
  });

  test("by its thread's title where it is the first; without the signs of its markup", async () => {
    await start("general", "Okapi declarations", "Nothing [here](https://example.org/secretpath) says it.");
    await soon("okapi").toBe(1);
    expect((await hits("okapi"))[0]?.excerpt).toBe("Nothing here says it.");
    expect(await hits("secretpath")).toEqual([]);
  });

  test("on the page of the region's search, with a link to its place", async () => {
    const thread = await start("general", "Pangolin ledger", "Numbers of the pangolin ledger.");
    await soon("pangolin").toBe(1);
    const page = await app.page("/en/africa/search?q=pangolin");
    expect(page.text()).toContain("On the board");
    const link = page.document.querySelector("#hits-posts ~ ul a");
    expect(link?.getAttribute("href")).toBe(`/en/africa/board/threads/${thread}?post=1#p1`);
    expect((await app.get("/en/africa/search?q=pangolin&kind=posts")).status).toBe(200);
  });

  test("as it says now: after an edit by its new words alone", async () => {
    const thread = await start("general", "Edits", "First");
    const post = await reply(thread, "Quokkas are small.");
    await soon("quokkas").toBe(1);
    await app.app.db.pool.query("update posts set body = 'Numbats', html = '<p>Numbats</p>' where id = $1", [
      post.id,
    ]);
    await again(post.id);
    await soon("numbats").toBe(1);
    expect(await hits("quokkas")).toEqual([]);
    expect((await search("quokas")).corrected).toBeNull();
  });
});

/** As every change of a post asks for it. */
async function again(id: number): Promise<void> {
  await app.app.db.pool.query("insert into post_work (kind, post_id) values ('find', $1)", [id]);
  await app.app.db.pool.query(
    "update threads set version = version + 1 where id = (select thread_id from posts where id = $1)",
    [id],
  );
  app.app.wake();
}

describe("who may not read it", () => {
  test("does not find it: neither visitors nor members of other regions, by word, title or kind", async () => {
    await start("safety-and-solidarity", "Wildebeest shelter", "The gerenuk safehouse moved.");
    await soon("gerenuk", member).toBe(1);
    for (const word of ["gerenuk", "wildebeest", "safehouse"]) {
      for (const person of [null, foreigner]) {
        expect(await search(word, person)).toMatchObject({ groups: [] });
        expect(await search(word, person, "&kind=posts")).toMatchObject({ groups: [] });
      }
      expect(await hits(word, member, "&kind=posts")).toHaveLength(1);
    }
  });

  test("is offered none of its words in place of a misspelt one", async () => {
    await start("safety-and-solidarity", "Names", "Ask Mpumelelosi about the springhaas.");
    await soon("springhaas", member).toBe(1);
    for (const person of [null, foreigner, member]) {
      expect((await search("Mpumelelosy", person)).corrected).toBeNull();
      expect((await search("springhas", person)).corrected).toBeNull();
    }
  });

  test("finds it no more once the board is not public any longer", async () => {
    await start("uncac-review", "Board that closes", "An aardwolf was seen.");
    await soon("aardwolf").toBe(1);
    await visibility("members");
    expect(await hits("aardwolf")).toEqual([]);
    await soon("aardwolf", member).toBe(1);
    expect((await search("aardwolv")).corrected).toBeNull();
    await visibility("public");
  });
});

async function visibility(visibility: string): Promise<void> {
  await app.app.db.pool.query(
    "update boards set visibility = $1 where slug = 'uncac-review' and region = 'africa'",
    [visibility],
  );
}

describe("what is not there for all its readers", () => {
  test.each(["hidden", "pending", "deleted"])("a %s post is found by nobody", async (state) => {
    const thread = await start("general", `State ${state}`, "First");
    const word = `numbat${state}`;
    const post = await reply(thread, `The ${word} was there.`);
    await soon(word).toBe(1);
    await app.app.db.pool.query("update posts set state = $2 where id = $1", [post.id, state]);
    // At once, also before the index follows.
    expect(await hits(word)).toEqual([]);
    await again(post.id);
    await soon(word, member).toBe(0);
    expect((await search(word, member)).groups).toEqual([]);
  });

  test("all of a hidden thread is gone, and comes back with it; a moved one is found where it stands", async () => {
    const thread = await start("general", "Kudu minutes", "First");
    await reply(thread, "The kudukudu clause.");
    await soon("kudukudu").toBe(1);
    const change = async (values: string) => {
      await app.app.db.pool.query(`update threads set ${values}, version = version + 1 where id = ${thread}`);
      app.app.wake();
    };
    await change("state = 'hidden'");
    expect(await hits("kudukudu")).toEqual([]);
    await change("state = 'visible'");
    await soon("kudukudu").toBe(1);
    await change("board_id = (select id from boards where slug = 'asset-recovery' and region = 'africa')");
    expect(await hits("kudukudu")).toEqual([]);
    await soon("kudukudu", member).toBe(1);
  });
});

test("one board's threads are found by the words of their posts", async () => {
  const inGeneral = await start("general", "Tender one", "First");
  await reply(inGeneral, "About the duiker bridge.");
  await reply(inGeneral, "More on the duiker bridge.");
  await start("access-to-information", "Tender two", "The duiker bridge again.");
  await soon("duiker").toBe(3);
  const { body } = await app.json<List<Thread>>(
    "/api/v1/regions/africa/boards/general/threads?q=duiker+bridge",
  );
  expect(body.items.map(({ id }) => id)).toEqual([inGeneral]);
  expect(body.total).toBe(1);
});

test("words that a post only quotes do not find it", () => {
  expect(
    plainText(
      "<p>a&amp;b</p><blockquote><p>x <blockquote>y</blockquote> z</p></blockquote><p>in<b>side</b><br>c &lt;i&gt;</p>",
    ),
  ).toBe("a&b inside c <i>");
});
