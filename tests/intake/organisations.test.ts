/** Files of CSOs at the desk: what each row becomes, what is refused with row, field and reason, and that nothing is half-written. */
import type { IntakeReply } from "shared/intake/contract.ts";
import type { Organisation } from "shared/organisations/contract.ts";
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
const HEAD = "slug,name,iso2,summary,source,specializations,website";
const SOURCE = "https://example.org/about";

interface Answer {
  status: number;
  body: IntakeReply & { problems?: { parameter: string; message: string }[] };
}

const send = (content: string, more: object = {}, person = curator, region = "africa"): Promise<Answer> => {
  const format = /^\s*[[{]/.test(content) ? "json" : "csv";
  const body = { kind: "organisations", format, content, ...more };
  return app.send("POST", `/api/v1/regions/${region}/import`, body, person.as);
};
const take = (content: string) => send(content, { dryRun: false });
const problemsOf = async (content: string) =>
  (await send(content)).body.rows.flatMap(({ line, problems }) =>
    problems.map(({ field, code }) => `${line} ${field} ${code}`),
  );
const exported = async (format = "csv") =>
  (await app.get(`/en/africa/desk/import/organisations.${format}`, curator.as)).text;
const count = async () => (await sql("select count(*)::int as n from organisations"))[0].n;

describe("a file that was taken along", () => {
  test("comes back as CSV or JSON without a single change", async () => {
    for (const format of ["csv", "json"]) {
      const { status, body } = await send(await exported(format));
      expect(status).toBe(200);
      const differing = body.rows.filter(({ fate }) => fate !== "unchanged");
      expect(differing).toEqual([]);
      expect(body.counts.unchanged).toBeGreaterThan(50);
      expect(body.unknownColumns).toEqual([]);
    }
  });

  test("the public one too, whichever region's CSOs stand in it", async () => {
    const { text } = await app.get("/data/organisations.csv");
    const { body } = await send(text);
    expect(new Set(body.rows.map(({ fate }) => fate))).toEqual(new Set(["unchanged", "refused"]));
    const refused = body.rows.filter(({ fate }) => fate === "refused");
    expect(refused.every(({ problems }) => problems[0]?.code === "intake.problem.elsewhere")).toBe(true);
  });

  test("shows each change of a field, and takes it in with history, search and audit", async () => {
    const [before] = await sql(
      "select id::int as id, slug, summary, version from organisations where region = 'africa' and status = 'listed' order by id limit 1",
    );
    const content = `slug,summary,city.name,city.lat,city.lon\n${before.slug},Watches quixotic budgets.,Kisumu,-0.0917,34.768`;
    const looked = await send(content);
    expect(looked.body.counts).toMatchObject({ changed: 1, refused: 0 });
    expect(looked.body.rows[0]?.changes[0]).toEqual({
      field: "city",
      before: expect.anything(),
      after: { name: "Kisumu", lat: -0.09, lon: 34.77 },
    });
    expect((await take(content)).body).toMatchObject({ taken: true, counts: { changed: 1 } });
    const { body } = await app.json<Organisation>(`/api/v1/regions/africa/organisations/${before.slug}`);
    expect(body).toMatchObject({ summary: "Watches quixotic budgets.", city: { lat: -0.09, lon: 34.77 } });
    const [revision] = await sql(
      "select before, after, acted_as, person_id::int as person from revisions where kind = 'organisation' and ref = $1 order by id desc limit 1",
      [String(before.id)],
    );
    expect(revision).toMatchObject({
      before: { summary: before.summary },
      after: { summary: "Watches quixotic budgets." },
      acted_as: "curator",
      person: curator.id,
    });
    const found = await app.json<{ items: { slug: string }[] }>(
      "/api/v1/regions/africa/organisations?q=quixotic",
    );
    expect(found.body.items.map(({ slug }) => slug)).toEqual([before.slug]);
    const [audit] = await sql(
      "select action, target, person_id::int as person from audit order by id desc limit 1",
    );
    expect(audit).toEqual({ action: "import.organisations", target: "region:africa", person: curator.id });
    expect((await send(content)).body.counts.unchanged).toBe(1);
  });

  test("is refused where somebody changed the record since, and only there", async () => {
    const { items } = JSON.parse(await exported("json"));
    const [one, other] = items.filter(({ status }: { status: string }) => status === "listed");
    await sql("update organisations set founded_year = '1999' where slug = $1", [one.slug]);
    const file = [
      { ...one, acronym: "NEW" },
      { ...other, acronym: "NEW" },
    ];
    const problems = await problemsOf(JSON.stringify(file));
    expect(problems).toEqual(["1 version intake.problem.newer"]);
  });
});

describe("a new CSO", () => {
  test("is listed with its source, found, and its address never taken twice", async () => {
    const content = `${HEAD}\n,Budget Watch Lamu,KE,"Reads budgets; asks.",${SOURCE},access-to-information,\n,Budget Watch Lamu,UG,Reads budgets.,${SOURCE},,`;
    const { body } = await take(content);
    expect(body.counts).toMatchObject({ new: 2, refused: 0 });
    const rows = await sql(
      "select slug, status, iso2, source from organisations where name = 'Budget Watch Lamu' order by id",
    );
    expect(rows).toEqual([
      { slug: "budget-watch-lamu", status: "listed", iso2: "KE", source: SOURCE },
      { slug: "budget-watch-lamu-2", status: "listed", iso2: "UG", source: SOURCE },
    ]);
    expect((await app.get("/en/africa/organisations/budget-watch-lamu")).text).toContain(
      "Reads budgets; asks.",
    );
    expect((await send(content)).body.counts.unchanged).toBe(2);
  });

  test("brings its activities along as JSON", async () => {
    const activity = {
      title: "Audit week",
      summary: "",
      startedOn: "2025",
      endedOn: null,
      status: "past",
      url: null,
    };
    const record = { name: "Ledger Circle", iso2: "GH", summary: "Reads ledgers.", source: SOURCE };
    const content = JSON.stringify([{ ...record, activities: [{ ...activity, source: SOURCE }] }]);
    expect((await take(content)).status).toBe(200);
    const { body } = await app.json<Organisation>("/api/v1/regions/africa/organisations/ledger-circle");
    expect(body.activities).toMatchObject([{ title: "Audit week", startedOn: "2025" }]);
  });
});

test("a CSO that keeps its profile itself is told of and never written over", async () => {
  const [own] = await sql(
    "update organisations set status = 'claimed' where id = (select max(id) from organisations where region = 'africa' and status = 'listed' and name not like 'B%') returning slug, summary",
  );
  const content = `slug,summary\n${own.slug},Something else.`;
  const { body } = await take(content);
  expect(body.rows[0]).toMatchObject({ fate: "kept", problems: [] });
  const [after] = await sql("select summary from organisations where slug = $1", [own.slug]);
  expect(after.summary).toBe(own.summary);
});

describe("a CSO that went dark", () => {
  const row = (slug: string, name: string) => `${HEAD}\n${slug},${name},KE,Text.,${SOURCE},,`;

  test("is never made public again, by its address or by its name, and no more is told than of another region", async () => {
    await take(row("", "Lantern Watch"));
    const { items } = JSON.parse(await exported("json"));
    const mine = items.filter(({ name }: { name: string }) => name === "Lantern Watch");
    await sql("update organisations set status = 'hidden' where name = 'Lantern Watch'");
    expect(await problemsOf(row("", "LANTERN  Wátch"))).toEqual(["2 name intake.problem.elsewhere"]);
    expect(await problemsOf(row("new-address", "Lantern Watch"))).toEqual([
      "2 name intake.problem.elsewhere",
    ]);
    expect(await problemsOf(row("lantern-watch", "Another Name"))).toEqual([
      "2 slug intake.problem.elsewhere",
    ]);
    const file = JSON.stringify(mine);
    expect((await send(file)).body.counts).toMatchObject({ refused: 1, new: 0 });
    expect((await take(file)).status).toBe(400);
    await sql("update organisations set region = 'south-east-asia' where name = 'Lantern Watch'");
    expect(await problemsOf(row("", "Lantern Watch"))).toEqual(["2 name intake.problem.elsewhere"]);
    expect(await sql("select status from organisations where name = 'Lantern Watch'")).toEqual([
      { status: "hidden" },
    ]);
  });

  test("nor is anything that a file was written from and that is gone", async () => {
    const content = `slug,name,iso2,summary,source,version\ngone-watch,Gone Watch,KE,Text.,${SOURCE},3`;
    expect(await problemsOf(content)).toEqual(["2 version intake.problem.noRecord"]);
  });
});

describe("rows are refused with line, field and reason", () => {
  const row = (cells: string) => `${HEAD}\n${cells}`;
  test.each([
    ["no name", `,,KE,Text.,${SOURCE},,`, "2 name form.required"],
    ["no source", ",Nameless Watch,KE,Text.,,,", "2 source form.required"],
    ["a country that does not exist", `,A Watch,XY,Text.,${SOURCE},,`, "2 iso2 intake.problem.country"],
    ["a country of another region", `,A Watch,RS,Text.,${SOURCE},,`, "2 iso2 intake.problem.country"],
    ["a country by its name", `,A Watch,Kenya,Text.,${SOURCE},,`, "2 iso2 intake.problem.country"],
    ["a formula", `,=cmd|' /C calc'!A0,KE,Text.,${SOURCE},,`, "2 name intake.problem.formula"],
    [
      "no specialisation",
      `,A Watch,KE,Text.,${SOURCE},cooking,`,
      "2 specializations intake.problem.specialization",
    ],
    ["no address on the web", `,A Watch,KE,Text.,${SOURCE},,javascript:alert(1)`, "2 website form.notALink"],
    ["a slug with capitals", `A_b,A Watch,KE,Text.,${SOURCE},,`, "2 slug intake.problem.slug"],
  ])("%s", async (_name, cells, problem) => {
    expect(await problemsOf(row(cells))).toEqual([problem]);
  });

  test("the same row twice, by its name or by its address", async () => {
    const twice = `,Twin Watch,KE,Text.,${SOURCE},,`;
    expect(
      await problemsOf(`${HEAD}\n${twice}\n${twice.toUpperCase().replace(SOURCE.toUpperCase(), SOURCE)}`),
    ).toEqual(["3 slug intake.problem.twice"]);
    const [one] = await sql(
      "select slug from organisations where region = 'africa' and status = 'listed' limit 1",
    );
    expect(await problemsOf(`slug,acronym\n${one.slug},A\n${one.slug},B`)).toEqual([
      "3 slug intake.problem.twice",
    ]);
  });

  test("an address of another region", async () => {
    const [other] = await sql("select slug from organisations where region = 'south-east-asia' limit 1");
    expect(await problemsOf(row(`${other.slug},A Watch,KE,Text.,${SOURCE},,`))).toEqual([
      "2 slug intake.problem.elsewhere",
    ]);
  });

  test("and then none of the file is written", async () => {
    const before = await count();
    const good = Array.from({ length: 20 }, (_, n) => `,Row ${n} Watch,KE,Text.,${SOURCE},,`).join("\n");
    const { status, body } = await take(`${HEAD}\n${good}\n,Bad,ZZ,Text.,${SOURCE},,`);
    expect(status).toBe(400);
    expect(body.problems?.[0]?.parameter).toBe("content.22.iso2");
    expect(await count()).toBe(before);
  });

  test("also where the last row fails in the database", async () => {
    const before = await count();
    await sql("alter table organisations add constraint no_such check (name <> 'Row that breaks')");
    const good = `,Row that holds,KE,Text.,${SOURCE},,\n,Row that breaks,KE,Text.,${SOURCE},,`;
    expect((await take(`${HEAD}\n${good}`)).status).toBe(500);
    await sql("alter table organisations drop constraint no_such");
    expect(await count()).toBe(before);
    expect(await sql("select 1 from search_documents where name like 'row that%'")).toEqual([]);
  });

  test("a column that nobody knows is told, and left out", async () => {
    const { body } = await send(`${HEAD},colour,status\n,A Watch,KE,Text.,${SOURCE},,,red,claimed`);
    expect(body).toMatchObject({
      unknownColumns: ["colour"],
      readOnlyColumns: ["status"],
      counts: { new: 1 },
    });
  });

  test("a file that cannot be read is refused as a whole, with its line", async () => {
    const { status, body } = await send(`${HEAD}\n1,2`);
    expect(status).toBe(400);
    expect(body.problems).toEqual([{ parameter: "content", message: expect.stringContaining("Line 2") }]);
  });
});

describe("only the region's own curators take in files", () => {
  test("others are refused, and nothing is told", async () => {
    const others = [
      await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] }),
      await signedIn(app, { roles: [{ role: "moderator", region: "africa" }] }),
      await signedIn(app, { regions: ["africa"] }),
    ];
    for (const person of others) {
      expect((await send(`${HEAD}\n`, {}, person)).status).toBe(403);
      expect((await app.get("/en/africa/desk/import", person.as)).status).toBe(404);
      expect((await app.get("/en/africa/desk/import/organisations.csv", person.as)).status).toBe(404);
    }
  });

  test("hidden contact details are in no file, and are not lost by taking it in again", async () => {
    const [one] = await sql(
      `update organisations set email = 'hidden@example.org', visibility = '{"email":"hidden"}'
        where id = (select min(id) from organisations where region = 'africa' and status = 'listed') returning slug`,
    );
    const file = await exported();
    expect(file).not.toContain("hidden@example.org");
    expect((await send(file)).body.counts).toMatchObject({ changed: 0, refused: 0 });
    await take(`slug,email,nameLocal\n${one.slug},,A name of its own`);
    const [after] = await sql("select email, name_local from organisations where slug = $1", [one.slug]);
    expect(after).toEqual({ email: "hidden@example.org", name_local: "A name of its own" });
  });
});
