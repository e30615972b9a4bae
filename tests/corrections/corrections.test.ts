/** "Is this wrong?": what anybody may rely on who says so, and who answers it. */
import type { Correction } from "shared/corrections/contract.ts";
import type { Country } from "shared/countries/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const TUNISIA = "africa/countries/tn";
const DESK = "africa/desk/corrections";

let mail: TestMail;
let app: TestApp;
let curator: SignedIn;
beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const give = (path: string, fields: Record<string, string | string[]>) =>
  app.post(path, { source: SOURCE, ...fields, ...solved(app) });
const tunisia = async () => (await app.json<Country>(`/api/v1/regions/africa/countries/tn`)).body;
const soon = { timeout: 10_000, interval: 50 };

/** The newest that waits, and the address at which it is answered. */
async function newest(): Promise<{ id: number; path: string }> {
  const [row] = await sql("select max(id)::int as id from corrections where status = 'waiting'");
  return { id: row.id, path: `/en/${DESK}/${row.id}` };
}

/** As a browser without JavaScript sends it: every field as the page has it, but for those given. */
async function answer(path: string, person: SignedIn, fields: Record<string, string>) {
  const page = await app.page(path, person.as);
  const sent: Record<string, string> = {};
  for (const field of page.document.querySelectorAll("main form [name]")) {
    const name = field.getAttribute("name") ?? "";
    if (field.getAttribute("type") === "radio") continue;
    const chosen = field.querySelector("option[selected]")?.getAttribute("value");
    sent[name] = chosen ?? field.getAttribute("value") ?? field.textContent?.replace(/^\n/, "") ?? "";
  }
  return app.post(path, { ...sent, ...fields }, person.as);
}

describe("on a country's page", () => {
  test("each fact leads to a form that says what it says now", async () => {
    const page = await app.page(`/en/${TUNISIA}`);
    const links = page.links('main a[href*="/correct?"]');
    for (const fact of ["country.status", "country.signedOn", "review.2.status", "review.1.startedIn"])
      expect(links).toContain(`/en/${TUNISIA}/correct?fact=${fact}`);
    const angola = await app.page("/en/africa/countries/ao");
    expect(angola.links('main a[href*="fact=document."]')).not.toEqual([]);
    links.push(...angola.links('main a[href*="/correct?"]'));
    for (const link of new Set(links)) expect((await app.get(link)).status, link).toBe(200);
    const form = await app.page(`/fr/${TUNISIA}/correct?fact=country.signedOn`);
    expect(form.text("main dl")).toContain("30 mars 2004");
  });

  test("without a fact there are all to choose from; one that is none is not there", async () => {
    const page = await app.page(`/en/${TUNISIA}/correct`);
    expect(page.links("main ul.plain a").length).toBeGreaterThan(20);
    for (const fact of ["review.3.status", "review.2.secret", "document.1.title", "country.status.x", "x"])
      expect((await app.get(`/en/${TUNISIA}/correct?fact=${fact}`)).status, fact).toBe(404);
  });
});

describe("a correction of a review", () => {
  const form = `/fr/${TUNISIA}/correct?fact=review.2.startedIn`;

  test.each([
    ["a date that no calendar has", { value: "2021-02-30" }, "2026-03-21"],
    ["a date in words", { value: "last year" }, "2026-03-21"],
    ["no source", { value: "2021", source: "" }, "Ce champ|Veuillez|remplir"],
    ["an address that is none", { value: "2021", email: "nobody" }, "arobase"],
  ])("comes back filled in for %s", async (_what, fields, hint) => {
    const reply = await give(form, { note: "Seen in the report", ...fields });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("Seen in the report");
    expect(reply.text).toMatch(new RegExp(hint));
    expect(await sql("select id from corrections")).toEqual([]);
  });

  test("reaches the curators of its region, and nobody of another", async () => {
    const fields = { value: "2019-٠٣", email: "reader@example.org", credit: "A. Reader", note: "See page 3" };
    const reply = await give(form, fields);
    expect([reply.status, reply.headers.location]).toEqual([303, `/fr/${TUNISIA}?done=correctionGiven`]);
    expect((await app.page(`/fr/${TUNISIA}?done=correctionGiven`)).text(".notice")).toContain("Merci");
    const queue = await app.page(`/en/${DESK}`, curator.as);
    expect(queue.text("main ul.plain > li")).toContain("Tunisia: Start");
    expect(queue.text("main ul.plain > li")).toContain("March 2019");
    const other = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
    expect((await app.get(`/en/${DESK}`, other.as)).status).toBe(404);
    const elsewhere = (await newest()).path.replace("africa", "south-east-asia");
    expect((await app.get(elsewhere, other.as)).status).toBe(404);
  });

  test("is accepted: the fact changes, with source, history and thanks; its giver is told in French", async () => {
    const before = await tunisia();
    const { path, id } = await newest();
    const reply = await answer(path, curator, { decision: "accept", reason: "The report says so." });
    expect([reply.status, reply.headers.location]).toEqual([303, `/en/${DESK}?done=correctionAccepted`]);
    await expect.poll(async () => (await tunisia()).reviews[1]?.startedIn, soon).toBe("2019-03");
    expect(before.reviews[1]?.startedIn).not.toBe("2019-03");
    expect((await tunisia()).reviews[1]?.source).toBe(SOURCE);
    const history = await app.page(`/en/${TUNISIA}/history`);
    expect(history.text("main ol.plain > li")).toContain("Thanks to A. Reader.");
    expect(history.text("main ol.plain > li")).toContain("March 2019");
    const letter = await mail.next({ to: "reader@example.org" });
    expect(letter.subject).toBe("La réponse à votre correction");
    expect(letter.text).toContain("The report says so.");
    expect(letter.links[0]).toContain(`/fr/${TUNISIA}`);
    const [row] = await sql("select status, email, decided_by from corrections where id = $1", [id]);
    expect(row).toEqual({ status: "accepted", email: null, decided_by: curator.id });
    const audited = await sql("select action, person_id from audit where target = $1", [`correction:${id}`]);
    expect(audited).toEqual([{ action: "correction.accepted", person_id: curator.id }]);
  });

  test("is declined with a reason, which is needed; the fact stays", async () => {
    await give(`/en/${TUNISIA}/correct?fact=review.2.status`, {
      value: "probably-ongoing",
      email: "other@example.org",
    });
    const { path } = await newest();
    const bare = await answer(path, curator, { decision: "decline" });
    expect(bare.status).toBe(422);
    const before = (await tunisia()).reviews[1]?.status;
    expect((await answer(path, curator, { decision: "decline", reason: "No source seen." })).status).toBe(
      303,
    );
    expect((await mail.next({ to: "other@example.org" })).text).toContain("No source seen.");
    expect((await tunisia()).reviews[1]?.status).toBe(before);
  });

  test("is amended by who answers it", async () => {
    await give(`/en/${TUNISIA}/correct?fact=review.2.reviewers`, { value: "Kenya, الأردن" });
    const { path } = await newest();
    const wrong = await answer(path, curator, { decision: "accept", value: "Atlantis" });
    expect(wrong.status).toBe(422);
    await answer(path, curator, { decision: "accept", value: "Kenya, Rwanda" });
    await expect.poll(async () => (await tunisia()).reviews[1]?.reviewers, soon).toEqual(["KE", "RW"]);
  });

  test("of which two decide at once is decided once", async () => {
    await give(`/en/${TUNISIA}/correct?fact=review.2.focalPointInstitution`, { value: "The Ministry" });
    const { path } = await newest();
    const steward = await signedIn(app, { roles: [{ role: "steward", region: null }] });
    const replies = await Promise.all([
      answer(path, curator, { decision: "accept" }),
      answer(path, steward, { decision: "decline", reason: "No." }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(replies.find(({ status }) => status === 422)?.text).toContain("answered this correction");
  });

  test("whose fact changed meanwhile says so, and is looked at again", async () => {
    await give(`/en/${TUNISIA}/correct?fact=review.1.focalPointInstitution`, { value: "The Agency" });
    const { path } = await newest();
    const [seen] = await sql("select version from reviews where iso2 = 'TN' and cycle = 1");
    await sql("update reviews set focal_point_institution = 'Another one' where iso2 = 'TN' and cycle = 1");
    const stale = await answer(path, curator, { decision: "accept", record: String(seen.version) });
    expect(stale.status).toBe(422);
    expect(stale.text).toContain("Another one");
    expect((await app.page(path, curator.as)).text(".notice")).toContain("has changed");
    expect((await answer(path, curator, { decision: "accept" })).status).toBe(303);
  });

  test("may bring a document that is missing, and take away one that does not belong", async () => {
    await give(`/en/${TUNISIA}/correct?fact=review.2.documents`, {
      "document.kind": "self-assessment",
      "document.title": "Answers of Tunisia",
      "document.url": "https://example.org/answers.pdf",
      "document.publishedOn": "2020",
    });
    expect((await answer((await newest()).path, curator, { decision: "accept" })).status).toBe(303);
    const found = async () =>
      (await tunisia()).reviews[1]?.documents.find(({ title }) => title === "Answers of Tunisia");
    await expect.poll(async () => (await found())?.publishedOn, soon).toBe("2020");
    await give(`/en/${TUNISIA}/correct?fact=document.${(await found())?.id}.removal`, {});
    expect((await answer((await newest()).path, curator, { decision: "accept" })).status).toBe(303);
    await expect.poll(found, soon).toBeUndefined();
  });
});

describe("a correction of a profile", () => {
  const profileOf = async (status: string) => {
    const [row] = await sql(
      "select id, slug from organisations where region = 'africa' and status = $1 order by id limit 1",
      [status],
    );
    return row as { id: number; slug: string };
  };

  test("that nobody has claimed goes to the curators, and changes it", async () => {
    const { slug } = await profileOf("listed");
    const form = `/en/africa/organisations/${slug}/correct?field=foundedYear`;
    expect((await give(form, { value: "1987" })).headers.location).toContain("done=correctionGiven");
    expect((await answer((await newest()).path, curator, { decision: "accept" })).status).toBe(303);
    const read = () => app.json<{ foundedYear: string }>(`/api/v1/regions/africa/organisations/${slug}`);
    await expect.poll(async () => (await read()).body.foundedYear, soon).toBe("1987");
    const rows = await sql(
      "select before, after, acted_as, source from revisions where kind = 'organisation'",
    );
    expect(rows[0]).toMatchObject({ after: { foundedYear: "1987" }, acted_as: "curator", source: SOURCE });
  });

  test("that is claimed goes to its own editors, by letter and queue, and not to the curators", async () => {
    const { id, slug } = await profileOf("listed");
    await sql("update organisations set status = 'claimed' where id = $1", [id]);
    const editor = await signedIn(app, {
      language: "ar",
      memberships: [{ organisationId: id, role: "editor" }],
    });
    await expect
      .poll(
        async () => (await app.page(`/en/africa/organisations/${slug}/correct?field=name`)).text("main form"),
        soon,
      )
      .toContain("the organisation itself");
    const reply = await give(`/en/africa/organisations/${slug}/correct?field=name`, {
      value: "A better name",
    });
    expect(reply.headers.location).toContain("done=correctionToEditors");
    const letter = await mail.next({ to: editor.email });
    expect(letter.links[0]).toContain(`/ar/africa/organisations/${slug}/corrections`);
    expect((await app.page(`/en/${DESK}`, curator.as)).text("main")).not.toContain("A better name");
    const own = `/en/africa/organisations/${slug}/corrections`;
    expect((await app.get(own, curator.as)).status).toBe(404);
    const { id: correction } = await newest();
    expect((await answer(`${own}/${correction}`, editor, { decision: "accept" })).status).toBe(303);
    const read = () => app.json<{ name: string }>(`/api/v1/regions/africa/organisations/${slug}`);
    await expect.poll(async () => (await read()).body.name, soon).toBe("A better name");
    expect((await app.get(`/en/africa/search?q="A better name"`)).text).toContain(slug);
  });

  test("that is dark is not taken", async () => {
    const { id, slug } = await profileOf("claimed");
    await sql("update organisations set status = 'hidden' where id = $1", [id]);
    expect((await app.get(`/en/africa/organisations/${slug}/correct`)).status).toBe(404);
  });
});

describe("as data", () => {
  test("curators read what waits and answer it; others do not", async () => {
    await give(`/en/${TUNISIA}/correct?fact=country.signedOn`, { value: "2004-03-31" });
    const list = "/api/v1/regions/africa/corrections";
    const { id } = await newest();
    expect((await app.get(list)).status).toBe(401);
    const reply = await app.get(list, curator.as);
    const { items } = JSON.parse(reply.text) as { items: Correction[] };
    const waiting = items.find((one) => one.id === id);
    expect(waiting).toMatchObject({ field: "signedOn", current: "2004-03-30", proposed: "2004-03-31" });
    expect(reply.text).not.toContain("@");
    const { version, record } = waiting as Correction;
    const send = (body: unknown, person = curator.as) =>
      app.send<Correction & { code: string }>("POST", `${list}/${id}/decision`, body, person);
    const member = await signedIn(app, { regions: ["africa"] });
    expect((await send({ decision: "accept", version, record }, member.as)).status).toBe(403);
    const wrong = await send({ decision: "accept", version, record, value: "yesterday" });
    expect([wrong.status, wrong.body.code]).toEqual([400, "invalid"]);
    const stale = await send({ decision: "accept", version, record: record + 1 });
    expect([stale.status, stale.body.code]).toEqual([409, "stale"]);
    const right = await send({ decision: "accept", version, record, asOf: "2026" });
    expect(right.body).toMatchObject({ status: "accepted", now: "2004-03-31" });
    expect((await send({ decision: "decline", reason: "No", version, record })).body.code).toBe("conflict");
  });
});
