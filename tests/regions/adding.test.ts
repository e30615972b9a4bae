/** A steward adds a region by form, and it works: its pages, its map, its data, its desk; nothing else changes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

/** The countries of Latin America and the Caribbean that the maps' shapes know as States. */
const LATIN_AMERICA =
  "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE".split(
    " ",
  );

/** Some of them on either side of the date line; Tuvalu is in the finest shapes alone. */
const PACIFIC = ["FJ", "WS", "TO", "TV", "KI", "VU"];

/** Maps of thirty countries are drawn in a process of its own. */
const DRAWING_MS = 60_000;

let app: TestApp;
let mail: TestMail;
let steward: SignedIn;
let admin: SignedIn;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  steward = await signedIn(app, { handle: "the-steward", roles: [{ role: "steward", region: null }] });
  admin = await signedIn(app, { handle: "ana-latina", language: "fr" });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const form = () => ({
  csrf: steward.csrf,
  "names.en": "Latin America",
  "names.fr": "Amérique latine",
  "names.ar": "أمريكا اللاتينية",
  slug: "latin-america",
  countries: LATIN_AMERICA.filter((iso2) => iso2 !== "UY"),
  more: "Uruguay",
  languages: "es, pt, en, fr, ht",
  accent: "violet",
  "secretariat.name": "A secretariat",
  "secretariat.email": "latin.america@example.org",
  admins: "@ana-latina",
});

const NEW = "/en/steward/regions/new";

describe("before it is added", () => {
  test("the form offers the world's countries, those of other regions as taken", async () => {
    const page = await app.page(NEW, steward.as);
    const box = (iso2: string) => page.document.querySelector(`input[name=countries][value=${iso2}]`);
    expect(box("MX")?.hasAttribute("disabled")).toBe(false);
    expect(box("KE")?.hasAttribute("disabled")).toBe(true);
    expect(page.texts("label").join(" ")).toContain("Kenya (in Africa)");
    expect(page.texts("summary").join(" ")).toContain("Caribbean: 0");
  });

  test(
    "its map is shown without anything being saved, with the edges that the shapes suggest",
    async () => {
      const reply = await app.post(NEW, { ...form(), do: "map", slug: "" }, steward.as);
      expect(reply.status).toBe(200);
      expect(reply.text).toContain('class="map-small"');
      expect(reply.text).toContain("Map: Antigua and Barbuda");
      expect(reply.text).toMatch(/name="bounds.west"[^>]*value="-118/);
      expect(reply.text).toMatch(/value="UY"[^>]*checked|checked[^>]*value="UY"/);
      expect((await app.page("/en/latin-america")).status).toBe(404);
    },
    DRAWING_MS,
  );

  test.each([
    ["an address that the platform uses itself", { slug: "steward" }, "another meaning"],
    ["an address that is another region's", { slug: "africa" }, "Another region has this address"],
    ["a country of another region", { countries: ["MX", "KE"] }, "Already in another region: Kenya"],
    [
      "edges that leave a country out",
      { "bounds.west": "-60", "bounds.east": "-50", "bounds.south": "-20", "bounds.north": "0" },
      "Not on this map",
    ],
    [
      "south above north",
      { "bounds.west": "-60", "bounds.east": "-50", "bounds.south": "10", "bounds.north": "0" },
      "south must lie below north",
    ],
    ["some edges alone", { "bounds.west": "-60" }, "all four edges"],
    ["a language that is none", { languages: "es, q1" }, "Not a language tag: q1"],
    ["a name that no country has", { more: "Atlantis" }, "No country is called so: Atlantis"],
    ["an admin whom nobody knows", { admins: "nobody-of-this-name" }, "Nobody has this handle"],
    ["an address for letters without a name", { "secretariat.name": "" }, "whose address this is"],
    ["no confirmation", { confirmed: "" }, "Please confirm"],
    ["a name that is missing in one language", { "names.ar": "" }, "names-ar"],
  ])(
    "%s is refused at its field, and everything is as it was typed",
    async (_what, wrong, said) => {
      const reply = await app.post(NEW, { ...form(), confirmed: "on", ...wrong }, steward.as);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(said);
      expect(reply.text).toContain('value="Amérique latine"');
      const { rows } = await app.app.db.pool.query("select count(*)::int as n from regions");
      expect(rows[0].n).toBe(3);
    },
    DRAWING_MS,
  );

  test("nobody but a steward may", async () => {
    const { as, csrf } = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
    expect((await app.page(NEW, as)).status).toBe(404);
    expect((await app.post(NEW, { ...form(), csrf, confirmed: "on" }, as)).status).toBe(403);
    expect((await app.send("POST", "/api/v1/regions", {}, as)).status).toBe(403);
    expect((await app.send("PATCH", "/api/v1/regions/africa", {}, as)).status).toBe(403);
  });
});

describe("once it is added", () => {
  beforeAll(async () => {
    const reply = await app.post(NEW, { ...form(), confirmed: "on" }, steward.as);
    expect([reply.status, reply.headers.location]).toEqual([303, "/en/steward/regions?done=regionAdded"]);
  }, DRAWING_MS);

  test.each(["en", "fr", "ar"])("all its pages are there in %s", async (language) => {
    const rooms = [
      "",
      "/countries",
      "/organisations",
      "/news",
      "/events",
      "/resources",
      "/partners",
      "/board",
    ];
    const others = [
      "/countries/mx",
      "/countries/kn",
      "/countries/br/history",
      "/board/general",
      "/search?q=Chile",
      "/join",
    ];
    for (const path of [...rooms, ...others]) {
      const page = await app.page(`/${language}/latin-america${path}`);
      expect([path, page.status]).toEqual([path, 200]);
    }
    const home = await app.page(`/${language}/latin-america`);
    expect(home.document.documentElement.getAttribute("data-accent")).toBe("violet");
  });

  test("each country is on its map, a marker where it is small, and has a map of its own", async () => {
    const page = await app.page("/en/latin-america/countries");
    for (const iso2 of LATIN_AMERICA) {
      expect(page.document.querySelector(`#map-latin-america-${iso2}`)?.getAttribute("d")).toMatch(
        /^m[-\d z m]+z$/,
      );
      const own = await app.page(`/en/latin-america/countries/${iso2.toLowerCase()}`);
      expect(own.document.querySelector(".map-country .map-own")?.getAttribute("d"), iso2).toMatch(/^m/);
    }
    expect(page.document.querySelectorAll(".map-hit").length).toBeGreaterThanOrEqual(6);
    const home = await app.page("/en");
    expect(home.text("main")).toContain("Latin America");
    expect(home.document.querySelectorAll("svg.map-small")).toHaveLength(4);
  });

  test("a country says what is not known of it: no capital is invented, no status guessed", async () => {
    const page = await app.page("/en/latin-america/countries/mx");
    expect(page.text("main")).toContain("Whether it is a party to the Convention is not recorded here yet");
    expect(page.text("main")).not.toContain("Capital");
    const { body } = await app.json<{
      items: { iso2: string; capital: unknown; uncac: { status: string } }[];
    }>("/api/v1/regions/latin-america/countries?limit=100");
    expect(body.items.map(({ iso2 }) => iso2).toSorted()).toEqual(LATIN_AMERICA.toSorted());
    expect(body.items[0]).toMatchObject({
      capital: null,
      languages: [],
      uncac: { status: "unknown" },
      reviews: [],
    });
    const bolivia = body.items.find(({ iso2 }) => iso2 === "BO");
    expect(bolivia).toMatchObject({ iso3: "BOL", name: "Bolivia (Plurinational State of)" });
  });

  test("it is in the data, the sitemap, the search and the languages of its countries", async () => {
    expect((await app.get("/data/countries.csv")).text).toContain("MEX");
    const { body } = await app.json<{ items: { slug: string }[] }>("/api/v1/regions");
    expect(body.items.map(({ slug }) => slug)).toEqual([
      "africa",
      "south-east-europe",
      "south-east-asia",
      "latin-america",
    ]);
    expect((await app.get("/sitemap.xml")).text).toContain("/fr/latin-america/countries/pe");
    const search = await app.page("/en/latin-america/search?q=México");
    expect(search.links("main a").join(" ")).toContain("/en/latin-america/countries/mx");
    for (const feed of ["news.atom", "events.ics", "board.atom", "reviews.atom"])
      expect((await app.get(`/en/latin-america/${feed}`)).status).toBe(200);
  });

  test("its admins are told, find its desk, and are nobody elsewhere", async () => {
    const letter = await mail.next({ to: admin.email });
    expect(letter.text).toContain("Amérique latine");
    expect((await app.page("/en/latin-america/desk", admin.as)).status).toBe(200);
    expect((await app.page("/en/africa/desk", admin.as)).status).toBe(404);
    const log = await app.page("/en/latin-america/desk/audit", admin.as);
    expect(log.text("tbody")).toContain("added a region");
  });

  test("its boards begin as everywhere, with the welcome", async () => {
    const page = await app.page("/en/latin-america/board/general");
    expect(page.document.querySelectorAll("main h3 a, main h2 a").length).toBeGreaterThan(0);
    const { body } = await app.json<{ items: { slug: string }[] }>("/api/v1/regions/latin-america/boards");
    expect(body.items.map(({ slug }) => slug)).toContain("uncac-review");
  });

  test("a curator of it publishes there and nowhere else, a curator of another region not there", async () => {
    const own = await signedIn(app, { roles: [{ role: "curator", region: "latin-america" }] });
    const foreign = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    // Its reviews may be entered before anybody recorded what it is party to.
    expect((await app.page("/en/latin-america/desk/reviews/br/2", own.as)).status).toBe(200);
    const item = {
      ...{
        title: "A register of owners opens in Chile",
        language: "en",
        publishedOn: "2026-11-20",
        countries: ["CL"],
      },
      ...{
        summary: "The register can be searched by everybody, free of charge.",
        url: "https://example.org/register",
      },
      ...{ publish: true },
    };
    const at = "/api/v1/regions/latin-america/news";
    const sent = await app.send<unknown>("POST", at, item, own.as);
    expect([sent.status, sent.body]).toEqual([201, expect.anything()]);
    expect((await app.page("/en/latin-america/news")).text("main")).toContain("A register of owners opens");
    expect((await app.send("POST", at, item, foreign.as)).status).toBe(403);
    expect((await app.send("POST", "/api/v1/regions/africa/news", item, own.as)).status).toBe(403);
  });

  test(
    "what somebody else changed meanwhile stands beside the form, and nothing is lost",
    async () => {
      const path = "/en/steward/regions/latin-america";
      const page = await app.page(path, steward.as);
      const field = (name: string) =>
        page.document.querySelector(`input[name="${name}"]`)?.getAttribute("value") ?? "";
      const fields = {
        ...Object.fromEntries(
          ["version", "bounds.west", "bounds.east", "bounds.south", "bounds.north"].map((name) => [
            name,
            field(name),
          ]),
        ),
        ...{ ...form(), slug: "", admins: "", more: "", countries: LATIN_AMERICA, confirmed: "on" },
      };
      const changed = await app.send<{ version: number }>(
        "PATCH",
        "/api/v1/regions/latin-america",
        { accent: "berry", version: Number(field("version")) },
        steward.as,
      );
      expect(changed.status).toBe(200);
      const late = await app.post(
        path,
        { ...fields, "names.en": "Latin America and the Caribbean" },
        steward.as,
      );
      expect(late.status).toBe(409);
      expect(late.text).toContain("berry red");
      expect(late.text).toContain('value="Latin America and the Caribbean"');
      const stale = await app.send(
        "PATCH",
        "/api/v1/regions/latin-america",
        { version: 1, accent: "rust" },
        steward.as,
      );
      expect([stale.status, stale.body]).toEqual([409, expect.objectContaining({ code: "stale" })]);
      const version = String(changed.body.version);
      const again = await app.post(
        path,
        { ...fields, version, "names.en": "Latin America and the Caribbean" },
        steward.as,
      );
      expect(again.headers.location).toBe("/en/steward/regions?done=regionChanged");
      expect((await app.page("/en/latin-america")).text("h1")).toContain("Latin America and the Caribbean");
    },
    DRAWING_MS,
  );
});

test(
  "as JSON: across the date line, and refused with the field",
  async () => {
    const body = {
      ...{ slug: "pacific", names: { en: "Pacific", fr: "Pacifique", ar: "المحيط الهادئ" } },
      ...{ countries: PACIFIC, languages: ["en", "fj", "sm"] },
    };
    const wrong = await app.send<{ problems: { parameter: string }[] }>(
      "POST",
      "/api/v1/regions",
      { ...body, languages: ["english!"] },
      steward.as,
    );
    expect(wrong.status).toBe(400);
    const taken = await app.send("POST", "/api/v1/regions", { ...body, countries: ["KE"] }, steward.as);
    expect([taken.status, taken.body]).toEqual([409, expect.objectContaining({ code: "conflict" })]);
    const made = await app.send<{ bounds: { west: number; east: number } }>(
      "POST",
      "/api/v1/regions",
      body,
      steward.as,
    );
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ slug: "pacific", accent: "ocean" }),
    ]);
    expect(made.body.bounds.west).toBeGreaterThan(made.body.bounds.east);
    const page = await app.page("/en/pacific/countries");
    for (const iso2 of body.countries)
      expect(page.document.querySelector(`#map-pacific-${iso2}`)?.getAttribute("d")).toMatch(/^m/);
  },
  DRAWING_MS,
);

test(
  "a country is added and taken away again; one of which something is recorded stays",
  async () => {
    const versionNow = async () => {
      const { body } = await app.json<{ items: { slug: string; version: number }[] }>("/api/v1/regions");
      return body.items.find(({ slug }) => slug === "pacific")?.version ?? 0;
    };
    const change = async (countries: string[]) => {
      const body = { countries, version: await versionNow() };
      return app.send<{ code?: string }>("PATCH", "/api/v1/regions/pacific", body, steward.as);
    };
    expect((await change([...PACIFIC, "NU"])).status).toBe(200);
    expect((await app.page("/en/pacific/countries/nu")).status).toBe(200);
    await app.app.db.pool.query(
      "insert into reviews (iso2, cycle, status, reviewers, more_sources) values ('FJ', 2, 'unknown', '{}', '{}')",
    );
    const refused = await change(PACIFIC.filter((iso2) => iso2 !== "FJ"));
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect((await change(PACIFIC)).status).toBe(200);
    expect((await app.page("/en/pacific/countries/nu")).status).toBe(404);
    expect((await app.page("/en/pacific/countries/fj")).status).toBe(200);
  },
  DRAWING_MS,
);
