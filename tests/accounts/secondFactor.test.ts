/** The second factor: turned on with a code, recovery codes shown once, roles awake at once, turned off with proof. */
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import type { SignedIn } from "../setup/people.ts";
import { account, PASSWORD, withApp } from "./account.ts";

let own: TestApp;
let now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  own = await testApp({ freshDatabase: true, now: () => now });
});
afterAll(() => own.close());

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const PATH = "/en/account/second-factor";
const rolesOf = async ({ as }: SignedIn) =>
  JSON.parse((await own.get("/api/v1/session", as)).text).person.roles;

async function enrolment({ as }: SignedIn) {
  const page = await own.page(PATH, as);
  const secret = page.text("main code").replaceAll(" ", "");
  const sealed = page.document.querySelector("[name=enrolment]")?.getAttribute("value") ?? "";
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return { page, secret, sealed, code: () => totp.generate({ timestamp: now.getTime() }) };
}

async function turnOn(someone: SignedIn) {
  const { sealed, code } = await enrolment(someone);
  const fields = { csrf: someone.csrf, enrolment: sealed, code: code() };
  const reply = await own.post(PATH, fields, someone.as);
  return { page: parsePage(reply), code, fields };
}

test("is turned on with the picture or the key, and a code; recovery codes are shown once; the roles awake at once", async () => {
  const roles = [{ role: "admin" as const, region: "africa" }];
  const someone = await account(own, { roles, secondFactor: false });
  expect(await rolesOf(someone)).toEqual([]);
  const { page, secret, sealed, code } = await enrolment(someone);
  expect(page.document.querySelector("main svg path")?.getAttribute("d")).toMatch(/^M/);
  expect(page.links("main a[href^=otpauth]")[0]).toContain(`secret=${secret}`);
  const wrong = await own.post(PATH, { csrf: someone.csrf, enrolment: sealed, code: "000000" }, someone.as);
  expect(wrong.status).toBe(422);
  expect(parsePage(wrong).text("main code").replaceAll(" ", "")).toBe(secret);
  const reply = await own.post(PATH, { csrf: someone.csrf, enrolment: sealed, code: code() }, someone.as);
  const made = parsePage(reply);
  const codes = made.texts("main li code");
  expect([reply.status, codes.length, reply.headers["cache-control"]]).toEqual([
    200,
    10,
    "private, no-store",
  ]);
  expect(await rolesOf(someone)).toEqual(roles);
  const after = await own.page(PATH, someone.as);
  expect(after.text("main")).toContain("10 recovery codes are left.");
  for (const one of codes) expect(after.html).not.toContain(one);
  const signed = await own.send("POST", "/api/v1/session", {
    handle: someone.handle,
    password: PASSWORD,
    code: codes[3],
  });
  expect(signed.status).toBe(200);
  expect((await own.page(PATH, someone.as)).text("main")).toContain("9 recovery codes are left.");
});

test("neither secret nor recovery codes stand readable in the database", async () => {
  const someone = await account(own);
  const { secret } = await enrolment(someone);
  const { page } = await turnOn(someone);
  const { rows } = await own.app.db.pool.query(
    "select p::text || coalesce((select string_agg(r::text, ' ') from recovery_codes as r where person_id = p.id), '') as text from people as p where id = $1",
    [someone.id],
  );
  for (const plain of [
    secret,
    ...page.texts("main li code"),
    ...page.texts("main li code").map((one) => one.replace("-", "")),
  ])
    expect(rows[0].text).not.toContain(plain);
});

test("the recovery codes are downloaded as text, by their person alone", async () => {
  const [someone, stranger] = [await account(own), await account(own)];
  const { page } = await turnOn(someone);
  const sealed = page.document.querySelector("[name=sealed]")?.getAttribute("value") ?? "";
  const download = ({ as, csrf }: SignedIn, value = sealed) =>
    own.post("/en/account/recovery-codes/download", { csrf, sealed: value }, as);
  const reply = await download(someone);
  expect(reply.headers["content-disposition"]).toContain("attachment");
  expect(reply.text.trimEnd().split("\r\n")).toEqual(page.texts("main li code"));
  expect((await download(stranger)).status).toBe(404);
  expect((await download(someone, "made-up")).status).toBe(404);
});

test("somebody else's key, or a made-up one, is not taken", async () => {
  const [someone, stranger] = [await account(own), await account(own)];
  const { sealed, code } = await enrolment(stranger);
  for (const enrolmentSent of [sealed, "made-up"]) {
    const fields = { csrf: someone.csrf, enrolment: enrolmentSent, code: code() };
    expect((await own.post(PATH, fields, someone.as)).status).toBe(422);
  }
  expect((await own.page(PATH, someone.as)).document.querySelector("main svg")).not.toBeNull();
});

test("the code that turned it on is not accepted again to sign in", async () => {
  const someone = await account(own);
  const { code } = await turnOn(someone);
  const again = await own.send<{ code: string }>("POST", "/api/v1/session", {
    handle: someone.handle,
    password: PASSWORD,
    code: code(),
  });
  expect([again.status, again.body.code]).toEqual([429, "totp-used"]);
});

test("new recovery codes replace the old ones, and ask for a code", async () => {
  const someone = await withApp(own);
  const ask = (code: string) =>
    own.post("/en/account/recovery-codes", { csrf: someone.csrf, code }, someone.as);
  expect((await ask("000000")).status).toBe(422);
  const made = parsePage(await ask("4F9KD02XMR"));
  const codes = made.texts("main li code");
  expect(codes).toHaveLength(10);
  const sign = async (code: string) =>
    (await own.send("POST", "/api/v1/session", { handle: someone.handle, password: PASSWORD, code })).status;
  expect([await sign("4F9KD-02XMR"), await sign(codes[0] ?? "")]).toEqual([401, 200]);
});

test("turning it off asks for password and code, and roles sleep again, on every device", async () => {
  const roles = [{ role: "curator" as const, region: "africa" }];
  const someone = await withApp(own, { roles });
  expect(await rolesOf(someone)).toEqual(roles);
  const off = (fields: Record<string, string>) =>
    own.post(`${PATH}/off`, { csrf: someone.csrf, ...fields }, someone.as);
  later(30);
  expect((await off({ code: someone.codeAt(now) })).status).toBe(422);
  expect((await off({ presentPassword: PASSWORD })).status).toBe(422);
  expect((await off({ presentPassword: PASSWORD, code: "000000" })).status).toBe(422);
  expect(await rolesOf(someone)).toEqual(roles);
  const reply = await off({ presentPassword: PASSWORD, code: someone.codeAt(now) });
  expect(reply.headers.location).toBe("/en/account?done=second-factor-off");
  expect(await rolesOf(someone)).toEqual([]);
  const { rows } = await own.app.db.pool.query("select 1 from recovery_codes where person_id = $1", [
    someone.id,
  ]);
  expect(rows).toEqual([]);
  expect(
    (await own.send("POST", "/api/v1/session", { handle: someone.handle, password: PASSWORD })).status,
  ).toBe(200);
});
