/** `audit verify`: whether the log is as it was written. */
import { verifyAudit } from "db/audit/verify.ts";
import { StartFailure } from "shared/startFailure.ts";
import type { Desk } from "./run.ts";

const reasons = {
  changed: "it is not as it was written",
  moved: "it does not follow the row before it",
  missing: "it is missing",
  added: "it was added past the end of the log",
};

export async function verify({ db, say }: Desk): Promise<void> {
  const { rows, hash, broken } = await verifyAudit(db);
  if (broken) {
    throw new StartFailure(
      `The audit log is broken at row ${broken.id}: ${reasons[broken.why]}. The ${rows} rows before it hold.`,
    );
  }
  say(`The audit log holds: ${rows} rows.`);
  if (rows > 0) say(`Hash of the last row, to be noted elsewhere and compared later: ${hash}`);
}
