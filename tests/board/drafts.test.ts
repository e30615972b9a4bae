/** Drafts on the server: kept for their writer alone, never lost to another device, gone when sent. */
import type { Post, Thread } from "shared/board/contract.ts";
import type { Draft } from "shared/drafts/contract.ts";
import { MAX_DRAFT_TEXT } from "shared/drafts/rules.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let threadId: number;
let place: string;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
});
afterAll(() => app.close());

beforeEach(async () => {
  member = await signedIn(app, { regions: ["africa"] });
  threadId = await startIn("general");
  place = `thread:${threadId}`;
});

async function startIn(board: string): Promise<number> {
  const thread = { title: "Dates of the visit", body: "When is it?", kind: "discussion", clientId: "t" };
  const path = `/api/v1/regions/africa/boards/${board}/threads`;
  const { status, body } = await app.send<Thread>("POST", path, thread, member.as);
  expect(status).toBe(201);
  return body.id;
}

const keep = (text: string, more: object = {}, person = member, where = place) =>
  app.send<Draft>(
    "PUT",
    `/api/v1/drafts/${where}`,
    { clientId: "c1", version: 0, fields: { body: text }, ...more },
    person.as,
  );
async function drafts(person = member, where = ""): Promise<Draft[]> {
  const { text } = await app.get(`/api/v1/drafts${where}`, person.as);
  return (JSON.parse(text) as List<Draft>).items;
}

describe("a draft", () => {
  test("is there again for its writer, on any device, and for nobody else", async () => {
    const other = await signedIn(app, { regions: ["africa"] });
    expect((await keep("Half a sentence")).status).toBe(200);
    expect(await drafts()).toMatchObject([
      { place, clientId: "c1", fields: { body: "Half a sentence" }, version: 1 },
    ]);
    expect(await drafts(member, `/${place}`)).toHaveLength(1);
    expect(await drafts(other)).toEqual([]);
    expect((await app.get("/api/v1/drafts")).status).toBe(401);
  });

  test("is changed from the version one knows; what another device wrote meanwhile is not overwritten", async () => {
    await keep("One");
    expect((await keep("Two", { version: 1 })).body.version).toBe(2);
    expect((await keep("Old device", { version: 1 })).status).toBe(409);
    expect(await keep("Old device", { clientId: "c2" })).toMatchObject({ status: 200 });
    expect((await drafts()).map(({ fields }) => fields.body)).toEqual(["Old device", "Two"]);
  });

  test("thrown away elsewhere is kept anew where it is still written on", async () => {
    await keep("One");
    expect((await app.send("DELETE", `/api/v1/drafts/${place}/c1`, undefined, member.as)).status).toBe(204);
    expect((await app.send("DELETE", `/api/v1/drafts/${place}/c1`, undefined, member.as)).status).toBe(404);
    expect((await keep("One and more", { version: 1 })).status).toBe(200);
  });

  test("is gone once its post is there, and a late keeping does not bring it back", async () => {
    await keep("Ready");
    const post = { body: "Ready", clientId: "c1" };
    const sent = await app.send<Post>("POST", `/api/v1/threads/${threadId}/posts`, post, member.as);
    expect(sent.status).toBe(201);
    expect(await drafts()).toEqual([]);
    expect((await keep("Ready!", { version: 1 })).status).toBe(409);
    expect(await drafts()).toEqual([]);
  });

  test("holds a text that is too long for a post, so that it can be shortened, but not without end", async () => {
    expect((await keep("x".repeat(30_000))).status).toBe(200);
    expect((await keep("x".repeat(MAX_DRAFT_TEXT + 1))).status).toBe(400);
    const half = "x".repeat(MAX_DRAFT_TEXT - 10);
    expect((await keep(half, { version: 1, fields: { body: half, title: half } })).status).toBe(413);
  });

  test("with signs that no text has is kept without them", async () => {
    expect((await keep("a\u0000b")).body.fields.body).toBe("a\uFFFDb");
  });

  test("is refused for a place that one may not read, or that is none", async () => {
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    const closed = `thread:${await startIn("asset-recovery")}`;
    expect((await keep("x", {}, foreigner, closed)).status).toBe(404);
    expect((await keep("x", {}, member, closed)).status).toBe(200);
    expect((await keep("x", {}, member, "thread:999999")).status).toBe(404);
    expect((await keep("x", {}, member, "drawer")).status).toBe(404);
  });
});

describe("without a script", () => {
  const list = "/en/africa/board/drafts";

  test("a button keeps the form as a draft, the list shows it, and it goes on in its form", async () => {
    const fields = { csrf: member.csrf, place, clientId: "c9", body: "First line\nSecond line" };
    const kept = await app.post(`${list}/keep`, fields, member.as);
    expect([kept.status, kept.headers.location]).toEqual([303, `${list}?done=draft-kept`]);
    const page = await app.page(list, member.as);
    expect(page.text("main")).toContain("Dates of the visit");
    expect(page.text("main")).toContain("Second line");
    const [draft] = await drafts();
    expect(page.links("main a.button")).toEqual([
      `/en/africa/board/threads/${threadId}/reply?draft=${draft?.id}`,
    ]);
  });

  test("its form begins with what was kept, under the same id; nobody begins with another person's", async () => {
    await keep("Half a sentence");
    const [draft] = await drafts();
    const form = `/en/africa/board/threads/${threadId}/reply?draft=${draft?.id}`;
    const page = await app.page(form, member.as);
    expect(page.text("textarea[name=body]")).toBe("Half a sentence");
    expect(page.document.querySelector("input[name=clientId]")?.getAttribute("value")).toBe("c1");
    const other = await signedIn(app, { regions: ["africa"] });
    expect((await app.page(form, other.as)).text("textarea[name=body]")).toBe("");
  });

  test("a draft for a place that is no longer open keeps its text, without the place's name", async () => {
    const closed = await startIn("asset-recovery");
    await keep("My words", {}, member, `thread:${closed}`);
    await app.app.db.pool.query("update people set regions = '{south-east-asia}' where id = $1", [member.id]);
    const page = await app.page(list, member.as);
    expect(page.text("main")).toContain("My words");
    expect(page.text("main")).not.toContain("Dates of the visit");
  });

  test("it is thrown away with a button; nobody throws away another person's", async () => {
    const other = await signedIn(app, { regions: ["africa"] });
    await keep("Mine");
    const [draft] = await drafts();
    const drop = (person: SignedIn) =>
      app.post(`${list}/drop`, { csrf: person.csrf, id: String(draft?.id) }, person.as);
    expect((await drop(other)).status).toBe(404);
    expect((await drop(member)).headers.location).toBe(`${list}?done=draft-dropped`);
    expect(await drafts()).toEqual([]);
  });
});
