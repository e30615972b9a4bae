/** What a form says where a password or a code is not accepted, at its field. */

import { handleProblem, MAX_HANDLE_LENGTH, MIN_HANDLE_LENGTH } from "shared/accounts/handles.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, passwordProblem } from "shared/accounts/passwords.ts";
import { Failure } from "shared/failure.ts";
import type { TextKey, Values } from "shared/i18n/text.ts";
import { Refused } from "../form.ts";
import { isCommonPassword } from "./commonPasswords.ts";
import { hashPassword } from "./passwords.ts";

type Said = TextKey | { key: TextKey; values: Values };

/** A failure of signing in as a refusal of its field; anything else stays what it was. */
export function refusalOf(error: unknown, fields: { password: string; code?: string }): unknown {
  if (!(error instanceof Failure)) return error;
  const { password, code = password } = fields;
  const count = error.retryAfter ?? 0;
  const known: Partial<Record<Failure["code"], [field: string, said: Said]>> = {
    credentials: [password, "error.credentials.help"],
    "totp-wrong": [code, "error.totp-wrong.help"],
    "totp-used": [code, { key: "signIn.codeUsed", values: { count } }],
    "too-many": [password, { key: "signIn.wait", values: { count } }],
    unavailable: [password, "signIn.busy"],
  };
  const refusal = known[error.code];
  return refusal ? new Refused({ [refusal[0]]: refusal[1] }) : error;
}

/** Throws Refused where the handle may not be chosen. */
export function checkHandle(handle: string): void {
  const problem = handleProblem(handle);
  const values = { least: MIN_HANDLE_LENGTH, most: MAX_HANDLE_LENGTH };
  if (problem) throw new Refused({ handle: { key: `handle.${problem}`, values } });
}

/** The hash of a new password; throws Refused where it may not be chosen. */
export async function newHash(password: string, owner: { handle: string; email: string }): Promise<string> {
  const problem = passwordProblem(password, owner, isCommonPassword);
  const values = { least: MIN_PASSWORD_LENGTH, most: MAX_PASSWORD_LENGTH };
  if (problem) throw new Refused({ newPassword: { key: `password.${problem}`, values } });
  try {
    return await hashPassword(password);
  } catch (error) {
    throw refusalOf(error, { password: "newPassword" });
  }
}
