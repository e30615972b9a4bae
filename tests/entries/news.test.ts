/** News at the desk: what curators may rely on when they write, publish, schedule and withdraw; and members who propose. */
import { publishDue } from "server/entries/clock.ts";
import type { Article } from "shared/news/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";

const DESK = "/en/africa/desk/news";
const API = "/api/v1/regions/africa";

let mail: TestMail;
let app: TestApp;
let curator: SignedIn;
let member: SignedIn;
let now = new Date("2026-11-22T08:00:00Z");

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings, now: () => now });
  curator = await signedIn(app, { handle: "curator", roles: [{ role: "curator", region: "africa" }] });
  member = await signedIn(app, { handle: "member", language: "fr", regions: ["africa"] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const item = (more: Record<string, unknown> = {}) => ({
  title: "Auditors publish a report on public procurement",
  language: "en",
  summary: "The report of the auditors names three tenders.",
  url: "https://example.org/report",
  countries: ["TN"],
  publishedOn: "2026-11-20",
  ...more,
});

type Reply = Article & { state: string; entry: number | null; version: number; publishAt: string | null };

function send<T = Reply>(method: "POST" | "PATCH", path: string, body: object, person = curator) {
  return app.send<T & { code?: string; problems?: { parameter: string }[] }>(method, path, body, person.as);
}

const listed = async (title: string) => {
  const { body } = await app.json<{ items: Article[] }>(`${API}/news?limit=5`);
  return body.items.find((one) => one.title === title);
};
/** The clock goes on; the curator stays signed in, as one who looks at a page now and then. */
async function goOn(to: string): Promise<void> {
  now = new Date(to);
  Object.assign(curator, await sessionOf(app, curator.id));
  Object.assign(member, await sessionOf(app, member.id));
}
const soon = { timeout: 5_000, interval: 50 };

describe("by JSON", () => {
  test("a curator publishes: it is on page, list, feed, search, sitemap and in the data at once", async () => {
    const title = "Everything at once about tenders";
    const created = await send("POST", `${API}/news`, item({ title, publish: true }));
    expect(created).toMatchObject({
      status: 201,
      body: { state: "published", title, publisher: "example.org", regions: ["africa"], entry: null },
    });
    const { slug } = created.body;
    await expect.poll(() => listed(title), soon).toBeDefined();
    const addresses = [
      `/en/africa/news/${slug}`,
      "/en/africa/news",
      "/en/africa/news.atom",
      "/en/africa/search?q=Everything+tenders",
      "/data/news.csv",
    ];
    for (const address of addresses)
      await expect
        .poll(async () => (await app.get(address)).text.replace(/<[^>]+>/g, ""), {
          ...soon,
          message: address,
        })
        .toContain(title);
    await expect.poll(async () => (await app.get("/sitemap.xml")).text, soon).toContain(`news/${slug}<`);
  });

  test("without `publish` it is a draft that nobody else sees, published when it is asked for", async () => {
    const title = "A draft that becomes news";
    const draft = await send("POST", `${API}/news`, item({ title }));
    expect(draft).toMatchObject({ status: 201, body: { state: "draft", slug: null } });
    expect(await listed(title)).toBeUndefined();
    const entry = `${API}/entries/${draft.body.entry}`;
    expect((await app.app.fastify.inject({ url: entry })).statusCode).toBe(401);
    const published = await send("POST", `${entry}/publication`, { version: draft.body.version });
    expect(published).toMatchObject({ status: 200, body: { state: "published" } });
    expect(await listed(title)).toMatchObject({
      title,
      verified: "page",
      source: "https://example.org/report",
    });
    expect(await send("POST", `${entry}/publication`, { version: published.body.version })).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
  });

  test("a button pressed twice publishes once, and proposes once", async () => {
    const twice = <T>(send: () => Promise<T>) => Promise.all([send(), send()]);
    const sent = item({ title: "Pressed twice", publish: true });
    const [first, second] = await twice(() => send("POST", `${API}/news`, sent));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.slug).toBe(first.body.slug);
    const proposal = { kind: "news", content: item({ title: "Proposed twice" }) };
    const [one, other] = await twice(() =>
      send<{ id: number }>("POST", `${API}/proposals`, proposal, member),
    );
    expect(other.body.id).toBe(one.body.id);
    await app.app.db.pool.query("delete from entries where id = $1", [one.body.id]);
  });

  test("what does not fit is refused by field, and nothing is kept", async () => {
    const before = await app.app.db.pool.query("select count(*) from entries");
    const misfits: [Record<string, unknown>, string][] = [
      [{ url: "javascript:alert(1)" }, "url"],
      [{ publishedOn: "2026-13-40" }, "publishedOn"],
      [{ countries: ["ZZ"] }, "countries"],
      [{ title: "" }, "title"],
      [{ colour: "red" }, "body"],
      [{ countries: "TN" }, "countries"],
    ];
    for (const [misfit, parameter] of misfits) {
      const refused = await send("POST", `${API}/news`, item({ ...misfit, publish: true }));
      expect(refused, JSON.stringify(misfit)).toMatchObject({ status: 400, body: { code: "invalid" } });
      expect(refused.body.problems?.map((problem) => problem.parameter)).toContain(parameter);
    }
    expect((await app.app.db.pool.query("select count(*) from entries")).rows).toEqual(before.rows);
  });

  test("a curator of another region, and a region that is not the curator's, are refused", async () => {
    const other = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
    expect((await send("POST", `${API}/news`, item({ publish: true }), other)).status).toBe(403);
    const both = item({ publish: true, regions: ["africa", "south-east-asia"] });
    expect((await send("POST", `${API}/news`, both)).status).toBe(403);
  });
});

describe("what is public", () => {
  test("is changed with the version that was seen, keeps its history, and comes back as it was", async () => {
    const created = await send("POST", `${API}/news`, item({ title: "First title", publish: true }));
    const { slug, version } = created.body;
    const changed = await send("PATCH", `${API}/news/${slug}`, { version, title: "Second title" });
    expect(changed).toMatchObject({ status: 200, body: { title: "Second title", slug, url: item().url } });
    expect(await send("PATCH", `${API}/news/${slug}`, { version, title: "Too late" })).toMatchObject({
      status: 409,
      body: { code: "stale" },
    });
    const history = await app.app.fastify.inject({ url: `${API}/news/${slug}/history`, headers: curator.as });
    const { items, version: seen } = history.json();
    expect(items[0]).toMatchObject({
      before: { title: "First title" },
      after: { title: "Second title" },
      by: "curator",
    });
    const restored = await send("POST", `${API}/news/${slug}/restoration`, {
      version: seen,
      revision: items[0].id,
    });
    expect(restored).toMatchObject({ status: 200, body: { title: "First title" } });
  });

  test("is withdrawn from everywhere, and comes back under its number and address", async () => {
    const title = "Withdrawn and back again";
    const created = await send("POST", `${API}/news`, item({ title, publish: true }));
    const { slug, version, id } = created.body;
    const kept = await send<{ id: number; version: number }>("POST", `${API}/news/${slug}/withdrawal`, {
      version,
      reason: "The source took it back.",
    });
    expect(kept).toMatchObject({ status: 200, body: { state: "withdrawn", slug } });
    await expect.poll(async () => (await app.get(`/en/africa/news/${slug}`)).status, soon).toBe(404);
    expect(await listed(title)).toBeUndefined();
    expect((await app.get("/en/africa/search?q=Withdrawn+again")).text).not.toContain(title);
    await send("POST", `${API}/entries/${kept.body.id}/publication`, { version: kept.body.version });
    expect(await listed(title)).toMatchObject({ id, slug });
  });
});

describe("a change that waits", () => {
  const draftOf = async (slug: string, title: string) => {
    const form = await app.page(`${DESK}/${slug}`, curator.as);
    await app.post(`${DESK}/${slug}`, { ...form.fields(), title, do: "draft" }, curator.as);
    return app.page(`${DESK}/${slug}`, curator.as);
  };

  test("is shown what became public meanwhile, and can still be published", async () => {
    const created = await send("POST", `${API}/news`, item({ title: "Before all", publish: true }));
    const { slug, version } = created.body;
    const draft = await draftOf(slug, "Written at leisure");
    expect(await listed("Before all")).toBeDefined();
    await send("PATCH", `${API}/news/${slug}`, { version, title: "Changed in haste" });
    const late = await app.post(`${DESK}/${slug}`, draft.fields(), curator.as);
    expect(late.status).toBe(409);
    expect(late.text).toContain("Changed in haste");
    const again = await app.post(`${DESK}/${slug}`, parsePage(late).fields(), curator.as);
    expect(again.status).toBe(303);
    await expect.poll(() => listed("Written at leisure"), soon).toBeDefined();
  });

  test("outlives the withdrawal of what it changes, and brings it back under its address", async () => {
    const created = await send("POST", `${API}/news`, item({ title: "To be withdrawn", publish: true }));
    const { slug, version, id } = created.body;
    await draftOf(slug, "Written before it was withdrawn");
    const gone = await send("POST", `${API}/news/${slug}/withdrawal`, { version, reason: "For a test." });
    expect(gone.status).toBe(200);
    const list = await app.json<{ items: { id: number; version: number; title: string; state: string }[] }>(
      `${API}/entries`,
      curator.as,
    );
    const draft = list.body.items.find(({ title }) => title === "Written before it was withdrawn");
    const back = await send("POST", `${API}/entries/${draft?.id}/publication`, { version: draft?.version });
    expect(back).toMatchObject({ status: 200, body: { state: "published", slug } });
    expect(await listed("Written before it was withdrawn")).toMatchObject({ id, slug });
    const withdrawn = await app.json<{ items: unknown[] }>(`${API}/entries?state=withdrawn`, curator.as);
    expect(JSON.stringify(withdrawn.body.items)).not.toContain(slug);
  });
});

describe("on time", () => {
  test("what is scheduled is published then, also when nobody looked meanwhile; once, on whichever node", async () => {
    const title = "For later";
    const publishAt = "2026-11-22T08:10:00.000Z";
    const scheduled = await send("POST", `${API}/news`, item({ title, publishAt }));
    expect(scheduled).toMatchObject({ status: 201, body: { state: "scheduled", publishAt } });
    await publishDue(app.app);
    expect(await listed(title)).toBeUndefined();
    await goOn("2026-11-22T08:12:00Z");
    await Promise.all([publishDue(app.app), publishDue(app.app)]);
    await expect.poll(() => listed(title), soon).toMatchObject({ title });
    const { rows } = await app.app.db.pool.query(
      "select count(*)::int as count from articles where title = $1",
      [title],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("a moment that is over, or none, is refused", async () => {
    const past = await send("POST", `${API}/news`, item({ publishAt: "2026-11-01T10:00:00Z" }));
    expect(past).toMatchObject({ status: 400, body: { code: "invalid" } });
  });

  test("what cannot be published at its time waits as a draft that says so", async () => {
    const created = await send("POST", `${API}/news`, item({ title: "Changed meanwhile", publish: true }));
    const { slug } = created.body;
    const page = await app.page(`${DESK}/${slug}`, curator.as);
    const fields = page.fields();
    const at = {
      publishOn: "2026-11-22",
      publishTime: "08:14",
      do: "schedule",
      title: "Changed by the clock",
    };
    expect((await app.post(`${DESK}/${slug}`, { ...fields, ...at }, curator.as)).status).toBe(303);
    await send("PATCH", `${API}/news/${slug}`, { version: created.body.version, title: "Changed by hand" });
    await goOn("2026-11-22T08:15:00Z");
    await publishDue(app.app);
    expect(await listed("Changed by hand")).toBeDefined();
    const list = await app.page(DESK, curator.as);
    expect(list.text()).toContain("could not be");
  });
});

describe("regions", () => {
  const both = ["africa", "south-east-asia"];
  const roles = both.map((region) => ({ role: "curator" as const, region }));
  const shared = async (title: string) => {
    const keeper = await signedIn(app, { roles });
    const sent = item({ title, publish: true, regions: both });
    return (await send("POST", `${API}/news`, sent, keeper)).body;
  };
  const regionsOf = async (slug: string) =>
    (await app.app.db.pool.query("select regions from articles where slug = $1", [slug])).rows[0]?.regions;

  test("that are others' keep what one's own region withdraws", async () => {
    const { slug, version } = await shared("Of two regions");
    const left = await app.send(
      "POST",
      `${API}/news/${slug}/withdrawal`,
      { version, reason: "Not ours." },
      curator.as,
    );
    expect(left.status).toBe(204);
    expect(await regionsOf(slug)).toEqual(["south-east-asia"]);
    expect((await send("PATCH", `${API}/news/${slug}`, { version: version + 1, title: "No" })).status).toBe(
      404,
    );
  });

  test("are neither won by a draft that names them, nor by going back", async () => {
    const { slug, version } = await shared("Narrowed later");
    const keeper = await signedIn(app, { roles });
    await send("PATCH", `${API}/news/${slug}`, { version, title: "Narrowed", regions: ["africa"] }, keeper);
    const history = await app.json<{ items: { id: number }[]; version: number }>(
      `${API}/news/${slug}/history`,
      curator.as,
    );
    const [latest] = history.body.items;
    const back = { version: history.body.version, revision: latest?.id };
    expect((await send("POST", `${API}/news/${slug}/restoration`, back)).status).toBe(200);
    expect(await regionsOf(slug)).toEqual(["africa"]);
    await app.app.db.pool.query("insert into entries (kind, region, content) values ('news', 'africa', $1)", [
      item({ title: "From a file", regions: ["south-east-asia"] }),
    ]);
    const { body } = await app.json<{ items: { id: number; version: number }[] }>(
      `${API}/entries`,
      curator.as,
    );
    const entry = body.items[0];
    const taken = await send("POST", `${API}/entries/${entry?.id}/publication`, { version: entry?.version });
    expect(taken.status).toBe(403);
  });

  test("whose curator is none any more publish nothing that was scheduled", async () => {
    const former = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    const at = new Date(now.getTime() + 60_000);
    await send(
      "POST",
      `${API}/news`,
      item({ title: "Of a former curator", publishAt: at.toISOString() }),
      former,
    );
    await app.app.db.pool.query("delete from roles where person_id = $1", [former.id]);
    await goOn(new Date(at.getTime() + 1_000).toISOString());
    await publishDue(app.app);
    const { rows } = await app.app.db.pool.query("select problem from entries where changed_by = $1", [
      former.id,
    ]);
    expect(rows).toEqual([{ problem: "forbidden" }]);
    expect(await listed("Of a former curator")).toBeUndefined();
  });
});

describe("on the pages, without scripts", () => {
  test("a new item is kept as a draft, corrected, and published; what is refused comes back as it was typed", async () => {
    const form = await app.page(`${DESK}/new`, curator.as);
    const draft = { ...form.fields(), title: "By form", do: "draft" };
    const kept = await app.post(`${DESK}/new`, draft, curator.as);
    expect(kept.status).toBe(303);
    const address = String(kept.headers.location).split("?")[0] ?? "";
    const open = await app.page(address, curator.as);
    const refused = await app.post(address, { ...open.fields(), summary: "Only words" }, curator.as);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Only words");
    const filled = { ...open.fields(), ...item({ title: "By form" }), countries: ["TN", "KE"] };
    const published = await app.post(address, filled as Record<string, string | string[]>, curator.as);
    expect(published.status).toBe(303);
    expect(await listed("By form")).toMatchObject({ countries: ["TN", "KE"] });
  });

  test("of two who change the same, the second sees what the first wrote, and loses nothing", async () => {
    const { slug } = (await send("POST", `${API}/news`, item({ title: "Two at once", publish: true }))).body;
    const address = `${DESK}/${slug}`;
    const [first, second] = [await app.page(address, curator.as), await app.page(address, curator.as)];
    await app.post(address, { ...first.fields(), title: "First was quicker", countries: ["TN"] }, curator.as);
    const late = { ...second.fields(), title: "Second was slower", countries: ["TN"] };
    const conflict = await app.post(address, late, curator.as);
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("First was quicker");
    expect(conflict.text).toContain("Second was slower");
    const again = await app.post(
      address,
      { ...late, version: parsePage(conflict).fields().version ?? "" },
      curator.as,
    );
    expect(again.status).toBe(303);
    expect(await listed("Second was slower")).toBeDefined();
  });
});

describe("a member", () => {
  test("proposes, is told by letter in the own language that it was published, and sees it on the page", async () => {
    const address = "/fr/africa/propose/news";
    const form = await app.page(address, member.as);
    const sent = { ...form.fields(), ...item({ title: "Proposé par un membre" }), countries: ["TN"] };
    expect((await app.post(address, sent as Record<string, string | string[]>, member.as)).status).toBe(303);
    const { items } = (
      await app.app.fastify.inject({ url: `${API}/entries?state=proposed`, headers: curator.as })
    ).json();
    expect(items).toMatchObject([{ title: "Proposé par un membre", proposedBy: "member" }]);
    await send("POST", `${API}/entries/${items[0].id}/publication`, { version: items[0].version });
    const letter = await mail.next({ to: member.email });
    expect(letter.subject).toBe("Réponse à votre proposition");
    expect(letter.text).toContain("Proposé par un membre");
    expect((await app.page(address, member.as)).text()).toContain("publié");
  });

  test("is told why it was declined; and who is of another region proposes nothing here", async () => {
    const proposed = await send<{ id: number; version: number }>(
      "POST",
      `${API}/proposals`,
      { kind: "news", content: item({ title: "Not taken up" }) },
      member,
    );
    expect(proposed).toMatchObject({ status: 201, body: { state: "proposed" } });
    const { id, version } = proposed.body;
    const odd = { kind: "news", content: { ...item(), title: { of: "no text" }, colour: "red" } };
    expect((await send("POST", `${API}/proposals`, odd, member)).status).toBe(400);
    await send("POST", `${API}/entries/${id}/refusal`, { version, reason: "It stands here already." });
    expect((await mail.next({ to: member.email })).text).toContain("It stands here already.");
    const stranger = await signedIn(app, { regions: ["south-east-asia"] });
    const refused = await send("POST", `${API}/proposals`, { kind: "news", content: item() }, stranger);
    expect(refused.status).toBe(403);
  });
});
