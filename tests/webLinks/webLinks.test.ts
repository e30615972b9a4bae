/** What curators and readers may rely on when pages of the web that records point to move or vanish. */
import { knowLinks, lookAtLinks } from "server/webLinks/looking.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type OtherSite, otherSite } from "./site.ts";

const DESK = "/en/africa/desk/links";
const DAY = 86_400_000;

let site: OtherSite;
let app: TestApp;
let curator: SignedIn;
let elsewhere: SignedIn;
let clock = new Date("2026-03-02T06:00:00Z").getTime();

beforeAll(async () => {
  site = await otherSite();
  app = await testApp({
    freshDatabase: true,
    now: () => new Date(clock),
    settings: { FETCH_ALLOW: site.host },
  });
});
afterAll(async () => {
  await app.close();
  await site.close();
});

const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const state = async (path: string) =>
  (await sql("select state from web_links where url = $1", [site.url(path)]))[0]?.state;
const one = (path: string) => `${DESK}?url=${encodeURIComponent(site.url(path))}`;

/** A resource for all regions that points to this page of the other site. */
async function pointTo(slug: string, path: string): Promise<void> {
  await sql("update resources set url = $2, source = $2 where slug = $1", [slug, site.url(path)]);
}

/** Nothing but the other site is asked for; one address of it in each round. */
async function look(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await sql("update web_links set next_at = 'infinity' where url not like $1", [`http://${site.host}/%`]);
    await lookAtLinks(app.app);
    clock += 60_000;
  }
}

/** All of these once, as days go by. */
async function lookOnDays(days: number, rounds: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    clock += 3 * DAY;
    await look(rounds);
  }
}

async function decide(path: string, person: SignedIn, fields: Record<string, string>) {
  const page = await app.page(one(path), person.as);
  const version = page.document.querySelector('main [name="version"]')?.getAttribute("value") ?? "";
  return app.post(one(path), { url: site.url(path), version, csrf: person.csrf, ...fields }, person.as);
}

const slugs: string[] = [];
beforeAll(async () => {
  const rows = await sql(
    "select slug from resources where regions = '{}' and url is not null order by id limit 6",
  );
  slugs.push(...rows.map(({ slug }) => slug));
});

describe("links that are watched", () => {
  const paths = ["/there", "/moved", "/gone", "/failing", "/no-heads"];

  test("every address of every record is looked at within a week, one of a site at a time", async () => {
    for (const [index, path] of paths.entries()) await pointTo(slugs[index] ?? "", path);
    await knowLinks(app.app);
    const [{ count, used }] = await sql(`select (select count(*) from web_links)::int as count,
      (select count(distinct url) from web_link_uses)::int as used`);
    expect(count).toBe(used);
    const [{ late }] = await sql(
      "select count(*)::int as late from web_links where next_at > $1::timestamptz + interval '7 days'",
      [new Date(clock)],
    );
    expect(late).toBe(0);
    await sql(
      "update web_links set next_at = $1::timestamptz + case url when $2 then '0' else '1 minute' end::interval",
      [new Date(clock), site.url("/there")],
    );
    clock += 120_000;
    await look(1);
    expect(site.asked).toEqual(["HEAD /there"]);
  });

  test("what is there is ok; what moved, is gone, or fails over days is said to be", async () => {
    site.answers.set("/moved", { status: 301, to: site.url("/new-place") });
    site.answers.set("/gone", { status: 404 });
    site.answers.set("/failing", { status: 503 });
    site.answers.set("/no-heads", { status: 200, head: 405 });
    await lookOnDays(1, 5);
    expect(await Promise.all(paths.map(state))).toEqual(["ok", "moved", "unchecked", "unchecked", "ok"]);
    expect(site.asked).toContain("GET /no-heads");
    await lookOnDays(3, 5);
    expect(await Promise.all(paths.map(state))).toEqual(["ok", "moved", "gone", "failing", "ok"]);
  });

  test("the record itself never goes", async () => {
    const { body } = await app.json<List<{ slug: string }>>("/api/v1/regions/africa/resources?limit=100");
    for (const slug of slugs) expect(body.items.map((item) => item.slug)).toContain(slug);
  });
});

describe("the desk", () => {
  // Weeks went by: nobody stays signed in as long.
  beforeAll(async () => {
    curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    elsewhere = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
  });

  test("shows what waits with what uses it, to curators of any region that uses it", async () => {
    for (const person of [curator, elsewhere]) {
      const place = person === curator ? DESK : "/en/south-east-asia/desk/links";
      const page = await app.page(place, person.as);
      expect(page.texts("main ul.plain > li h2")).toEqual(["/failing", "/gone", "/moved"].map(site.url));
    }
    expect((await app.get(DESK, elsewhere.as)).status).toBe(404);
    const refused = await app.post(
      DESK,
      { url: site.url("/gone"), decision: "fine", csrf: elsewhere.csrf },
      elsewhere.as,
    );
    expect(refused.status).toBe(403);
  });

  test("gone and archived stand beside the link on public pages at once", async () => {
    expect((await decide("/gone", curator, { decision: "archived" })).status).toBe(422);
    const reply = await decide("/gone", curator, {
      decision: "archived",
      archivedUrl: "https://archive.example.org/gone",
    });
    expect(reply.headers.location).toBe(`${DESK}?done=linkDecided`);
    const page = await app.page(`/en/africa/resources?slug=${slugs[2]}`);
    expect(page.text("main .plain h2")).toContain("link no longer works");
    expect(page.links("main .plain h2 a")).toContain("https://archive.example.org/gone");
    const french = await app.page(`/fr/south-east-asia/resources?slug=${slugs[2]}`);
    expect(french.text("main .plain h2")).toContain("le lien ne fonctionne plus");
    expect((await app.page(`${DESK}?show=decided`, curator.as)).texts("main ul.plain h2")).toEqual([
      site.url("/gone"),
    ]);
  });

  test("the new address goes into the records, with a revision and its source", async () => {
    expect((await decide("/moved", curator, { decision: "take" })).status).toBe(303);
    const [record] = await sql("select id::text, url, source from resources where slug = $1", [slugs[1]]);
    expect([record.url, record.source]).toEqual([site.url("/new-place"), site.url("/new-place")]);
    const [revision] = await sql("select * from revisions where kind = 'resource' and ref = $1", [record.id]);
    expect(revision.before.url).toBe(site.url("/moved"));
    expect([revision.after.url, revision.source, revision.acted_as]).toEqual([
      site.url("/new-place"),
      site.url("/new-place"),
      "curator",
    ]);
    expect(await state("/moved")).toBeUndefined();
    expect(await state("/new-place")).toBe("ok");
    const [audit] = await sql("select action, target from audit order by id desc limit 1");
    expect([audit.action, audit.target]).toEqual(["link.take", `resource:${record.id}`]);
  });

  test("a decision about a link that changed meanwhile comes back; several at once can only be fine", async () => {
    const stale = await decide("/failing", curator, { version: "1", decision: "gone" });
    expect([stale.status, stale.text.includes("changed meanwhile")]).toEqual([422, true]);
    const many = { url: [site.url("/failing"), site.url("/gone")], csrf: curator.csrf };
    expect((await app.post(DESK, { ...many, decision: "gone" }, curator.as)).status).toBe(400);
    expect((await app.post(DESK, { ...many, decision: "fine" }, curator.as)).status).toBe(303);
    const rows = await sql("select verdict from web_links where url = any($1) order by url", [many.url]);
    // What was decided before is no longer among those that wait.
    expect(rows.map(({ verdict }) => verdict)).toEqual(["fine", "archived"]);
    expect((await app.page(DESK, curator.as)).text("main .empty")).toContain("All links lead somewhere");
  });

  test("an address that no record of the region uses is nobody's to decide", async () => {
    const [row] = await sql(
      "select url from web_link_uses where region = 'south-east-europe' and kind = 'organisation' limit 1",
    );
    const path = `${DESK}?url=${encodeURIComponent(row.url)}`;
    expect((await app.get(path, curator.as)).status).toBe(404);
    const fields = { url: row.url, decision: "fine", csrf: curator.csrf };
    expect((await app.post(DESK, fields, curator.as)).status).toBe(404);
  });
});

describe("other kinds of record", () => {
  test("a profile, a review's document, a report, a pledge and a partner take the new address too", async () => {
    const to = site.url("/one-place");
    const from = site.url("/one-move");
    site.answers.set("/one-move", { status: 308, to });
    const inAfrica = "(select iso2 from countries where region = 'africa')";
    const changed = [
      ["organisations", "website", "region = 'africa' and website is not null and status = 'listed'"],
      ["review_documents", "url", `review_id in (select id from reviews where iso2 in ${inAfrica})`],
      ["parallel_reports", "url", `iso2 in ${inAfrica}`],
      ["commitments", "url", `iso2 in ${inAfrica}`],
      ["partners", "url", "regions @> '{africa}'"],
      ["articles", "url", "regions @> '{africa}'"],
      ["events", "url", "regions @> '{africa}'"],
    ];
    for (const [table, column, where] of changed)
      await sql(
        `update ${table} set ${column} = $1 where id = (select id from ${table} where ${where} order by id limit 1)`,
        [from],
      );
    await knowLinks(app.app);
    await sql("update web_links set next_at = 'infinity' where url <> $1", [from]);
    await sql("update web_links set next_at = $2 where url = $1", [from, new Date(clock)]);
    await lookAtLinks(app.app);
    expect((await app.page(one("/one-move"), curator.as)).texts("main > ul a bdi").length).toBe(7);
    expect((await decide("/one-move", curator, { decision: "take" })).status).toBe(303);
    for (const [table, column] of changed)
      expect(await sql(`select id from ${table} where ${column} = $1`, [to]), table).toHaveLength(1);
    const kinds = await sql("select kind from revisions where source = $1 order by kind", [to]);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "article",
      "commitment",
      "event",
      "organisation",
      "parallel-report",
      "partner",
      "review-document",
    ]);
  });

  test("a profile that its CSO keeps itself is left to it", async () => {
    const [{ slug }] = await sql(
      `update organisations set website = $1, status = 'claimed' where id =
      (select id from organisations where region = 'africa' and status = 'listed' order by id desc limit 1) returning slug`,
      [site.url("/own-move")],
    );
    site.answers.set("/own-move", { status: 301, to: site.url("/own-place") });
    await knowLinks(app.app);
    await sql("update web_links set next_at = $2 where url = $1", [site.url("/own-move"), new Date(clock)]);
    await look(1);
    const page = await app.page(one("/own-move"), curator.as);
    expect(page.document.querySelector('main input[value="take"]')).toBeNull();
    expect((await decide("/own-move", curator, { decision: "take" })).status).toBe(422);
    const copy = { archivedUrl: "https://archive.example.org/own" };
    expect((await decide("/own-move", curator, { decision: "gone" })).status).toBe(422);
    expect((await decide("/own-move", curator, { decision: "archived", ...copy })).status).toBe(422);
    const profile = await app.page(`/en/africa/organisations/${slug}`);
    expect(profile.text("main")).not.toContain("link no longer works");
    expect((await decide("/own-move", curator, { decision: "fine" })).status).toBe(303);
  });

  test("of a link that leads somewhere nobody says that it is gone", async () => {
    expect(await state("/there")).toBe("ok");
    const copy = { archivedUrl: "https://archive.example.org/there" };
    expect((await decide("/there", curator, { decision: "archived", ...copy })).status).toBe(422);
    expect((await decide("/there", curator, { decision: "gone" })).status).toBe(422);
  });

  test("what records of another region point to is not one region's to speak of", async () => {
    const url = site.url("/shared");
    const inRegion = "select min(id) from organisations where status = 'listed' and region";
    await sql(
      `update organisations set website = $1 where id in ((${inRegion} = 'africa'), (${inRegion} = 'south-east-asia'))`,
      [url],
    );
    await knowLinks(app.app);
    await sql("update web_links set state = 'gone' where url = $1", [url]);
    const page = await app.page(one("/shared"), curator.as);
    expect(page.document.querySelector("main form [name=decision]")).toBeNull();
    const [{ version }] = await sql("select version from web_links where url = $1", [url]);
    const say = (decision: string, person: SignedIn, more: Record<string, string> = {}) =>
      app.post(one("/shared"), { url, decision, csrf: person.csrf, ...more }, person.as);
    for (const decision of ["gone", "fine"])
      expect((await say(decision, curator, { version: String(version) })).status).toBe(422);
    expect((await say("fine", curator)).status).toBe(422);
    const both = await signedIn(app, {
      roles: ["africa", "south-east-asia"].map((region) => ({ role: "curator" as const, region })),
    });
    expect((await say("gone", both, { version: String(version) })).status).toBe(303);
  });
});

test("where no site at all answers, nothing is said of their links", async () => {
  const dead = ["http://127.0.0.1:1/a", "http://127.0.0.2:1/b", "http://127.0.0.3:1/c"];
  const cut = await testApp({
    databaseUrl: app.app.db.url,
    now: () => new Date(clock),
    settings: { FETCH_ALLOW: "127.0.0.1:1,127.0.0.2:1,127.0.0.3:1" },
  });
  try {
    await sql("update web_links set next_at = 'infinity'");
    for (const url of dead)
      await sql("insert into web_links (url, next_at) values ($1, $2)", [url, new Date(0)]);
    expect(await lookAtLinks(cut.app)).toBe(3);
    const rows = await sql("select failures, state from web_links where url = any($1)", [dead]);
    expect(rows).toEqual(dead.map(() => ({ failures: 0, state: "unchecked" })));
  } finally {
    await cut.close();
  }
});
