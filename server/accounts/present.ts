/** Asks a signed-in person to show who they are again: whoever finds an open device does not know the password. */
import { type Present, presentOf } from "db/accounts/present.ts";
import { confirmSession } from "db/accounts/sessions.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { checkDelay, countFailure, forgetDelays } from "./delays.ts";
import { inTurn, isPassword } from "./passwords.ts";

/**
 * Throws `credentials` for a wrong password, `too-many` while the account's delay runs, and `forbidden` where the person
 * has a second factor that this session was opened without.
 */
export async function showAgain(app: App, actor: Actor, password: string): Promise<Present> {
  const present = await presentOf(app.db.queries, actor.id);
  if (!present) throw new Failure("unauthenticated");
  await checkDelay(app, present.handle);
  if (!(await inTurn(() => isPassword(present.passwordHash, password)))) {
    await countFailure(app, present.handle);
    throw new Failure("credentials");
  }
  if ((present.hasTotp || present.hasPasskey) && !actor.secondFactor) throw new Failure("forbidden");
  await transaction(app.db, async (tx) => {
    await forgetDelays(tx, app.secrets, [present.handle]);
    await confirmSession(tx, actor.sessionId, { at: app.now() });
  });
  return present;
}
