/** What a profile's past tells, and to whom. */

import { articleList, articlesIn } from "shared/organisations/articles.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import { flatten, merge, undone } from "shared/organisations/flat.ts";
import type { OwnProfile } from "shared/organisations/profile.ts";
import { disclosed, type Flat, withoutLoosening } from "shared/organisations/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const change = (before: Flat, after: Flat) => ({ before, after });

describe("a contact detail of the past is shown under the strictest visibility since", () => {
  const shown = (
    now: Flat,
    changes: { before: Flat; after: Flat }[],
    reader: "visitor" | "person" | "editor",
  ) => disclosed(now, changes, reader).map(({ before, after }) => [before.phone, after.phone]);

  test("public all the time: to all", () => {
    const changes = [change({ phone: "A" }, { phone: "B" })];
    expect(shown({ phone: "B" }, changes, "visitor")).toEqual([["A", "B"]]);
  });

  test("hidden later: in no earlier change either, but for those who keep it", () => {
    const changes = [
      change({ "visibility.phone": "public" }, { "visibility.phone": "hidden" }),
      change({ phone: "A" }, { phone: "B" }),
      change({ phone: null }, { phone: "A" }),
    ];
    const now = { phone: "B", "visibility.phone": "hidden" };
    expect(shown(now, changes, "visitor").slice(1)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(shown(now, changes, "person").slice(1)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(shown(now, changes, "editor").slice(1)).toEqual([
      ["A", "B"],
      [null, "A"],
    ]);
  });

  test("hidden for a while, public again: what it was before stays hidden", () => {
    const changes = [
      change({ phone: "B", "visibility.phone": "hidden" }, { phone: "C", "visibility.phone": "public" }),
      change({ "visibility.phone": "public" }, { "visibility.phone": "hidden" }),
      change({ phone: "A" }, { phone: "B" }),
    ];
    expect(shown({ phone: "C", "visibility.phone": "public" }, changes, "visitor")).toEqual([
      [undefined, "C"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test("for members: to signed-in people alone", () => {
    const changes = [change({ phone: "A" }, { phone: "B" })];
    const now = { phone: "B", "visibility.phone": "members" };
    expect(shown(now, changes, "visitor")).toEqual([[undefined, undefined]]);
    expect(shown(now, changes, "person")).toEqual([["A", "B"]]);
  });

  test("taken away: to those who keep it alone", () => {
    const changes = [change({ phone: "A" }, { phone: null }), change({ phone: null }, { phone: "A" })];
    const nothing = [undefined, undefined];
    expect(shown({ phone: null }, changes, "visitor")).toEqual([nothing, nothing]);
    expect(shown({ phone: null }, changes, "editor")).toEqual([
      ["A", null],
      [null, "A"],
    ]);
  });

  test("bringing an earlier state back publishes nothing that was hidden since", () => {
    expect(
      withoutLoosening(
        { phone: "A", "visibility.phone": "public" },
        { phone: null, "visibility.phone": "hidden" },
      ),
    ).toMatchObject({ phone: "A", "visibility.phone": "hidden" });
    expect(
      withoutLoosening({ "visibility.email": "members" }, { "visibility.email": "public" }),
    ).toMatchObject({ "visibility.email": "members" });
  });
});

describe("changes of two people", () => {
  const base = { name: "A", summary: "S", specializations: ["x", "y"], "activity:1": { title: "T" } };

  test("to different fields are both kept, to the same one are told apart", () => {
    const now = { ...base, name: "B" };
    expect(merge(base, now, { name: "A", summary: "Mine" })).toEqual({
      changes: { summary: "Mine" },
      conflicts: [],
    });
    expect(merge(base, now, { name: "C" })).toEqual({
      changes: {},
      conflicts: [{ field: "name", before: "A", now: "B", yours: "C" }],
    });
    expect(merge(base, now, { name: "B", specializations: ["y", "x"] })).toEqual({
      changes: {},
      conflicts: [],
    });
  });

  test("undone one after another lead back to where they began", () => {
    const first = change({ name: "A", "activity:2": null }, { name: "B", "activity:2": { title: "N" } });
    const second = change({ name: "B" }, { name: "C" });
    expect(undone({ ...base, name: "C", "activity:2": { title: "N" } }, [second, first])).toEqual({
      ...base,
      "activity:2": null,
    });
  });

  test("an activity that is not among those sent is one that was taken away", () => {
    expect(flatten({ activities: [] }, base)).toEqual({ "activity:1": null });
  });
});

test("articles are read as people write them", () => {
  expect(articlesIn("12, 13; 33 – 35 9")).toEqual([9, 12, 13, 33, 34, 35]);
  expect(articlesIn("")).toEqual([]);
  for (const wrong of ["72", "0", "12-", "35-33", "a", "1.5"]) expect(articlesIn(wrong), wrong).toBe(null);
  expect(articleList([33, 34, 35, 9, 12, 13])).toBe("9, 12, 13, 33-35");
});

describe("on the platform", () => {
  const SLUG = "aneej";
  const PAGE = `/en/africa/organisations/${SLUG}`;
  const API = `/api/v1/regions/africa/organisations/${SLUG}`;
  let app: TestApp;
  let id: number;
  let editor: SignedIn;
  let reader: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    const { rows } = await app.app.db.pool.query("select id from organisations where slug = $1", [SLUG]);
    id = Number(rows[0].id);
    editor = await signedIn(app, { handle: "ada", memberships: [{ organisationId: id, role: "editor" }] });
    reader = await signedIn(app, { regions: ["south-east-asia"] });
    admin = await signedIn(app, { handle: "adminofafrica", roles: [{ role: "admin", region: "africa" }] });
  });
  afterAll(() => app.close());

  const own = async () => JSON.parse((await app.get(`${API}/profile`, editor.as)).text) as OwnProfile;
  const patch = async (changes: object, as = editor) => {
    const { version } = JSON.parse((await app.get(`${API}/profile`, as.as)).text) as OwnProfile;
    const reply = await app.send<OwnProfile>("PATCH", API, { version, ...changes }, as.as);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body;
  };
  const history = (as?: SignedIn) => app.page(`${PAGE}/history`, as?.as ?? {});
  const notedReads = async () =>
    (await app.app.db.pool.query("select person_id::int as person from audit where action = 'profile.read'"))
      .rows;

  test("each change stands with its fields, before and after, on whose behalf and when", async () => {
    await patch({ acronym: "OLD", phone: "+234 111" });
    await patch({ acronym: "NEW", specializations: ["gender"], activities: [] });
    const page = await history();
    const first = page.texts("ol.plain > li")[0] ?? "";
    expect(first).toContain("The organisation");
    expect(first).not.toContain("ada");
    expect(first).toContain("BeforeOLDAfterNEW");
    expect(first).toContain("Gender");
    expect(page.text("main")).toContain("+234 111");
    expect((await history(editor)).text("main")).toContain("The organisation: ada");
    expect(page.document.querySelector("form[method=post]")).toBe(null);
  });

  test("what is for members is seen by whoever has signed in, on the page and in the data", async () => {
    await patch({ email: "members@example.org", visibility: { email: "members", phone: "hidden" } });
    for (const path of [PAGE, API, `${PAGE}/history`]) {
      expect((await app.get(path)).text, path).not.toMatch(/members@example\.org|\+234 111/);
      const forReader = await app.get(path, reader.as);
      expect(forReader.text, path).toContain("members@example.org");
      expect(forReader.text, path).not.toContain("+234 111");
      expect(forReader.headers["cache-control"]).toBe("private, no-store");
    }
    expect((await history(editor)).text("main")).toContain("+234 111");
    for (const path of [
      "/data/organisations.csv",
      "/data/organisations.json",
      "/en/africa/organisations?q=members",
      "/api/v1/regions/africa/organisations?limit=100&country=NG",
    ])
      expect((await app.get(path, reader.as)).text, path).not.toContain("members@example.org");
  });

  test("a look of staff at what is not public is noted, and the organisation sees it", async () => {
    expect(await notedReads()).toEqual([]);
    await app.get(PAGE, admin.as);
    await app.get(API, admin.as);
    await app.get(`${API}/profile`, admin.as);
    await app.get(`${PAGE}/edit`, admin.as);
    await app.get(`${PAGE}/history`, admin.as);
    expect(await notedReads()).toEqual(Array.from({ length: 5 }, () => ({ person: admin.id })));
    expect((await history(editor)).text("main")).toContain("adminofafrica");
    expect((await history(reader)).text("main")).not.toContain("adminofafrica");
    const elsewhere = await signedIn(app, { roles: [{ role: "admin", region: "south-east-asia" }] });
    await app.get(PAGE, elsewhere.as);
    expect((await notedReads()).length).toBe(5);
  });

  test("an earlier state comes back as a change of its own, without publishing what was hidden", async () => {
    const before = await own();
    const page = await history(editor);
    const forms = [...page.document.querySelectorAll("ol.plain form")];
    const oldest = forms.at(-1);
    const revision = oldest?.querySelector("input[name=revision]")?.getAttribute("value") ?? "";
    const reply = await app.post(`${PAGE}/history`, { revision, csrf: editor.csrf }, editor.as);
    expect([reply.status, reply.headers.location]).toEqual([303, `${PAGE}/history?done=restored`]);
    const after = await own();
    expect(after.acronym).not.toBe("NEW");
    expect(after.activities.length).toBeGreaterThan(0);
    expect(after.specializations.length).toBeGreaterThan(1);
    expect(after.visibility).toEqual(before.visibility);
    expect((await app.get(PAGE)).text).not.toMatch(/members@example\.org|\+234 111/);
    expect((await history(editor)).texts("ol.plain > li").length).toBe(forms.length + 1);
  });

  test("is the editors' to restore alone, and only their own", async () => {
    const { rows } = await app.app.db.pool.query("select max(id)::int as id from revisions");
    const revision = String(rows[0].id);
    expect((await app.post(`${PAGE}/history`, { revision, csrf: reader.csrf }, reader.as)).status).toBe(403);
    const other = await app.app.db.pool.query(
      "select id::int, slug from organisations where region = 'africa' and slug <> $1 limit 1",
      [SLUG],
    );
    const stranger = await signedIn(app, {
      memberships: [{ organisationId: other.rows[0].id, role: "owner" }],
    });
    expect(
      (
        await app.post(
          `/en/africa/organisations/${other.rows[0].slug}/history`,
          { revision, csrf: stranger.csrf },
          stranger.as,
        )
      ).status,
    ).toBe(404);
  });

  test("names a person who was removed as just that", async () => {
    await app.app.db.pool.query("update people set handle = null, erased_at = now() where id = $1", [
      editor.id,
    ]);
    const colleague = await signedIn(app, { memberships: [{ organisationId: id, role: "owner" }] });
    const text = (await history(colleague)).text("main");
    expect(text).toContain("person removed");
    expect(text).not.toContain("ada");
  });

  test("is nowhere while the organisation hides", async () => {
    const colleague = await signedIn(app, { memberships: [{ organisationId: id, role: "owner" }] });
    await app.app.db.pool.query("update organisations set status = 'hidden' where id = $1", [id]);
    await app.app.db.pool.query("notify changes");
    await expect.poll(async () => (await history()).status).toBe(404);
    expect((await history(reader)).status).toBe(404);
    expect((await history(colleague)).status).toBe(200);
    expect((await app.get(`${PAGE}/edit`, colleague.as)).status).toBe(200);
    await patch({ summary: "Changed in the dark: quagga." }, colleague);
    for (const path of ["/en/africa/search?q=quagga", "/data/organisations.csv"])
      expect((await app.get(path)).text, path).not.toContain("Changed in the dark");
    expect((await app.json<Organisation>(API)).status).toBe(404);
  });
});
