/** What those who keep a profile may rely on when they edit it. */
import type { Organisation } from "shared/organisations/contract.ts";
import type { OwnProfile } from "shared/organisations/profile.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stillPictures } from "../files/pictures.ts";
import { type FormFields, type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { formFields, multipart } from "./forms.ts";

const SLUG = "aneej";
const PAGE = `/en/africa/organisations/${SLUG}`;
const EDIT = `${PAGE}/edit`;
const API = `/api/v1/regions/africa/organisations/${SLUG}`;

let app: TestApp;
let id: number;
let editor: SignedIn;
let colleague: SignedIn;
let member: SignedIn;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const { rows } = await app.app.db.pool.query("select id from organisations where slug = $1", [SLUG]);
  id = Number(rows[0].id);
  editor = await signedIn(app, { memberships: [{ organisationId: id, role: "editor" }] });
  colleague = await signedIn(app, { memberships: [{ organisationId: id, role: "owner" }] });
  member = await signedIn(app, { regions: ["africa"] });
});
afterAll(() => app.close());

const own = async () => JSON.parse((await app.get(`${API}/profile`, editor.as)).text) as OwnProfile;
const inPublic = async () => (await app.json<Organisation>(API)).body;

/** The form as a browser holds it after loading the page, with these fields typed over. */
async function typed(as: SignedIn, over: FormFields = {}): Promise<FormFields> {
  return { ...formFields(await app.page(EDIT, as.as)), ...over };
}

const save = (as: SignedIn, fields: FormFields) => app.post(EDIT, fields, as.as);

describe("the form", () => {
  test("holds everything that the profile has", async () => {
    const fields = await typed(editor);
    const profile = await own();
    expect(fields).toMatchObject({
      name: profile.name,
      iso2: profile.iso2,
      summary: profile.summary,
      language: "en",
      "visibility.email": "public",
      version: String(profile.version),
    });
    expect([fields.specializations].flat().toSorted()).toEqual(profile.specializations.toSorted());
    expect(fields["activities.0.title"]).toBe(profile.activities[0]?.title);
  });

  test("saved as it came changes nothing but when it was last confirmed", async () => {
    const before = await inPublic();
    const reply = await save(editor, await typed(editor));
    expect([reply.status, reply.headers.location]).toEqual([303, `${PAGE}?done=profile`]);
    const after = await inPublic();
    expect({ ...after, lastConfirmedOn: null }).toEqual({ ...before, lastConfirmedOn: null });
    expect(after.lastConfirmedOn).toBe(new Date().toISOString().slice(0, 10));
    const { rows } = await app.app.db.pool.query("select count(*)::int as count from revisions");
    expect(rows[0].count).toBe(0);
  });

  test("is seen at once: page, list, search, data, facets", async () => {
    const reply = await save(
      editor,
      await typed(editor, {
        name: "Zebra Watch Ümläut",
        nameLocal: "مرصد الحمار الوحشي",
        acronym: "ZWU",
        "names.0.language": "yo",
        "names.0.name": "Ẹgbẹ́ Zebra",
        summary: "We follow the zebra crossings of public procurement.",
        city: "lagos",
        foundedYear: "1999",
        website: "https://zebra.example.org",
        email: "office@zebra.example.org",
        phone: "+234 1 234 5678",
        facebook: "https://www.facebook.com/zebra",
        specializations: ["gender"],
        languages: ["yo", "en"],
      }),
    );
    expect(reply.status, reply.text).toBe(303);
    const page = await app.page(PAGE);
    expect(page.text("h1")).toContain("Zebra Watch Ümläut");
    expect(page.text("main")).toContain("Ẹgbẹ́ Zebra");
    expect(page.text("main")).toContain("office@zebra.example.org");
    expect(await inPublic()).toMatchObject({
      names: [{ language: "yo", name: "Ẹgbẹ́ Zebra" }],
      foundedYear: "1999",
      specializations: ["gender"],
      languages: ["yo", "en"],
      websiteVerified: null,
      socials: { facebook: "https://www.facebook.com/zebra" },
    });
    for (const path of [
      "/en/africa/search?q=zebra",
      "/en/africa/organisations?language=yo",
      "/en/africa/organisations?q=egbe+zebra",
      "/data/organisations.csv",
      "/data/organisations.geojson",
    ])
      expect((await app.get(path)).text.replace(/<\/?mark>/g, ""), path).toContain("Zebra Watch Ümläut");
  });

  test("without a language a further name is asked for it, at its field", async () => {
    const reply = await save(editor, await typed(editor, { "names.5.name": "Nom", "names.5.language": "" }));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('href="#f-names-5-language"');
  });

  test("is for those who keep the profile alone", async () => {
    expect((await app.get(EDIT)).status).toBe(303);
    expect((await app.get(EDIT, member.as)).status).toBe(404);
    const other = await signedIn(app, { roles: [{ role: "admin", region: "south-east-europe" }] });
    const poster = await signedIn(app, { memberships: [{ organisationId: id, role: "poster" }] });
    for (const as of [member, other, poster]) {
      expect((await app.get(EDIT, as.as)).status).toBe(404);
      expect((await save(as, { ...(await typed(editor)), csrf: as.csrf, name: "Mine" })).status).toBe(403);
      expect((await app.send("PATCH", API, { version: 1, name: "Mine" }, as.as)).status).toBe(403);
      expect((await app.get(`${API}/profile`, as.as)).status).toBe(404);
    }
    expect((await app.send("PATCH", API, { version: 1, name: "Mine" })).status).toBe(401);
    expect((await app.get(EDIT.replace("africa", "south-east-asia"), editor.as)).status).not.toBe(200);
  });
});

describe("rows without scripts", () => {
  test("a button adds an activity and keeps all that was typed, whether or not it fits", async () => {
    const fields = await typed(editor, { name: "", phone: "not a number", do: "more activities" });
    const reply = await app.post(EDIT, fields, editor.as);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('value="not a number"');
    const count = (await own()).activities.length;
    expect(reply.text).toContain(`name="activities.${count}.title"`);
  });

  test("an activity is added with its articles, changed, and taken away", async () => {
    const before = (await own()).activities.length;
    const activity = {
      "activities.90.title": "Court monitoring",
      "activities.90.status": "past",
      "activities.90.startedOn": "2021-05",
      "activities.90.endedOn": "2022",
      "activities.90.url": "https://zebra.example.org/courts",
      "activities.90.articles": "11, 13, 33 – 35",
    };
    expect((await save(editor, await typed(editor, activity))).status).toBe(303);
    const added = (await own()).activities.find(({ title }) => title === "Court monitoring");
    expect(added).toMatchObject({
      startedOn: "2021-05",
      endedOn: "2022",
      uncacArticles: [11, 13, 33, 34, 35],
    });
    expect((await app.page(PAGE)).text(".activities")).toContain("UNCAC articles 11, 13, 33–35");
    const fields = await typed(editor);
    const row = Object.entries(fields)
      .find(([, value]) => value === "Court monitoring")?.[0]
      .split(".")[1];
    const removed = await app.post(EDIT, { ...fields, do: `remove activities ${row}` }, editor.as);
    expect(removed.text).not.toContain("Court monitoring");
    for (const name of Object.keys(fields)) if (name.startsWith(`activities.${row}.`)) delete fields[name];
    expect((await save(editor, fields)).status).toBe(303);
    expect((await own()).activities.length).toBe(before);
  });

  test("the preview shows what visitors would see and saves nothing", async () => {
    const fields = await typed(editor, {
      name: "Previewed",
      "visibility.email": "members",
      do: "preview",
    });
    const reply = await app.post(EDIT, fields, editor.as);
    const preview = reply.text.slice(
      reply.text.indexOf('id="preview"'),
      reply.text.indexOf('<form class="form"'),
    );
    expect(preview).toContain("Previewed");
    expect(preview).not.toContain("office@zebra.example.org");
    expect(reply.text).toContain('value="Previewed"');
    expect((await inPublic()).name).not.toBe("Previewed");
  });
});

describe("what does not fit is refused at its field", () => {
  const cases: [string, FormFields, string][] = [
    ["a name that is too long", { name: "x".repeat(201) }, "name"],
    ["a name without a letter", { name: "🦓🦓 — !!" }, "name"],
    ["no name at all", { name: "\u202e\u0007 " }, "name"],
    ["a script as an address", { website: "javascript:alert(1)" }, "website"],
    ["a script as a network", { facebook: "javascript:alert(1)//https://facebook.com" }, "facebook"],
    ["an address that is none", { email: "nobody" }, "email"],
    ["letters as a number", { phone: "call me" }, "phone"],
    ["a subject that does not exist", { specializations: ["gender", "zebras"] }, "specializations"],
    ["a language that does not exist", { languages: ["xx-nothing"] }, "languages"],
    ["a country of another region", { iso2: "AL" }, "iso2"],
    ["a country that does not exist", { iso2: "ZZ" }, "iso2"],
    ["a year that has not begun", { foundedYear: "2999" }, "foundedYear"],
    ["a day that no calendar has", { "activities.0.startedOn": "2023-02-30" }, "activities.0.startedOn"],
    [
      "an end before its beginning",
      { "activities.0.startedOn": "2023", "activities.0.endedOn": "2020" },
      "activities.0.endedOn",
    ],
    ["an article that does not exist", { "activities.0.articles": "72" }, "activities.0.articles"],
    ["a visibility that does not exist", { "visibility.email": "friends" }, "visibility.email"],
  ];
  test.each(cases)("%s", async (_, over, field) => {
    const reply = await save(editor, await typed(editor, over));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(`href="#f-${field.replaceAll(".", "-")}"`);
  });

  test("a thousand activities", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, place) => [`activities.${place + 100}.title`, `Number ${place}`]),
    );
    const reply = await save(editor, await typed(editor, many));
    expect([413, 422]).toContain(reply.status);
  });

  test("signs that turn text around are left out of names; emoji and mixed directions stay apart", async () => {
    const fields = await typed(editor, {
      name: "Zebra \u202egnp.exe\u202c Watch",
      nameLocal: "Zebra مرصد 🦓",
    });
    expect((await save(editor, fields)).status).toBe(303);
    expect(await inPublic()).toMatchObject({ name: "Zebra gnp.exe Watch", nameLocal: "Zebra مرصد 🦓" });
    expect((await app.page(PAGE)).document.querySelector("h1 bdi")?.textContent).toBe("Zebra gnp.exe Watch");
  });

  test("a form without its token, or of another session", async () => {
    const { csrf: _own, ...fields } = await typed(editor, { name: "Forged" });
    expect((await save(editor, fields)).status).toBe(403);
    expect((await save(editor, { ...fields, csrf: colleague.csrf })).status).toBe(403);
    expect((await inPublic()).name).not.toBe("Forged");
  });
});

describe("by JSON", () => {
  test("the same change, with the version it was made from", async () => {
    const { version, activities } = await own();
    const reply = await app.send<OwnProfile>(
      "PATCH",
      API,
      {
        version,
        acronym: null,
        city: { name: "Ibadan", lat: 7.377535, lon: 3.947041 },
        visibility: { phone: "hidden" },
        socials: { youtube: "https://www.youtube.com/@zebra" },
      },
      editor.as,
    );
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      acronym: null,
      city: { name: "Ibadan", lat: 7.38, lon: 3.95 },
      visibility: { phone: "hidden", email: "public" },
      activities,
    });
    expect(reply.body.socials).toMatchObject({
      youtube: "https://www.youtube.com/@zebra",
      facebook: "https://www.facebook.com/zebra",
    });
    expect((await inPublic()).phone).toBe(null);
  });

  test("status, address, region and numbers are nobody's to set", async () => {
    const { version } = await own();
    for (const more of [
      { status: "hidden" },
      { slug: "mine" },
      { id: 1 },
      { region: "south-east-asia" },
      { uncacCoalitionMember: true },
      { logo: null },
      { visibility: { name: "hidden" } },
      { city: { name: "Lagos", street: "1" } },
    ]) {
      const reply = await app.send("PATCH", API, { version, ...more }, editor.as);
      expect(reply.status, JSON.stringify(more)).toBe(400);
    }
    expect((await own()).version).toBe(version);
  });

  test("an activity of another organisation cannot be taken over", async () => {
    const { rows } = await app.app.db.pool.query(
      "select id, title from activities where organisation_id <> $1 limit 1",
      [id],
    );
    const { version } = await own();
    const activity = {
      id: Number(rows[0].id),
      title: "Mine",
      summary: "",
      startedOn: null,
      endedOn: null,
      status: "past",
      url: null,
      uncacArticles: [],
    };
    expect((await app.send("PATCH", API, { version, activities: [activity] }, editor.as)).status).toBe(400);
    const after = await app.app.db.pool.query("select title from activities where id = $1", [rows[0].id]);
    expect(after.rows[0].title).toBe(rows[0].title);
  });

  test("unknown subjects, other regions' countries and scripts are refused with their names", async () => {
    const { version } = await own();
    for (const [field, value] of [
      ["specializations", ["zebras"]],
      ["iso2", "AL"],
      ["website", "javascript:alert(1)"],
      ["name", "!!"],
    ]) {
      const reply = await app.send<{ problems: { parameter: string }[] }>(
        "PATCH",
        API,
        { version, [String(field)]: value },
        editor.as,
      );
      expect([reply.status, reply.body.problems[0]?.parameter]).toEqual([400, field]);
    }
  });

  test("a move within the region moves the counts", async () => {
    const { version } = await own();
    const reply = await app.send<OwnProfile>("PATCH", API, { version, iso2: "gh", city: null }, editor.as);
    expect(reply.body.iso2).toBe("GH");
    const inGhana = await app.json<{ items: Organisation[] }>(
      "/api/v1/regions/africa/organisations?country=GH&limit=100",
    );
    expect(inGhana.body.items.map(({ slug }) => slug)).toContain(SLUG);
  });
});

describe("two editors at once", () => {
  test("what only one of both changed is kept from each", async () => {
    const first = await typed(editor, { acronym: "AAA" });
    const second = await typed(colleague, { summary: "The second one's summary." });
    expect((await save(editor, first)).status).toBe(303);
    expect((await save(colleague, second)).status).toBe(303);
    expect(await inPublic()).toMatchObject({ acronym: "AAA", summary: "The second one's summary." });
  });

  test("the second is shown what changed, loses nothing, and can save again", async () => {
    const first = await typed(editor, {
      acronym: "FIRST",
      summary: "By the first.",
      "activities.0.title": "First's title",
    });
    const second = await typed(colleague, {
      acronym: "SECOND",
      foundedYear: "2001",
      "activities.0.title": "Second's title",
    });
    expect((await save(editor, first)).status).toBe(303);
    const reply = await app.post(EDIT, second, colleague.as);
    expect(reply.status).toBe(409);
    const page = await app.page(EDIT, colleague.as);
    expect(page.status).toBe(200);
    const conflict = reply.text.slice(
      reply.text.indexOf('role="alert"'),
      reply.text.indexOf('<form class="form"'),
    );
    for (const words of ["AAA", "FIRST", "SECOND", "First's title", "Second's title"])
      expect(conflict).toContain(words);
    const { parsePage } = await import("../setup/page.ts");
    const again = formFields(parsePage(reply));
    expect(again).toMatchObject({
      acronym: "SECOND",
      summary: "By the first.",
      foundedYear: "2001",
      "activities.0.title": "Second's title",
    });
    expect((await save(colleague, again)).status).toBe(303);
    expect(await inPublic()).toMatchObject({
      acronym: "SECOND",
      summary: "By the first.",
      foundedYear: "2001",
    });
  });

  test("an activity that one took away while the other changed it is asked about", async () => {
    const fields = await typed(editor);
    for (const name of Object.keys(fields)) if (name.startsWith("activities.0.")) delete fields[name];
    const second = await typed(colleague, { "activities.0.summary": "Changed meanwhile." });
    expect((await save(editor, fields)).status).toBe(303);
    const reply = await app.post(EDIT, second, colleague.as);
    expect(reply.status).toBe(409);
    const { parsePage } = await import("../setup/page.ts");
    expect((await save(colleague, formFields(parsePage(reply)))).status).toBe(303);
    expect((await own()).activities.map(({ summary }) => summary)).toContain("Changed meanwhile.");
  });

  test("by JSON, a field that was changed meanwhile is named", async () => {
    const { version } = await own();
    await app.send("PATCH", API, { version, acronym: "ONE", name: "Zebra One" }, editor.as);
    const reply = await app.send<{ code: string; problems: { parameter: string }[] }>(
      "PATCH",
      API,
      { version, acronym: "TWO", foundedYear: "2002" },
      colleague.as,
    );
    expect([reply.status, reply.body.code, reply.body.problems.map(({ parameter }) => parameter)]).toEqual([
      409,
      "stale",
      ["acronym"],
    ]);
    expect((await app.send("PATCH", API, { version, foundedYear: "2002" }, colleague.as)).status).toBe(200);
  });

  test("saved twenty times at once, every field arrives", async () => {
    const { version } = await own();
    const fields = ["website", "email"] as const;
    const changes = [
      ...fields.map((field) => ({ visibility: { [field]: "members" } })),
      ...Array.from({ length: 18 }, (_, place) => ({
        socials: { [["twitter", "linkedin"][place % 2] ?? ""]: `https://example.org/${place}` },
      })),
    ];
    const replies = await Promise.all(
      changes.map((change) => app.send("PATCH", API, { version, ...change }, editor.as)),
    );
    expect(replies.filter(({ status }) => status === 200).length).toBe(4);
    expect(replies.filter(({ status }) => status === 409).length).toBe(16);
  });
});

describe("the logo", () => {
  const send = async (fields: FormFields, file: Buffer | null) => {
    const { body, headers } = multipart(
      fields,
      file ? { name: "logo", fileName: "logo.png", bytes: file } : null,
    );
    return app.app.fastify.inject({
      method: "POST",
      url: EDIT,
      headers: { ...headers, ...editor.as },
      payload: body,
    });
  };

  test("does not carry many large fields along: together they may be as large as a form without a file", async () => {
    const large = Object.fromEntries(["a", "b", "c"].map((name) => [name, "x".repeat(200 * 1024)]));
    expect((await send({ ...(await typed(editor)), ...large }, null)).statusCode).toBe(413);
  });

  test("is uploaded with the form, shown on the page, replaced, and removed", async () => {
    expect((await send(await typed(editor), await stillPictures.png())).statusCode).toBe(303);
    const page = await app.page(PAGE);
    const picture = page.document.querySelector("picture.logo");
    expect(picture?.querySelectorAll("source").length).toBe(2);
    const img = picture?.querySelector("img");
    expect([img?.getAttribute("width"), img?.getAttribute("height"), img?.getAttribute("loading")]).toEqual([
      "96",
      "48",
      "lazy",
    ]);
    expect(img?.getAttribute("alt")).toContain("Zebra");
    const url = img?.getAttribute("src") ?? "";
    expect((await app.get(url)).headers["content-type"]).toBe("image/png");
    expect((await app.get(`${PAGE}?saver=1`)).text).not.toContain("<picture");
    expect((await send(await typed(editor), await stillPictures.gif())).statusCode).toBe(303);
    expect((await app.get(url)).status).toBe(404);
    expect((await send(await typed(editor, { removeLogo: "on" }), null)).statusCode).toBe(303);
    expect((await inPublic()).logo).toBe(null);
    const { rows } = await app.app.db.pool.query("select count(*)::int as count from file_chunks");
    expect(rows[0].count).toBe(0);
  });

  test("that cannot be used is refused at its field, with everything as typed", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const reply = await send(await typed(editor, { acronym: "KEPT" }), svg);
    expect(reply.statusCode).toBe(422);
    expect(reply.payload).toContain('href="#f-logo"');
    expect(reply.payload).toContain("no SVG");
    expect(reply.payload).toContain('value="KEPT"');
    const large = await send(await typed(editor), Buffer.alloc(4 * 1024 * 1024 + 1, 0xff));
    expect(large.statusCode).toBe(422);
  });
});
