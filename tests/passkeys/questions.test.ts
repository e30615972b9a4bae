/** What is asked for passkeys, and what is refused before any key is looked at. */
import { hashPassword } from "server/accounts/passwords.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";

const PASSWORD = "nine green lanterns over the harbour";
const HOST = { host: "localhost" };
let app: TestApp;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
});
afterAll(() => app.close());

interface Asked {
  options: Record<string, unknown>;
  sealed: string;
  code: string;
}
const ask = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  app.send<Asked>("POST", `/api/v1/passkeys${path}`, body, { ...HOST, ...headers });

test("signing in asks everybody the same: any passkey of this name, unlocked by its owner", async () => {
  const { status, body } = await ask("/sign-in/options");
  expect(status).toBe(200);
  expect(body.options).toMatchObject({ rpId: "localhost", userVerification: "required" });
  expect(body.options.allowCredentials ?? []).toEqual([]);
});

test("an answer to nothing, to another question, or to one that has passed opens nothing", async () => {
  const credential = { id: "x", rawId: "x", type: "public-key", response: {}, clientExtensionResults: {} };
  const person = await signedIn(app, { passwordHash: await hashPassword(PASSWORD) });
  const { body: making } = await ask("/options", { password: PASSWORD }, person.as);
  const { body: asked } = await ask("/sign-in/options");
  for (const sealed of ["x", making.sealed, asked.sealed]) {
    const reply = await ask("/sign-in", { sealed, credential });
    expect(reply).toMatchObject({ status: 401, body: { code: "credentials" } });
  }
});

test("a passkey is made for the one who is signed in alone, and not for a number as a name", async () => {
  expect((await ask("/options", { password: PASSWORD })).status).toBe(401);
  const person = await signedIn(app, { passwordHash: await hashPassword(PASSWORD) });
  const { status, body } = await ask("/options", { password: PASSWORD }, person.as);
  expect(status).toBe(200);
  expect(body.options).toMatchObject({
    user: { name: person.handle },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
  });
  expect(JSON.stringify(body.options)).not.toContain(person.email);
  const byNumber = await ask("/options", { password: PASSWORD }, { ...person.as, host: "127.0.0.1:3000" });
  expect(byNumber).toMatchObject({ status: 409, body: { code: "conflict" } });
});

test("wrong passwords are waited for, as at signing in", async () => {
  const person = await signedIn(app, { passwordHash: await hashPassword(PASSWORD) });
  const codes: string[] = [];
  for (let time = 0; time < 7; time++)
    codes.push((await ask("/options", { password: "not my password" }, person.as)).body.code);
  expect(codes[0]).toBe("credentials");
  expect(codes.at(-1)).toBe("too-many");
});

test("what no form of ours sends is refused", async () => {
  const person = await signedIn(app);
  expect((await ask("/options", { password: PASSWORD, personId: 1 }, person.as)).status).toBe(400);
  expect((await ask("/sign-in", { sealed: "x" })).status).toBe(400);
  expect((await app.post("/api/v1/passkeys/sign-in", { sealed: "x" })).status).toBe(400);
});
