/** What a steward sees of letters that could not be sent, and may do: send again, or discard. */
import { transaction } from "db/transaction.ts";
import { sendLetter } from "server/mail/send.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let mail: TestMail;
let app: TestApp;
let steward: SignedIn;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  steward = await signedIn(app, { roles: [{ role: "steward", region: null }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const LIST = "/en/steward/mail";

/** A letter that the mail server refused, and the address of its page. */
async function refused(to: string): Promise<string> {
  mail.refuse(to);
  const known = (await app.page(LIST, steward.as)).links(".card a");
  const letter = {
    to,
    language: "en",
    subject: "Your link",
    lines: ["Secret words"],
    category: "invitation",
  } as const;
  await transaction(app.app.db, (tx) => sendLetter(app.app, tx, letter));
  for (;;) {
    const links = (await app.page(LIST, steward.as)).links(".card a");
    const added = links.find((link) => !known.includes(link));
    if (added) return added;
  }
}

const press = (path: string, decision: string) =>
  app.post(path, { decision, csrf: steward.csrf }, steward.as);

test("the list tells the kind, the tries and the reason, and neither reader nor words", async () => {
  await refused("first.reader@example.org");
  const page = await app.page(LIST, steward.as);
  expect(page.text(".card")).toContain("invitation");
  expect(page.text(".card")).toContain("5.1.1");
  expect(page.html).not.toMatch(/first\.reader|example\.org|Secret words|Your link/);
  expect(page.headers["cache-control"]).toBe("private, no-store");
});

test("a letter is sent again once what stood in its way is gone", async () => {
  const path = await refused("back@example.org");
  expect((await app.page(path, steward.as)).texts("main form button")).toEqual([
    "Send again",
    "Discard for good",
  ]);
  mail.accept("back@example.org");
  expect((await press(path, "again")).headers.location).toBe(`${LIST}?done=mailAgain`);
  await mail.next({ to: "back@example.org" });
  expect((await app.get(path, steward.as)).status).toBe(404);
});

test("a letter that is discarded is gone for good, and the audit log knows by whom", async () => {
  const path = await refused("never@example.org");
  expect((await press(path, "discard")).status).toBe(303);
  expect((await app.page(LIST, steward.as)).links(".card a")).not.toContain(path);
  expect((await press(path, "again")).status).toBe(404);
  const { rows } = await app.app.db.pool.query(
    "select person_id from audit where action = 'mail.discarded' and target = $1",
    [`letter:${path.split("/").at(-1)}`],
  );
  expect(rows).toEqual([{ person_id: steward.id }]);
});

test("nobody but a steward finds these pages", async () => {
  const path = await refused("private@example.org");
  const admin = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
  for (const address of [LIST, path]) {
    expect((await app.get(address, admin.as)).status).toBe(404);
    expect((await app.get(address)).headers.location).toMatch(/sign-in/);
  }
  const fields = { decision: "discard", csrf: admin.csrf };
  expect((await app.post(path, fields, admin.as)).status).toBe(403);
  expect((await app.get(`${LIST}/not-an-id`, steward.as)).status).toBe(404);
});
