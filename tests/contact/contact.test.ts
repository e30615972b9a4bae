/** Writing to a CSO through the platform: it can answer, its address stays its own, and nothing is kept. */
import { MAX_LETTERS_PER_DAY } from "shared/contact/rules.ts";
import { visitorFields } from "shared/visitors/challenge.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { parsePage } from "../setup/page.ts";
import { signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

let mail: TestMail;
let app: TestApp;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const MESSAGE = "Hello, we would like to work with you.\nWho may we talk to?";

interface Own {
  email?: string | null;
  visibility?: string;
  status?: string;
  language?: string;
}

async function cso(slug: string, own: Own = {}): Promise<{ id: number; path: string }> {
  const {
    email = `${slug}@cso.example.org`,
    visibility = "public",
    status = "listed",
    language = "en",
  } = own;
  const { rows } = await sql(
    `insert into organisations (slug, name, iso2, region, specializations, summary, status, email, visibility, language)
     values ($1, $2, 'KE', 'africa', '{}', 'A summary', $3, $4, $5, $6) returning id`,
    [slug, `The ${slug}`, status, email, { email: visibility }, language],
  );
  return { id: Number(rows[0].id), path: `/en/africa/organisations/${slug}` };
}

const write = (path: string, fields: Record<string, string> = {}) =>
  app.post(`${path}/contact`, {
    email: "sender@example.org",
    name: "Amina",
    message: MESSAGE,
    ...fields,
    ...solved(app),
  });

test.each(["public", "members", "hidden"])(
  "a CSO whose address is %s gets the letter and answers the sender, who never sees where it went",
  async (visibility) => {
    const slug = `${visibility}-address`;
    const { path } = await cso(slug, { visibility });
    const profile = await app.page(path);
    expect(profile.links("main a")).toContain(`${path}/contact`);
    const sent = await write(path);
    expect(sent.status).toBe(303);
    const letter = await mail.next({ to: `${slug}@cso.example.org` });
    expect(letter.header("reply-to")).toBe("sender@example.org");
    expect(letter.from).toBe("no-reply@platform.example");
    expect(letter.text).toContain(MESSAGE);
    expect(letter.text).toContain("Amina");
    expect(letter.subject).toBe("A letter passed on by the platform");
    const after = await app.page(sent.headers.location ?? "");
    expect(after.text("main")).toContain("Your letter has been passed on.");
    if (visibility !== "public") {
      for (const html of [profile.html, after.html, (await app.get(`${path}/contact`)).text])
        expect(html).not.toContain("cso.example.org");
    }
  },
);

test("a CSO without an address of its own is reached through its owners, in their language", async () => {
  const { id, path } = await cso("by-owner", { email: null, status: "claimed" });
  const owner = await signedIn(app, { language: "ar", memberships: [{ organisationId: id, role: "owner" }] });
  await write(path);
  const letter = await mail.next({ to: owner.email });
  expect(letter.html).toContain('dir="rtl"');
  expect(letter.text).toContain(MESSAGE);
});

test("one that nobody can write to says so, and its profile does not offer it", async () => {
  const { path } = await cso("silent", { email: null });
  expect((await app.page(path)).links("main a")).not.toContain(`${path}/contact`);
  const page = await app.page(`${path}/contact`);
  expect(page.text("main")).toContain("knows no e-mail address");
  expect(page.document.querySelector("main textarea")).toBeNull();
});

test("one that hides itself, or is of another region, cannot be found", async () => {
  const { path } = await cso("dark", { status: "hidden" });
  expect((await app.get(`${path}/contact`)).status).toBe(404);
  expect((await write(path)).status).toBe(404);
  await cso("elsewhere");
  expect((await app.get("/en/south-east-asia/organisations/elsewhere/contact")).status).toBe(404);
});

test("a letter that cannot be sent comes back as it was typed, with the reason at the field", async () => {
  const { path } = await cso("mistyped");
  const reply = await write(path, { email: "nobody", message: "short" });
  expect(reply.status).toBe(422);
  const page = parsePage(reply);
  expect(page.document.querySelector("[name=email]")?.getAttribute("aria-invalid")).toBe("true");
  expect(page.text("textarea")).toBe("short");
  expect((await sql("select from contact_days where letters = 0")).rowCount).toBe(0);
});

test("what is typed cannot become a header", async () => {
  const { path } = await cso("headers");
  await write(path, { name: "Amina\r\nBcc: other@example.org" });
  const letter = await mail.next({ to: "headers@cso.example.org" });
  expect(letter.header("bcc")).toBeNull();
  expect((await write(path, { email: "a@example.org, b@example.org" })).status).toBe(422);
});

test("a CSO gets no more than so many in a day", async () => {
  const { id, path } = await cso("flooded");
  await sql("insert into contact_days values ($1, current_date, $2)", [id, MAX_LETTERS_PER_DAY - 1]);
  const replies = await Promise.all([write(path), write(path)]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  const refused = replies.find(({ status }) => status === 422);
  expect(refused && parsePage(refused).text("main")).toContain("try again tomorrow");
});

test("nothing of a letter is kept once it was sent", async () => {
  const tables = await sql(
    "select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname in ('public', 'pgboss')",
  );
  const held = async () => {
    const found = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await sql(`select from ${name} t where t::text ~ 'work with you|sender@example'`);
      if (rowCount) found.push(name);
    }
    return found;
  };
  expect(await held()).toEqual([]);
});

test("without a solved challenge the letter waits, and nothing is sent", async () => {
  const { path } = await cso("waiting");
  const form = await app.page(`${path}/contact`);
  const name = visitorFields.challenge;
  const challenge = form.document.querySelector(`[name=${name}]`)?.getAttribute("value") ?? "";
  const reply = await app.post(`${path}/contact`, {
    email: "sender@example.org",
    message: MESSAGE,
    [name]: challenge,
  });
  expect(reply.status).toBe(200);
  expect(reply.text).toContain("data-one-moment");
  expect(
    (
      await sql(
        "select from contact_days d join organisations o on o.id = d.organisation_id where o.slug = 'waiting'",
      )
    ).rowCount,
  ).toBe(0);
});

test("signed-in people write without a challenge", async () => {
  const { path } = await cso("by-member");
  const person = await signedIn(app);
  const fields = { email: person.email, message: MESSAGE, csrf: person.csrf };
  expect((await app.post(`${path}/contact`, fields, person.as)).status).toBe(303);
  const letter = await mail.next({ to: "by-member@cso.example.org" });
  expect(letter.header("reply-to")).toBe(person.email);
});
