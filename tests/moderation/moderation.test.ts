/** Flags, decisions, appeals: what those who flag, those who wrote and those who keep the board may rely on. */
import type { Post, Thread } from "shared/board/contract.ts";
import type { LoggedDecision, WaitingItem } from "shared/moderation/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type NewPerson, type SignedIn, signedIn } from "../setup/people.ts";

const AFRICA = "/api/v1/regions/africa";
let mail: TestMail;
let app: TestApp;
let moderator: SignedIn;
let second: SignedIn;
let author: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  const keeps = (region: string): NewPerson => ({ roles: [{ role: "moderator", region }] });
  moderator = await signedIn(app, { handle: "first-moderator", ...keeps("africa") });
  second = await signedIn(app, { handle: "second-moderator", ...keeps("africa") });
  author = await signedIn(app, { handle: "writer", regions: ["africa"], language: "fr", unlimited: true });
  reader = await signedIn(app, { handle: "reader", regions: ["africa"], language: "ar" });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

let sent = 0;
const id = () => `c${++sent}`;
async function start(person = author, board = "general"): Promise<{ thread: number; post: number }> {
  const body = { title: "A thread", body: `Words ${sent}`, kind: "discussion", clientId: id() };
  const made = await app.send<Thread & { post: Post }>(
    "POST",
    `${AFRICA}/boards/${board}/threads`,
    body,
    person.as,
  );
  expect(made.status).toBe(201);
  return { thread: made.body.id, post: made.body.post.id };
}
async function reply(thread: number, person = author): Promise<Post> {
  const body = { body: `A reply ${sent}`, clientId: id() };
  const made = await app.send<Post>("POST", `/api/v1/threads/${thread}/posts`, body, person.as);
  expect(made.status).toBe(201);
  return made.body;
}
const flag = (post: number, person = reader, ground = "threat") =>
  app.send("POST", `/api/v1/posts/${post}/flags`, { ground, note: "See line two" }, person.as);
async function get<T>(path: string, person: SignedIn | null = null) {
  const { status, text } = await app.get(path, person?.as ?? {});
  return { status, body: JSON.parse(text) as T };
}
const queue = async (person = moderator) =>
  (await get<List<WaitingItem>>(`${AFRICA}/moderation/queue?limit=100`, person)).body.items;
const stateOf = async (thread: number, number: number) =>
  (await get<List<Post>>(`/api/v1/threads/${thread}/posts`, moderator)).body.items[number - 1]?.state;
const decide = (post: number, body: object, person = moderator) =>
  app.send<{ decisions: { id: number }[]; code?: string }>(
    "POST",
    `${AFRICA}/moderation/posts/${post}/decisions`,
    { ground: "threat", reason: "It threatens a colleague.", decided: 0, edits: 0, ...body },
    person.as,
  );
async function decided(post: number, body: object, person = moderator): Promise<number> {
  const made = await decide(post, body, person);
  expect(made.status).toBe(201);
  return made.body.decisions[0]?.id ?? 0;
}
const appeal = (decision: number, person = author) =>
  app.post(
    `/en/account/decisions/${decision}`,
    { csrf: person.csrf, words: "It was a quotation." },
    person.as,
  );

describe("a flag", () => {
  test("is given on a page of its own, once for each person and post, and waits in the region's queue", async () => {
    const { thread } = await start();
    const post = await reply(thread);
    const path = `/en/africa/board/threads/${thread}/posts/2/flag`;
    const fields = { csrf: reader.csrf, ground: "exposes", note: "It names a witness" };
    const first = await app.post(path, fields, reader.as);
    expect([first.status, first.headers.location]).toEqual([
      303,
      `/en/africa/board/threads/${thread}?post=2&done=flagged#p2`,
    ]);
    const again = await app.post(path, fields, reader.as);
    expect(again.status).toBe(422);
    expect(again.text).toContain("You have flagged this post already");
    const item = (await queue()).find((one) => one.post?.id === post.id);
    expect(item).toMatchObject({ kind: "flag", flags: [{ ground: "exposes", note: "It names a witness" }] });
    const page = await app.page("/en/africa/desk/flags", moderator.as);
    expect(page.text("main")).toContain("It names a witness");
    expect(page.html).not.toContain(">reader<");
  });

  test("needs an account that may read the post, which is somebody else's and is there", async () => {
    const { post } = await start(author, "asset-recovery");
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    expect((await flag(post, foreigner)).status).toBe(404);
    expect((await flag(post, author)).status).toBe(400);
    expect((await app.send("POST", `/api/v1/posts/${post}/flags`, { ground: "spam" })).status).toBe(401);
    expect((await flag(post)).status).toBe(201);
    expect((await flag(post)).status).toBe(409);
  });

  test("in the boards of all regions waits in each region's queue", async () => {
    const { post } = await start(author, "across-regions");
    await flag(post);
    const asian = await signedIn(app, { roles: [{ role: "moderator", region: "south-east-asia" }] });
    const path = "/api/v1/regions/south-east-asia/moderation/queue?limit=100";
    const { items } = (await get<List<WaitingItem>>(path, asian)).body;
    expect(items.map((one) => one.post?.id)).toEqual([post]);
    expect((await get("/api/v1/regions/africa/moderation/queue", asian)).status).toBe(404);
  });
});

describe("a decision", () => {
  test("hides the post, and tells author and flagger in their own language, with the reason and the way to appeal", async () => {
    const { thread } = await start();
    const post = await reply(thread);
    await flag(post.id);
    const decision = await decided(post.id, { action: "hide" });
    expect(await stateOf(thread, 2)).toBe("hidden");
    expect((await queue()).some((one) => one.post?.id === post.id)).toBe(false);
    const toAuthor = await mail.next({ to: author.email, subject: "Une décision des modérateurs" });
    const toReader = await mail.next({ to: reader.email, subject: "قرار من المشرفين" });
    for (const letter of [toAuthor, toReader]) expect(letter.text).toContain("It threatens a colleague.");
    expect(toAuthor.text).toContain("Le message est masqué.");
    expect(toAuthor.links).toContain(`${app.app.origin()}/fr/account/decisions/${decision}`);
    expect(toAuthor.raw).not.toContain("reader");
    const told = await app.app.db.pool.query(
      "select person_id, data from notifications where post_id = $1 and kind = 'decision' order by person_id",
      [post.id],
    );
    expect(told.rows.map(({ person_id }) => person_id)).toEqual([author.id, reader.id]);
    expect(told.rows[0].data).toMatchObject({ decision, action: "hide", as: "author" });
    const own = await app.page(`/en/account/decisions/${decision}`, author.as);
    expect(own.text("main")).toContain("It threatens a colleague.");
    expect((await app.get(`/en/account/decisions/${decision}`, second.as)).status).toBe(404);
  });

  test("of the second of two moderators is refused, and shows what the first decided", async () => {
    const { thread } = await start();
    const post = await reply(thread);
    await flag(post.id);
    const answers = await Promise.all([
      decide(post.id, { action: "hide" }),
      decide(post.id, { action: "keep" }, second),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const fields = {
      csrf: second.csrf,
      action: "keep",
      ground: "other",
      reason: "It is fine.",
      decided: "0",
      edits: "0",
    };
    const late = await app.post(`/en/africa/desk/flags/${post.id}`, fields, second.as);
    expect(late.status).toBe(422);
    expect(late.text).toContain("Another moderator decided meanwhile");
    expect(late.text).toContain("It threatens a colleague.");
  });

  test("about a first post hides the whole thread, and showing it again brings it back", async () => {
    const { thread, post } = await start();
    const decision = await decided(post, { action: "hide" });
    expect((await get(`/api/v1/threads/${thread}`)).status).toBe(404);
    await decided(post, { action: "show", decided: decision });
    expect((await get(`/api/v1/threads/${thread}`)).status).toBe(200);
  });

  test("may lock the thread, and only what fits the post can be decided", async () => {
    const { thread, post } = await start();
    expect((await decide(post, { action: "show" })).status).toBe(400);
    expect((await decide(post, {})).status).toBe(400);
    await decided(post, { action: "lock" });
    const late = await app.send(
      "POST",
      `/api/v1/threads/${thread}/posts`,
      { body: "x", clientId: id() },
      reader.as,
    );
    expect(late).toMatchObject({ status: 409, body: { code: "locked" } });
  });

  test("is not made about one's own person, nor at another region's desk", async () => {
    const { post } = await start(moderator);
    expect((await decide(post, { measure: "warn" })).status).toBe(400);
    const asian = await signedIn(app, { roles: [{ role: "moderator", region: "south-east-asia" }] });
    const path = `/api/v1/regions/south-east-asia/moderation/posts/${post}/decisions`;
    const body = { action: "hide", ground: "spam", reason: "Because.", decided: 0, edits: 0 };
    expect((await app.send("POST", path, body, asian.as)).status).toBe(404);
  });

  test("is not made in one's own cause: who wrote a post neither clears it, nor learns who flagged it from their words", async () => {
    const { thread } = await start();
    const post = await reply(thread, moderator);
    await flag(post.id);
    expect((await decide(post.id, { action: "keep" })).status).toBe(400);
    const own = (await queue()).find((one) => one.post?.id === post.id);
    expect(own).toMatchObject({ flags: [{ ground: "threat", note: "" }] });
    const page = await app.page(`/en/africa/desk/flags/${post.id}`, moderator.as);
    expect(page.text("main")).not.toContain("See line two");
    const hidden = await decided(post.id, { action: "hide" }, second);
    expect((await decide(post.id, { action: "show", decided: hidden })).status).toBe(400);
  });
});

describe("a suspension", () => {
  test("lets read but not write, in its region and across regions, until it is lifted", async () => {
    const person = await signedIn(app, { regions: ["africa"] });
    const { thread, post } = await start(person);
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect((await decide(post, { measure: "suspend" })).status).toBe(400);
    expect((await decide(post, { measure: "suspend", until: "2999-01-01" })).status).toBe(400);
    const decision = await decided(post, { action: "keep", measure: "suspend", until });
    const write = (at = thread) =>
      app.send<{ code: string; detail: string }>(
        "POST",
        `/api/v1/threads/${at}/posts`,
        { body: "I write on.", clientId: id() },
        person.as,
      );
    expect((await get(`/api/v1/threads/${thread}`, person)).status).toBe(200);
    const refused = await write();
    expect(refused).toMatchObject({ status: 403, body: { code: "suspended" } });
    expect(refused.body.detail).toContain(until);
    const page = await app.page(`/en/africa/board/threads/${thread}`, person.as);
    expect(page.links("main a")).toContain("/en/account/decisions");
    const everywhere = await start(author, "across-regions");
    expect((await write(everywhere.thread)).status).toBe(403);
    await decided(post, { measure: "lift", decided: decision + 1 });
    expect((await write()).status).toBe(201);
  });
});

describe("an appeal", () => {
  test("is answered by another moderator than who decided, and reversing restores what was there", async () => {
    const { thread } = await start();
    const post = await reply(thread);
    const decision = await decided(post.id, { action: "hide" });
    expect((await appeal(decision)).status).toBe(303);
    expect((await appeal(decision)).status).toBe(422);
    const item = (await queue()).find((one) => one.kind === "appeal" && one.post?.id === post.id);
    const path = `${AFRICA}/moderation/appeals/${item?.id}/answer`;
    const body = { outcome: "reversed", answer: "It was a quotation." };
    expect((await app.send("POST", path, body, moderator.as)).status).toBe(403);
    expect((await app.send("POST", path, body, second.as)).status).toBe(200);
    expect((await app.send("POST", path, body, second.as)).status).toBe(409);
    expect(await stateOf(thread, 2)).toBe("visible");
    const letter = await mail.next({ to: author.email, subject: "La réponse à votre recours" });
    expect(letter.text).toContain("It was a quotation.");
  });

  test("against a ban lifts it", async () => {
    const person = await signedIn(app, { regions: ["africa"] });
    const { thread, post } = await start(person);
    const decision = await decided(post, { measure: "ban" });
    const write = () =>
      app.send("POST", `/api/v1/threads/${thread}/posts`, { body: "Still here", clientId: id() }, person.as);
    expect((await write()).status).toBe(403);
    await appeal(decision, person);
    const item = (await queue()).find((one) => one.kind === "appeal" && one.post?.id === post);
    const path = `/en/africa/desk/flags/appeals/${item?.id}`;
    const own = await app.page(path, moderator.as);
    expect(own.text("main")).toContain("another moderator answers");
    const fields = { csrf: second.csrf, outcome: "reversed", answer: "A ban was too much." };
    expect((await app.post(path, fields, second.as)).status).toBe(303);
    expect((await write()).status).toBe(201);
  });

  test("of who flagged a post that was kept hides it, and its author may appeal that in turn", async () => {
    const { thread } = await start();
    const post = await reply(thread);
    await flag(post.id);
    const decision = await decided(post.id, { action: "keep" });
    expect((await appeal(decision, reader)).status).toBe(303);
    const item = (await queue()).find((one) => one.kind === "appeal" && one.post?.id === post.id);
    const body = { outcome: "reversed", answer: "It does threaten." };
    await app.send("POST", `${AFRICA}/moderation/appeals/${item?.id}/answer`, body, second.as);
    expect(await stateOf(thread, 2)).toBe("hidden");
    const rows = await app.app.db.pool.query("select id from decisions where about = $1", [decision]);
    expect((await appeal(rows.rows[0].id)).status).toBe(303);
  });
});

describe("an appeal against a moderator's own post", () => {
  test("is answered by somebody else, and its words are not shown to who wrote the post", async () => {
    const { thread } = await start();
    const post = await reply(thread, moderator);
    await flag(post.id);
    const decision = await decided(post.id, { action: "keep" }, second);
    const third = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
    expect((await appeal(decision, reader)).status).toBe(303);
    const find = async (person: SignedIn) =>
      (await queue(person)).find((one) => one.kind === "appeal" && one.post?.id === post.id);
    const item = await find(moderator);
    expect(item?.words).toBe("");
    expect((await find(third))?.words).toBe("It was a quotation.");
    const page = await app.page(`/en/africa/desk/flags/appeals/${item?.id}`, moderator.as);
    expect(page.text("main")).not.toContain("It was a quotation.");
    const path = `${AFRICA}/moderation/appeals/${item?.id}/answer`;
    const body = { outcome: "upheld", answer: "I meant no harm." };
    expect((await app.send("POST", path, body, moderator.as)).status).toBe(403);
    expect((await app.send("POST", path, body, third.as)).status).toBe(200);
  });
});

describe("new members", () => {
  test("see their first post in place, others once it is approved; after two it needs no approval", async () => {
    const { thread } = await start();
    const fresh = await signedIn(app, { regions: ["africa"], joinedAt: app.app.now(), handle: "newcomer" });
    const waiting = await reply(thread, fresh);
    expect(waiting).toMatchObject({ state: "pending", number: 2 });
    const own = await app.page(`/en/africa/board/threads/${thread}`, fresh.as);
    expect(own.text("#p2")).toContain("A reply");
    const others = await app.page(`/en/africa/board/threads/${thread}`);
    expect(others.text("#p2")).not.toContain("A reply");
    const item = (await queue()).find((one) => one.post?.id === waiting.id);
    expect(item).toMatchObject({ kind: "approval" });
    await decided(waiting.id, { action: "approve", ground: "order", reason: "Welcome." });
    expect(await stateOf(thread, 2)).toBe("visible");
    const next = await reply(thread, fresh);
    expect(next.state).toBe("pending");
    await decided(next.id, { action: "approve", ground: "order", reason: "Welcome." });
    expect((await reply(thread, fresh)).state).toBe("visible");
    const linked = { body: "Look at https://example.org/offer", clientId: id() };
    const link = await app.send<Post>("POST", `/api/v1/threads/${thread}/posts`, linked, fresh.as);
    expect(link.body.state).toBe("pending");
  });

  test("start a thread that only they and moderators see until it is approved", async () => {
    const fresh = await signedIn(app, { regions: ["africa"], joinedAt: app.app.now() });
    const { thread, post } = await start(fresh);
    expect((await get(`/api/v1/threads/${thread}`)).status).toBe(404);
    expect((await get(`/api/v1/threads/${thread}`, fresh)).status).toBe(200);
    await decided(post, { action: "approve", ground: "order", reason: "Welcome." });
    expect((await get(`/api/v1/threads/${thread}`)).status).toBe(200);
  });
});

describe("pace and likeness", () => {
  const write = (thread: number, body: string, person: SignedIn) =>
    app.send<{ code: string }>(
      "POST",
      `/api/v1/threads/${thread}/posts`,
      { body, clientId: id() },
      person.as,
    );

  test("the eleventh post within ten minutes is refused with the time to wait", async () => {
    const busy = await signedIn(app, { regions: ["africa"] });
    const { thread } = await start();
    for (let turn = 0; turn < 10; turn++)
      expect((await write(thread, `Turn ${turn}`, busy)).status).toBe(201);
    const refused = await write(thread, "One more", busy);
    expect(refused).toMatchObject({ status: 429, body: { code: "too-many" } });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(500);
    const page = await app.post(
      `/en/africa/board/threads/${thread}/reply`,
      { csrf: busy.csrf, body: "What I typed stays", clientId: id() },
      busy.as,
    );
    expect(page.text).toContain("What I typed stays");
    expect(page.text).toContain("ten posts in ten minutes");
  });

  test("the same words, or nearly the same, in another thread are refused, short thanks are not", async () => {
    const person = await signedIn(app, { regions: ["africa"] });
    const [one, other] = [await start(), await start()];
    const advert =
      "Our training on asset recovery begins next week in Nairobi, register today with your colleagues.";
    expect((await write(one.thread, advert, person)).status).toBe(201);
    expect((await write(other.thread, advert.toUpperCase(), person)).status).toBe(429);
    expect((await write(other.thread, `Hello! ${advert}`, person)).status).toBe(429);
    expect((await write(one.thread, "Thank you!", person)).status).toBe(201);
    expect((await write(other.thread, "Thank you!", person)).status).toBe(201);
  });

  test("in slow mode there is a pause between two posts of one person", async () => {
    const person = await signedIn(app, { regions: ["africa"] });
    const { thread } = await start();
    const path = `/en/africa/board/threads/${thread}/tools/pace`;
    expect((await app.get(path, person.as)).status).toBe(404);
    const set = await app.post(path, { csrf: moderator.csrf, pace: "300" }, moderator.as);
    expect(set.status).toBe(303);
    expect((await write(thread, "First", person)).status).toBe(201);
    expect((await write(thread, "Second", person)).status).toBe(429);
    expect((await write(thread, "Mine", moderator)).status).toBe(201);
    expect((await write(thread, "Mine too", moderator)).status).toBe(201);
  });

  test("nobody but a demonstration person can be exempt", async () => {
    const rows = app.app.db.pool.query("update people set unlimited = true where id = $1", [reader.id]);
    await expect(rows).rejects.toThrow("people_unlimited");
  });
});

describe("the public log", () => {
  test("tells date, board, action, ground and outcome, and nothing of anybody", async () => {
    const { status, body } = await get<List<LoggedDecision>>(`${AFRICA}/moderation/decisions?limit=100`);
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(5);
    expect(body.items).toContainEqual(
      expect.objectContaining({ action: "hide", ground: "threat", appeal: "reversed" }),
    );
    const page = await app.page("/fr/africa/board/decisions");
    expect(page.texts("tbody tr").length).toBeGreaterThan(5);
    for (const secret of ["writer", "reader", "first-moderator", "threatens a colleague", "A reply"])
      expect(JSON.stringify(body) + page.text("main")).not.toContain(secret);
  });

  test("does not tell of which members' board a decision was", async () => {
    const { post } = await start(author, "safety-and-solidarity");
    await decided(post, { action: "hide", ground: "exposes" });
    const { body } = await get<List<LoggedDecision>>(`${AFRICA}/moderation/decisions`);
    expect(body.items[0]).toMatchObject({ board: null, action: "hide", ground: "exposes", appeal: null });
  });
});

test("what moderators do stands in the audit log, by ids alone", async () => {
  const rows = await app.app.db.pool.query(
    "select distinct action from audit where action like 'decision.%' or action like 'appeal.%'",
  );
  const actions = rows.rows.map(({ action }) => action);
  for (const action of ["decision.hide", "decision.suspend", "appeal.made", "appeal.reversed"])
    expect(actions).toContain(action);
});
