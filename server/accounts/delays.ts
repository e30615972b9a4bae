/** A growing delay per name: for one that exists and one that does not alike, and never by address. */

import { countFailedTry, forgetTries, nextTryAt } from "db/accounts/tries.ts";
import type { Queries } from "db/connect.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { foldedName, TRIES_FORGOTTEN_MS, waitAfter } from "shared/accounts/tries.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import type { Secrets } from "../secrets.ts";

function keyOf(secrets: Secrets, name: string): string {
  return secrets.mac("sign-in tries", foldedName(name));
}

/** Throws `too-many` with the seconds to wait while the name's delay runs. */
export async function checkDelay(app: App, name: string): Promise<void> {
  const nextAt = await nextTryAt(app.db.queries, keyOf(app.secrets, name));
  const seconds = nextAt ? Math.ceil((nextAt.getTime() - app.now().getTime()) / 1000) : 0;
  if (seconds > 0) throw new Failure("too-many", { retryAfter: seconds });
}

/** After a wrong password or code. */
export async function countFailure(app: App, name: string): Promise<void> {
  const now = app.now();
  await transaction(app.db, (tx) =>
    countFailedTry(tx, {
      key: keyOf(app.secrets, name),
      now,
      forgottenBefore: new Date(now.getTime() - TRIES_FORGOTTEN_MS),
      waitAfter,
    }),
  );
}

/** After a success or a reset by mail: the owner gets in at once, whoever tried before. */
export async function forgetDelays(
  db: Queries | Transaction,
  secrets: Secrets,
  names: readonly (string | null)[],
): Promise<void> {
  const keys = names.filter((name) => name !== null).map((name) => keyOf(secrets, name));
  await forgetTries(db, keys);
}
