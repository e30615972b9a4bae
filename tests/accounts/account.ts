/** Accounts for tests of signing in: a password that is known, and a second factor where it is wanted. */

import { replaceRecoveryCodes, turnOnTotp } from "db/accounts/credentials.ts";
import { transaction } from "db/transaction.ts";
import { Secret, TOTP } from "otpauth";
import { hashPassword } from "server/accounts/passwords.ts";
import { recoveryHash, sealSecret } from "server/accounts/signIn.ts";
import { newTotpSecret } from "server/accounts/totp.ts";
import type { Reply, TestApp } from "../setup/app.ts";
import { type NewPerson, type SignedIn, signedIn } from "../setup/people.ts";

export const PASSWORD = "nine green lanterns over the harbour";
export const RECOVERY_CODE = "4F9KD-02XMR";

let hashed: Promise<string> | null = null;

/** Somebody with a password, and a session of its own. */
export async function account(test: TestApp, person: NewPerson = {}): Promise<SignedIn> {
  hashed ??= hashPassword(PASSWORD);
  return signedIn(test, { passwordHash: await hashed, ...person });
}

/** The same with an authenticator app, and one recovery code. Returns the app's code at a moment. */
export async function withApp(
  test: TestApp,
  person: NewPerson = {},
): Promise<SignedIn & { codeAt(now: Date): string }> {
  const { app } = test;
  const someone = await account(test, person);
  const secret = newTotpSecret();
  await transaction(app.db, async (tx) => {
    await turnOnTotp(tx, someone.id, { sealed: sealSecret(app, secret), step: 0, at: app.now() });
    await replaceRecoveryCodes(tx, someone.id, [
      recoveryHash(app, someone.id, RECOVERY_CODE.replace("-", "")),
    ]);
  });
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return { ...someone, codeAt: (now) => totp.generate({ timestamp: now.getTime() }) };
}

/** Headers of a browser that keeps what replies set. */
export function cookiesAfter(...replies: Pick<Reply, "cookies">[]): { cookie: string } {
  const jar = Object.assign({}, ...replies.map(({ cookies }) => cookies)) as Record<string, string>;
  const kept = Object.entries(jar).filter(([, value]) => value !== "");
  return { cookie: kept.map(([name, value]) => `${name}=${value}`).join("; ") };
}

/** The token that a page's forms carry. */
export function csrfOf(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
