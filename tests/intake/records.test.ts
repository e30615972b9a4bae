/** Files of events and resources at the desk: round trip, what is published with its history, drafts, and bad rows. */
import type { IntakeReply } from "shared/intake/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let curator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(() => app.close());

const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const SOURCE = "https://example.org/programme";

interface Answer {
  status: number;
  body: IntakeReply & { problems?: { parameter: string; message: string }[] };
}

const send = (kind: string, content: string, more: object = {}): Promise<Answer> => {
  const format = /^\s*[[{]/.test(content) ? "json" : "csv";
  return app.send("POST", "/api/v1/regions/africa/import", { kind, format, content, ...more }, curator.as);
};
const take = (kind: string, content: string, more: object = {}) =>
  send(kind, content, { dryRun: false, ...more });
const problemsOf = async (kind: string, content: string) =>
  (await send(kind, content)).body.rows.flatMap(({ line, problems }) =>
    problems.map(({ field, code }) => `${line} ${field} ${code}`),
  );

test.each(["events", "resources"])(
  "%s that were taken along come back without a single change",
  async (kind) => {
    for (const format of ["csv", "json"]) {
      const { text } = await app.get(`/en/africa/desk/import/${kind}.${format}`, curator.as);
      const { body } = await send(kind, text);
      expect(body.rows.filter(({ fate }) => fate !== "unchanged")).toEqual([]);
      expect(body.counts.unchanged).toBeGreaterThan(5);
    }
  },
);

test.each(["organisations", "events", "resources"])(
  "the empty file of %s has every column that is needed",
  async (kind) => {
    const { text, headers } = await app.get(`/en/africa/desk/import/${kind}-template.csv`, curator.as);
    expect(headers["content-disposition"]).toContain(`africa-${kind}-template.csv`);
    const columns = text.trim().split(",");
    const row = columns
      .map(() => "")
      .join(",")
      .replace(/$/, "");
    const { body } = await send(kind, `${text}${row.replace(/^/, "a-new-one")}`);
    expect(body).toMatchObject({ unknownColumns: [], readOnlyColumns: [], counts: { refused: 1 } });
  },
);

const EVENT =
  "title,kind,startsOn,endsOn,countries,organiser,summary,source,place.name,place.iso2,place.lat,place.lon";
const workshop = `Asset recovery workshop in Lusaka,workshop,2027-03-02,2027-03-04,ZM; KE,Zambian CSOs,"Two days, three exercises.",${SOURCE},Lusaka,ZM,-15.42,28.28`;

describe("events from a file", () => {
  test("are on their page, in search and calendar, with their history", async () => {
    expect((await take("events", `${EVENT}\n${workshop}`)).body).toMatchObject({
      taken: true,
      counts: { new: 1 },
    });
    const slug = "asset-recovery-workshop-in-lusaka";
    const event = await app.json(`/api/v1/regions/africa/events/${slug}`);
    expect(event.body).toMatchObject({
      countries: ["ZM", "KE"],
      regions: ["africa"],
      place: { lat: -15.42 },
      source: SOURCE,
    });
    expect((await app.get("/en/africa/events.ics")).text).toContain("Asset recovery workshop in Lusaka");
    expect((await app.get("/api/v1/search?q=lusaka&region=africa")).text).toContain(slug);
    const changed = `slug,endsOn,summary\n${slug},2027-03-05,Three days.`;
    expect((await take("events", changed)).body.counts.changed).toBe(1);
    const revisions = await sql(
      "select r.before, r.after from revisions r join events e on e.id::text = r.ref where r.kind = 'event' and e.slug = $1 order by r.id",
      [slug],
    );
    expect(revisions).toHaveLength(2);
    expect(revisions[1]).toEqual({
      before: { endsOn: "2027-03-04", summary: "Two days, three exercises." },
      after: { endsOn: "2027-03-05", summary: "Three days." },
    });
  });

  test("wait as drafts where the curator wishes so, with every field, and what stands is changed at once", async () => {
    const content = `${EVENT}\n${workshop.replace("Lusaka,work", "Ndola,work")}`;
    expect((await take("events", content, { asDrafts: true })).body).toMatchObject({
      taken: true,
      counts: { new: 1 },
    });
    expect(await sql("select 1 from events where title like '%Ndola'")).toEqual([]);
    const [entry] = await sql("select state, region, content from entries where kind = 'events'");
    expect(entry).toMatchObject({ state: "draft", region: "africa" });
    expect(entry.content).toMatchObject({
      title: "Asset recovery workshop in Ndola",
      countries: ["ZM", "KE"],
      place: { name: "Lusaka" },
      source: SOURCE,
      regions: ["africa"],
    });
  });

  test.each([
    ["an end before the beginning", "2027-03-02,2027-03-01,KE", "2 endsOn intake.problem.endBeforeStart"],
    ["a day that no calendar has", "2027-02-30,,KE", "2 startsOn intake.problem.noDay"],
    ["a date of another kind", "02/03/2027,,KE", "2 startsOn form.notADate"],
    ["a country that there is not", "2027-03-02,,XQ", "2 countries intake.problem.anyCountry"],
  ])("are refused: %s", async (_name, cells, problem) => {
    const head = "title,kind,organiser,summary,source,startsOn,endsOn,countries";
    expect(await problemsOf("events", `${head}\nA day,meeting,CSOs,Text.,${SOURCE},${cells}`)).toEqual([
      problem,
    ]);
  });

  test.each([
    ["a time zone that does not exist", { timeZone: "Africa/Atlantis" }, "timeZone intake.problem.timeZone"],
    ["a moment without a zone", { startsAt: "2027-03-02T09:00" }, "startsAt intake.problem.moment"],
    ["a kind that there is not", { kind: "party" }, "kind form.misfit"],
    [
      "a region of other curators",
      { regions: ["africa", "south-east-asia"] },
      "regions intake.problem.region",
    ],
    ["all regions at once", { regions: ["south-east-asia"] }, "regions intake.problem.region"],
    ["a script as its address", { url: "javascript:alert(1)" }, "url form.notALink"],
    ["a number as its title", { title: 5 }, "title form.misfit"],
  ])("are refused as JSON: %s", async (_name, more, problem) => {
    const event = {
      title: "A day",
      kind: "meeting",
      organiser: "CSOs",
      summary: "Text.",
      source: SOURCE,
      ...more,
    };
    expect(await problemsOf("events", JSON.stringify([event]))).toEqual([`1 ${problem}`]);
  });

  test("of other regions are not touched from here", async () => {
    const [other] = await sql("select slug from events where regions = '{south-east-asia}' limit 1");
    expect(await problemsOf("events", `slug,summary\n${other.slug},Mine now.`)).toContain(
      "2 slug intake.problem.elsewhere",
    );
  });
});

describe("resources from a file", () => {
  const RESOURCE = "title,kind,language,publisher,summary,source,url,symbol";
  const guide = `A guide to asking ministries,guide,en,Zambian CSOs,How to ask.,${SOURCE},https://example.org/guide.pdf,`;

  test("are in the list at once; what stands in all regions can be kept from here", async () => {
    expect((await take("resources", `${RESOURCE}\n${guide}`)).status).toBe(200);
    expect((await app.get("/en/africa/resources?q=&kind=guide")).text).toContain(
      "A guide to asking ministries",
    );
    const [all] = await sql("select slug, version from resources where regions = '{}' limit 1");
    expect(
      (await take("resources", `slug,summary\n${all.slug},Said more clearly.`)).body.counts.changed,
    ).toBe(1);
    const [after] = await sql("select summary, regions from resources where slug = $1", [all.slug]);
    expect(after).toEqual({ summary: "Said more clearly.", regions: [] });
  });

  test("several thousand are looked at in a bounded time", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `Paper ${n},report,en,CSOs,Text ${n}.,${SOURCE},,`);
    const started = performance.now();
    const { body } = await send("resources", `${RESOURCE}\n${rows.join("\n")}`);
    expect(body.counts.new).toBe(5_000);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
