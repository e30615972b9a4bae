/** Tools of moderators: pinned, locked, moved, split, merged, answered; nothing is lost, and nothing is shown to more. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let other: SignedIn;
let moderator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  member = await signedIn(app, { regions: ["africa"] });
  other = await signedIn(app, { regions: ["africa"] });
  moderator = await signedIn(app, { roles: [{ role: "moderator", region: "africa" }] });
  await app.app.db.pool.query(
    "update people set demonstration = true, unlimited = true, created_at = now() - interval '1 year'",
  );
});
afterAll(() => app.close());

const at = (id: number) => `/en/africa/board/threads/${id}`;
let sent = 0;

async function start(board: string, more: object = {}): Promise<number> {
  sent += 1;
  const thread = {
    title: "A thread",
    body: `Begins ${sent}`,
    kind: "discussion",
    clientId: `t${sent}`,
    ...more,
  };
  const address = `/api/v1/regions/africa/boards/${board}/threads`;
  const { status, body } = await app.send<{ id: number }>("POST", address, thread, member.as);
  expect(status).toBe(201);
  return body.id;
}

async function reply(id: number, body: string, clientId = body.replaceAll(" ", "-")): Promise<number> {
  const answer = await app.send<{ number: number }>(
    "POST",
    `/api/v1/threads/${id}/posts`,
    { body, clientId },
    other.as,
  );
  expect([200, 201]).toContain(answer.status);
  return answer.body.number;
}

interface Posts {
  items: { id: number; number: number; state: string; body?: string; replyTo?: number | null }[];
}
const postsOf = async (id: number) => (await app.json<Posts>(`/api/v1/threads/${id}/posts`)).body.items;
const bodiesOf = async (id: number) => (await postsOf(id)).map(({ body, state }) => body ?? state);

async function versionOf(id: number): Promise<string> {
  const { rows } = await app.app.db.pool.query("select own_version from threads where id = $1", [id]);
  return String(rows[0].own_version);
}

async function use(id: number, tool: string, fields: Record<string, string>, who = moderator) {
  const version = fields.version ?? (await versionOf(id));
  return app.post(`${at(id)}/tools${tool}`, { csrf: who.csrf, ...fields, version }, who.as);
}

async function decisions(id: number): Promise<string[]> {
  const { rows } = await app.app.db.pool.query(
    "select action from decisions where thread_id = $1 order by id",
    [id],
  );
  return rows.map(({ action }) => action);
}

describe("a switch", () => {
  test("pins and locks, is told in words, recorded, and undone by its opposite", async () => {
    const id = await start("general");
    expect((await use(id, "", { do: "pin" })).headers.location).toContain("done=thread-pin");
    expect((await use(id, "", { do: "lock", reason: "Said enough" })).status).toBe(303);
    const page = await app.page(at(id));
    expect(page.texts("h1 + p .tag")).toEqual(["pinned", "locked", "public"]);
    expect(page.text("#reply")).toContain("is locked");
    await use(id, "", { do: "unlock" });
    await use(id, "", { do: "unpin" });
    expect((await app.page(at(id))).texts("h1 + p .tag")).toEqual(["public"]);
    expect(await decisions(id)).toEqual(["pin", "lock", "unlock", "unpin"]);
  });

  test("of a page that shows an older state is refused", async () => {
    const id = await start("general");
    const version = await versionOf(id);
    await use(id, "", { do: "lock", version });
    expect((await use(id, "", { do: "pin", version })).status).toBe(409);
  });

  test("is not there for members, nor for moderators of another region", async () => {
    const id = await start("general");
    const elsewhere = await signedIn(app, { roles: [{ role: "moderator", region: "south-east-asia" }] });
    for (const person of [member, elsewhere]) {
      expect((await app.get(`${at(id)}/tools`, person.as)).status).toBe(404);
      expect((await use(id, "", { do: "lock" }, person)).status).toBe(404);
    }
    expect((await app.page(`${at(id)}/tools`, moderator.as)).text("h1")).toBe("Tools for moderators");
  });
});

describe("moving", () => {
  const boardId = async (slug: string) => {
    const { rows } = await app.app.db.pool.query(
      "select id from boards where slug = $1 and (region = 'africa' or region is null)",
      [slug],
    );
    return String(rows[0].id);
  };

  test("takes a thread to another board, where it is no longer read by those who may not", async () => {
    const id = await start("general");
    await app.page(at(id));
    const unsure = await use(id, "/move", { board: await boardId("asset-recovery") });
    expect(unsure.status).toBe(422);
    const moved = await use(id, "/move", { board: await boardId("asset-recovery"), confirmed: "on" });
    expect(moved.headers.location).toContain("done=threadMoved");
    expect((await app.get(at(id))).status).toBe(404);
    expect((await app.page(at(id), member.as)).links(".breadcrumbs a")[1]).toBe(
      "/en/africa/board/asset-recovery",
    );
  });

  test("never shows to all what was written for members", async () => {
    const id = await start("asset-recovery");
    const form = await app.page(`${at(id)}/tools/move`, moderator.as);
    expect(form.texts("[name=board]").length).toBe(1);
    const forced = await use(id, "/move", { board: await boardId("general"), confirmed: "on" });
    expect(forced.status).toBe(422);
    expect((await app.get(at(id))).status).toBe(404);
  });
});

describe("splitting", () => {
  test("makes posts a thread of their own; in their places stays where they are, and numbers have no gaps", async () => {
    const id = await start("general");
    for (const body of ["Second", "Third aside", "Fourth aside", "Fifth"]) await reply(id, body);
    await app.send(
      "POST",
      `/api/v1/threads/${id}/posts`,
      { body: "Sixth", clientId: "six", replyTo: 4 },
      other.as,
    );
    const before = await postsOf(id);
    const done = await use(id, "/split", { from: "3", to: "4", title: "The aside", confirmed: "on" });
    expect(done.status).toBe(303);
    const made = Number(/threads\/(\d+)/.exec(done.headers.location ?? "")?.[1]);
    expect(await bodiesOf(id)).toEqual([
      expect.stringContaining("Begins"),
      "Second",
      "moved",
      "moved",
      "Fifth",
      "Sixth",
    ]);
    const there = await postsOf(made);
    expect(there.map(({ number, body }) => [number, body])).toEqual([
      [1, "Third aside"],
      [2, "Fourth aside"],
    ]);
    expect(there[0]?.id).toBe(before[2]?.id);
    const page = await app.page(at(id));
    expect(page.links("#p3 a").at(-1)).toBe(`${at(made)}?post=1#p1`);
    expect(await reply(id, "Third aside")).toBe(3);
    expect(await decisions(id)).toEqual(["split"]);
    expect(await reply(id, "Seventh")).toBe(7);
  });

  test("leaves the first post where it is, and asks for posts that are there", async () => {
    const id = await start("general");
    await reply(id, "Another second");
    const first = await use(id, "/split", { from: "1", to: "2", title: "All", confirmed: "on" });
    expect([first.status, first.text.includes("The first post stays")]).toEqual([422, true]);
    expect((await use(id, "/split", { from: "2", to: "9", title: "More", confirmed: "on" })).status).toBe(
      422,
    );
  });
});

describe("merging", () => {
  test("brings all posts to the end of the other thread; the old address leads there", async () => {
    const into = await start("general");
    await reply(into, "There already", "same-id");
    const id = await start("general");
    await reply(id, "Comes along", "same-id");
    const done = await use(id, "/merge", { into: `http://127.0.0.1${at(into)}?post=1`, confirmed: "on" });
    expect(done.headers.location).toContain(`${at(into)}?done=threadMerged`);
    expect((await bodiesOf(into)).slice(1)).toEqual([
      "There already",
      expect.stringContaining("Begins"),
      "Comes along",
    ]);
    const old = await app.get(at(id));
    expect([old.status, old.headers.location]).toEqual([308, at(into)]);
    expect((await app.get(`/api/v1/threads/${id}`)).status).toBe(308);
    expect(await reply(into, "Goes on")).toBe(5);
  });

  test("of a thread with itself, with none, or into sight of more people is refused at the field", async () => {
    const open = await start("general");
    const id = await start("asset-recovery");
    for (const into of [String(id), "999999", "nonsense", String(open)])
      expect((await use(id, "/merge", { into, confirmed: "on" })).status, into).toBe(422);
  });
});

describe("the answer of a question", () => {
  test("is marked by who asked, led to, and unmarked again; not by others", async () => {
    const id = await start("uncac-review", { kind: "question", title: "When is the visit?" });
    await reply(id, "In the month of May");
    const press = (who: SignedIn, fields: Record<string, string>) =>
      app.post(`${at(id)}/answer`, { csrf: who.csrf, ...fields }, who.as);
    expect((await press(other, { number: "2" })).status).toBe(403);
    expect((await press(member, { number: "1" })).status).toBe(404);
    expect((await press(member, { number: "2" })).headers.location).toBe(
      `${at(id)}?post=2&done=answerMarked#p2`,
    );
    const page = await app.page(at(id));
    expect(page.text("#p2")).toContain("Answer");
    const listed = await app.page("/en/africa/board/uncac-review?list=unanswered");
    expect(listed.texts("h3")).not.toContain("When is the visit?");
    await press(member, {});
    expect((await app.page(at(id))).text("#p2")).not.toContain("Answer");
  });
});

describe("live coverage", () => {
  test("is written by who started it and whom they name, and may be read from its newest entry", async () => {
    await app.app.db.pool.query(
      "insert into roles (person_id, role, region) values ($1, 'curator', 'africa')",
      [member.id],
    );
    const id = await start("general", { kind: "live", title: "From the session" });
    const entry = (clientId: string) =>
      app.send("POST", `/api/v1/threads/${id}/posts`, { body: `Entry ${clientId}`, clientId }, other.as);
    expect((await entry("e1")).status).toBe(403);
    expect((await app.page(at(id), other.as)).text("#reply")).toContain("Only its authors");
    expect((await app.get(`${at(id)}/authors`, other.as)).status).toBe(404);
    const add = (handle: string) => app.post(`${at(id)}/authors`, { csrf: member.csrf, handle }, member.as);
    expect((await add("nobody-of-this-name")).status).toBe(422);
    expect((await add(other.handle)).status).toBe(303);
    expect((await entry("e2")).status).toBe(201);
    expect((await app.page(`${at(id)}?order=newest`)).texts(".post .written")[0]).toBe("Entry e2");
    await app.post(`${at(id)}/authors/remove`, { csrf: member.csrf, person: String(other.id) }, member.as);
    expect((await entry("e3")).status).toBe(403);
  });
});
