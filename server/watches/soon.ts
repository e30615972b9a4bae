/** Asks for the letters of who wants them at once. */
import type { Transaction } from "db/transaction.ts";
import { anyAtOnce } from "db/watches/letters.ts";
import { GATHER_MS } from "shared/watches/rules.ts";
import type { App } from "../app.ts";

export const AT_ONCE_QUEUE = "board-letters";

/** The job stays also when this node ends. False where none of them wants letters at once. */
export async function letterSoon(app: App, tx: Transaction, told: readonly number[]): Promise<boolean> {
  if (told.length === 0 || !(await anyAtOnce(tx, told))) return false;
  await app.jobs.send(tx, AT_ONCE_QUEUE, {}, { startAfter: new Date(Date.now() + GATHER_MS) });
  return true;
}
