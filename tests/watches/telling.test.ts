/** Who is told of a post: those who watch, those named and answered; nobody of what they may not read. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type TestBoard, testBoard } from "./board.ts";

let app: TestApp;
let board: TestBoard;
let author: SignedIn;
let writer: SignedIn;

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const boardId = async (slug: string) =>
  (await sql("select id from boards where region = 'africa' and slug = $1", [slug])).rows[0].id as number;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  board = testBoard(app);
  author = await board.member("author");
  writer = await board.member("writer");
});
afterAll(() => app.close());

describe("without any choice", () => {
  test("who starts a thread is told of every reply; who replies of what names or answers them", async () => {
    const thread = await board.start(author);
    const number = await board.reply(writer, thread, "I know.");
    expect(await board.told(author, 1)).toEqual(["reply"]);
    await board.reply(author, thread, "Thank you.");
    expect(await board.told(writer, 0)).toEqual([]);
    await board.reply(author, thread, "One more thing.", { replyTo: number });
    expect(await board.told(writer, 1)).toEqual(["quote"]);
    expect((await board.list(writer)).items[0]).toMatchObject({ actor: "author", number: 4, read: false });
  });

  test("whose post is marked as the answer is told of it, once", async () => {
    const thread = await board.start(author, { kind: "question" });
    const number = await board.reply(writer, thread, "In May, as its focal point says.");
    const address = `/en/africa/board/threads/${thread.id}/answer`;
    const mark = (fields: Record<string, string>) =>
      app.post(address, { csrf: author.csrf, ...fields }, author.as);
    const before = (await board.list(writer)).items.length;
    const twice: Record<string, string>[] = [{ number: `${number}` }, {}, { number: `${number}` }];
    for (const fields of twice) expect((await mark(fields)).status).toBe(303);
    expect((await board.told(writer, before + 1))[0]).toBe("answer");
    expect((await board.list(writer)).items[0]).toMatchObject({ actor: "author", number });
    const own = await board.reply(author, thread, "I found it myself, see there.");
    await mark({ number: `${own}` });
    expect((await board.list(author)).items.map(({ kind }) => kind)).not.toContain("answer");
  });

  test("nobody is told of their own posts, and of a post once, by what is strongest", async () => {
    const named = await board.member("namedonce");
    const thread = await board.start(named);
    const number = await board.reply(named, thread, "A further thought of mine.");
    await board.reply(writer, thread, "What do you think, @namedonce?", { replyTo: number });
    expect(await board.told(named, 1)).toEqual(["mention"]);
  });

  test("a CSO's people are told where their CSO is named, not while it hides itself", async () => {
    const { rows } = await sql(
      "select id, slug from organisations where region = 'africa' and status = 'listed' order by id limit 1",
    );
    const [{ id, slug }] = rows;
    const memberships = [{ organisationId: id, role: "poster" } as const];
    const colleague = await board.member("colleague", { memberships });
    const thread = await board.start(author, { body: `What does @${slug} say?` });
    expect(await board.told(colleague, 1)).toEqual(["mention"]);
    expect((await board.list(colleague)).items[0]?.data).toEqual({ organisation: 1 });
    await sql("delete from notifications where person_id = $1", [colleague.id]);
    await sql("update organisations set dark_since = now(), status = 'hidden' where id = $1", [id]);
    await sql("insert into post_work (kind, post_id) select 'tell', id from posts where thread_id = $1", [
      thread.id,
    ]);
    await board.reply(author, thread, "And who else?");
    expect(await board.told(colleague, 0)).toEqual([]);
    await sql("update organisations set dark_since = null, status = 'listed' where id = $1", [id]);
  });
});

describe("by what was chosen", () => {
  test("a thread, a board and a country are watched by a button, and the page lists them", async () => {
    const reader = await board.member("watcher");
    const thread = await board.start(author);
    expect((await board.watch(reader, "thread", thread.id, "all")).status).toBe(303);
    await board.watch(reader, "board", await boardId("uncac-review"), "all");
    await board.watch(reader, "country", "ke", "all");
    await board.reply(writer, thread, "For those who watch.");
    await board.start(writer, { board: "uncac-review", title: "In the board" });
    await board.start(writer, { title: "About the country", countries: ["KE"] });
    expect(await board.told(reader, 3)).toEqual(["thread", "thread", "reply"]);
    const page = await app.page("/en/account/watches", reader.as);
    expect(page.texts(".card > p")).toEqual(["Kenya", expect.stringContaining("UNCAC"), thread.title]);
    expect(page.texts(".card [aria-pressed=true]")).toEqual(["Everything", "Everything", "Everything"]);
  });

  test("nothing means nothing, also where one is named", async () => {
    const silent = await board.member("silentone");
    const thread = await board.start(author);
    await board.watch(silent, "thread", thread.id, "none");
    await board.reply(writer, thread, "Do you hear, @silentone?");
    expect(await board.told(silent, 0)).toEqual([]);
    await board.watch(silent, "thread", thread.id, "mentions");
    await board.reply(writer, thread, "And now, @silentone?");
    expect(await board.told(silent, 1)).toEqual(["mention"]);
  });

  test("a choice made before is not changed by writing", async () => {
    const person = await board.member("chosen");
    const thread = await board.start(author);
    await board.watch(person, "thread", thread.id, "all");
    await board.reply(person, thread, "I write here too.");
    await board.reply(writer, thread, "So do I.");
    expect(await board.told(person, 1)).toEqual(["reply"]);
  });

  test("what one may not read, or is not there, cannot be watched", async () => {
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    const thread = await board.start(author, { board: "asset-recovery" });
    const closed = await boardId("asset-recovery");
    const places = [
      ["thread", thread.id],
      ["board", closed],
      ["country", "XX"],
      ["thread", 999_999],
    ] as const;
    for (const [kind, target] of places)
      expect((await board.watch(foreigner, kind, target, "all")).status, `${kind} ${target}`).toBe(404);
  });
});

describe("never", () => {
  test("to who may not read it any more", async () => {
    const leaving = await board.member("leaving");
    const thread = await board.start(author, { board: "asset-recovery" });
    await board.watch(leaving, "thread", thread.id, "all");
    await board.reply(writer, thread, "While they were a member.");
    expect(await board.told(leaving, 1)).toEqual(["reply"]);
    await sql("update people set regions = '{}' where id = $1", [leaving.id]);
    await board.reply(writer, thread, "After they left.");
    expect(await board.told(leaving, 0)).toEqual([]);
    expect((await sql("select from notifications where person_id = $1", [leaving.id])).rowCount).toBe(1);
  });

  test("to whom the author blocked, or who blocked or muted the author", async () => {
    const people: SignedIn[] = [];
    for (const handle of ["blocked1", "blocking1", "muting1"]) people.push(await board.member(handle));
    const [blocked, blocking, muting] = people;
    const thread = await board.start(author);
    for (const person of people) await board.watch(person, "thread", thread.id, "all");
    await sql(
      "insert into blocks (person_id, other_id, kind) values ($1, $2, 'block'), ($3, $1, 'block'), ($4, $1, 'mute')",
      [writer.id, blocked?.id, blocking?.id, muting?.id],
    );
    await board.reply(writer, thread, "Not for them.");
    for (const person of people) expect(await board.told(person, 0)).toEqual([]);
    await sql("delete from blocks");
  });

  test("of what was hidden: the notification goes with the post", async () => {
    const reader = await board.member("hiddenreader");
    const thread = await board.start(author);
    await board.watch(reader, "thread", thread.id, "all");
    const number = await board.reply(writer, thread, "This will be hidden.");
    expect(await board.told(reader, 1)).toEqual(["reply"]);
    await sql("update posts set state = 'hidden' where thread_id = $1 and number = $2", [thread.id, number]);
    expect(await board.told(reader, 0)).toEqual([]);
    expect((await app.get("/api/v1/notifications/count", reader.as)).text).toBe('{"unread":0}');
  });
});

describe("the page of notifications", () => {
  test("is read on by key, marks one or all as read, and so does reading the thread", async () => {
    const reader = await board.member("pagereader");
    const thread = await board.start(author, { title: "A long thread" });
    await board.watch(reader, "thread", thread.id, "all");
    for (let time = 0; time < 22; time++) await board.reply(writer, thread, `Post ${time}`);
    await board.settled();
    const count = async () =>
      JSON.parse((await app.get("/api/v1/notifications/count", reader.as)).text).unread;
    expect(await count()).toBe(22);
    const first = await app.page("/en/account/notifications", reader.as);
    expect(first.texts(".card")).toHaveLength(20);
    expect(first.text(".card")).toContain("writer wrote in A long thread");
    const next = first.links("a[rel=next]")[0] ?? "";
    expect((await app.page(next, reader.as)).texts(".card")).toHaveLength(2);
    const id = first.document.querySelector(".card input[name=id]")?.getAttribute("value") ?? "";
    const marked = await app.post("/en/account/notifications", { csrf: reader.csrf, id }, reader.as);
    expect(marked.status).toBe(303);
    expect(await count()).toBe(21);
    const link = first.links(".card a").at(-1) ?? "";
    expect((await app.get(link.split("#")[0] ?? "", reader.as)).status).toBe(200);
    expect(await count()).toBeLessThan(21);
    await app.post("/en/account/notifications", { csrf: reader.csrf }, reader.as);
    expect(await count()).toBe(0);
    expect((await app.page("/en/account/notifications", reader.as)).texts(".card .tag")).toEqual([]);
  });

  test("is nobody else's", async () => {
    const other = await board.member("otherone");
    const { rows } = await sql("select id from notifications where read_at is null limit 1");
    await app.send("POST", "/api/v1/notifications/read", { id: rows[0].id }, other.as);
    const after = await sql("select read_at from notifications where id = $1", [rows[0].id]);
    expect(after.rows[0].read_at).toBeNull();
    for (const path of ["/api/v1/notifications", "/api/v1/notifications/count"])
      expect((await app.get(path)).status).toBe(401);
  });
});
