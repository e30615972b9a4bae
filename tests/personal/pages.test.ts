/** A person takes their data along and is erased, by forms alone: nothing is left of them, and nothing of others is given. */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { verifyAudit } from "db/audit/verify.ts";
import { transaction } from "db/transaction.ts";
import { TOTP } from "otpauth";
import { hashPassword } from "server/accounts/passwords.ts";
import { sealSecret } from "server/accounts/signIn.ts";
import { newTotpSecret } from "server/accounts/totp.ts";
import { MAIL_QUEUE } from "server/mail/queue.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimed } from "../make/person.ts";
import { holdEverything, traces } from "../make/traces.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";
import { unzipped } from "../setup/zip.ts";

const PASSWORD = "nine green lanterns over the harbour";
const KENYA = "transparency-international-kenya";
let app: TestApp;
let mail: TestMail;
let person: SignedIn;
let passwordHash: string;
let count = 0;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(async () => {
  await app?.close();
  await mail?.close();
});
beforeEach(async () => {
  count += 1;
  person = await signedIn(app, {
    handle: `amina-${count}`,
    email: `Amina-${count}@mail.example`,
    passwordHash,
  });
});

const ERASE = "/en/account/data/erase";
const sent = (fields: Record<string, string> = {}) => ({
  csrf: person.csrf,
  handle: person.handle,
  presentPassword: PASSWORD,
  ...fields,
});
const isThere = async () =>
  (await app.app.db.pool.query("select 1 from people where id = $1 and erased_at is null", [person.id]))
    .rowCount === 1;

describe("taking the data along", () => {
  test("gives an archive with a file for each kind of record and each file, and nothing of others", async () => {
    await holdEverything(app.app.db, person.id, {
      handle: person.handle,
      email: person.email,
      name: `Amina Okello ${count}`,
    });
    const other = await signedIn(app, { handle: `brahim-${count}` });
    await holdEverything(app.app.db, other.id, {
      handle: other.handle,
      email: other.email,
      name: "Brahim Saidi",
    });
    await app.app.db.pool.query(
      "insert into file_chunks (file_id, position, bytes) select id, 0, '\\x0102' from files where owner_id = $1 and owner_kind = 'person'",
      [person.id],
    );
    const reply = await app.post("/en/account/data", { csrf: person.csrf }, person.as);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.headers).toMatchObject({ "content-type": "application/zip", "cache-control": "no-store" });
    expect(reply.headers["content-disposition"]).toMatch(
      /^attachment; filename="my-data-\d{4}-\d\d-\d\d\.zip"$/,
    );
    const files = await unzipped(reply.bytes);
    expect(JSON.parse(files.get("people.json")?.toString() ?? "")).toMatchObject([{ handle: person.handle }]);
    expect(JSON.parse(files.get("applications.json")?.toString() ?? "")).toMatchObject([
      { name: `Amina Okello ${count}` },
    ]);
    expect([...files.keys()].filter((name) => name.endsWith(".json")).length).toBeGreaterThan(12);
    const picture = [...files].find(([name]) => name.startsWith("files/"));
    expect(picture?.[0]).toMatch(/\.webp$/);
    expect(picture?.[1]).toEqual(Buffer.from([1, 2]));
    const words = [...files.values()].map(String).join();
    expect(words).not.toMatch(/brahim|saidi|argon2|secret-of-test/i);
    expect(files.get("README.txt")?.toString()).toContain(person.handle);
  });

  test("asks for the password again after a while", async () => {
    await app.app.db.pool.query(
      "update sessions set confirmed_at = now() - interval '1 hour' where id = $1",
      [person.sessionId],
    );
    const asked = await app.page("/en/account/data", person.as);
    expect(asked.document.querySelector("input[name=presentPassword]")).not.toBeNull();
    const without = await app.post("/en/account/data", { csrf: person.csrf }, person.as);
    expect(without.status).toBe(422);
    const wrong = { csrf: person.csrf, presentPassword: "not my password" };
    expect((await app.post("/en/account/data", wrong, person.as)).status).toBe(422);
    const right = { csrf: person.csrf, presentPassword: PASSWORD };
    expect((await app.post("/en/account/data", right, person.as)).status).toBe(200);
  });
});

describe("erasing", () => {
  test("leaves nothing in rows, files, sessions, pages, search, feeds, jobs, and says goodbye by a letter", async () => {
    await holdEverything(app.app.db, person.id, {
      handle: person.handle,
      email: person.email,
      name: `Amina Okello ${count}`,
    });
    const further = await sessionOf(app, person.id);
    const reply = await app.post(ERASE, sent({ leave: "on" }), person.as);
    expect(reply).toMatchObject({ status: 303 });
    expect(reply.headers.location).toBe("/en?done=erased");
    expect(reply.headers["clear-site-data"]).toContain("cookies");

    const letter = await mail.next({ to: person.email, subject: "erased" });
    expect(letter.subject).not.toContain(person.handle);
    expect(await traces(app.app.db, [person.handle, `Amina Okello ${count}`])).toEqual([]);
    for (const as of [person.as, further.as]) {
      const refused = await app.get("/en/account", as);
      expect(refused.headers.location).toMatch(/^\/en\/sign-in/);
    }
    const signIn = await app.send("POST", "/api/v1/session", { handle: person.handle, password: PASSWORD });
    expect(signIn.status).toBe(401);
    const public_ = [
      "/en/africa/countries/ke",
      "/api/v1/search?q=amina",
      "/en/africa/reviews.atom",
      "/en/africa/news.atom",
      `/en/africa/organisations/${KENYA}`,
    ];
    for (const address of public_) expect((await app.get(address)).text, address).not.toMatch(/amina/i);
    expect((await verifyAudit(app.app.db)).broken).toBeNull();
    const { rows } = await app.app.db.pool.query(
      "select action from audit where person_id = $1 order by id desc",
      [person.id],
    );
    expect(rows[0]).toEqual({ action: "person.erased" });
    const list = await readFile(path.join(app.app.config.DATA_DIR, "erasures.jsonl"), "utf8");
    expect(list).toContain(`"personId":${person.id},`);
  });

  test("takes back letters that were still to be sent", async () => {
    const waiting = {
      to: person.email.toUpperCase(),
      language: "en",
      subject: "Later",
      lines: ["…"],
      category: "test",
    };
    const job = { sealed: app.app.secrets.seal("mail", waiting) };
    const tomorrow = new Date(Date.now() + 24 * 3600_000);
    await transaction(app.app.db, (tx) => app.app.jobs.send(tx, MAIL_QUEUE, job, { startAfter: tomorrow }));
    const held = async () =>
      (await app.app.db.pool.query("select 1 from pgboss.job where data->>'sealed' = $1", [job.sealed]))
        .rowCount;
    expect(await held()).toBe(1);
    await app.post(ERASE, sent(), person.as);
    expect(await held()).toBe(0);
    await mail.next({ to: person.email, subject: "erased" });
  });

  test("is not done by a slip: the handle, the password and the token are needed", async () => {
    const refused = [
      sent({ handle: "somebody-else" }),
      sent({ presentPassword: "not my password" }),
      sent({ presentPassword: "" }),
      sent({ handle: "" }),
    ];
    for (const fields of refused) expect((await app.post(ERASE, fields, person.as)).status).toBe(422);
    expect((await app.post(ERASE, sent({ csrf: "x" }), person.as)).status).toBe(403);
    expect(await isThere()).toBe(true);
    const typed = await app.post(ERASE, sent({ handle: ` ${person.handle.toUpperCase()} ` }), person.as);
    expect(typed.status).toBe(303);
    expect(await isThere()).toBe(false);
  });

  test("asks for the code where there is a second factor", async () => {
    const secret = newTotpSecret();
    await app.app.db.pool.query(
      "update people set totp_secret = $2, totp_confirmed_at = now() where id = $1",
      [person.id, sealSecret(app.app, secret)],
    );
    expect((await app.page(ERASE, person.as)).document.querySelector("input[name=code]")).not.toBeNull();
    expect((await app.post(ERASE, sent(), person.as)).status).toBe(422);
    expect((await app.post(ERASE, sent({ code: "000000" }), person.as)).status).toBe(422);
    expect(await isThere()).toBe(true);
    const code = new TOTP({ secret }).generate();
    expect((await app.post(ERASE, sent({ code }), person.as)).status).toBe(303);
    expect(await isThere()).toBe(false);
  });

  test("leaves a CSO without an owner only where that was agreed to; then it is listed again at once", async () => {
    const cso = await claimed(app.app.db, KENYA);
    await app.app.db.pool.query(
      "insert into memberships (person_id, organisation_id, role) values ($1, $2, 'owner')",
      [person.id, cso],
    );
    const page = await app.page(ERASE, person.as);
    expect(page.text()).toContain("it will be listed again");
    const refused = await app.post(ERASE, sent(), person.as);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Hand these organisations over first");
    expect(await isThere()).toBe(true);
    expect((await app.post(ERASE, sent({ leave: "on" }), person.as)).status).toBe(303);
    const { rows } = await app.app.db.pool.query("select status from organisations where id = $1", [cso]);
    expect(rows).toEqual([{ status: "listed" }]);
  });

  test("the form comes back filled in, but never with a secret", async () => {
    const { text } = await app.post(ERASE, sent({ handle: "somebody-else" }), person.as);
    expect(text).toContain('value="somebody-else"');
    expect(text).not.toContain(PASSWORD);
  });
});
