/** Takes in a file: all of its rows in one transaction, after they were looked at once more, or none. */
import { recordAudit } from "db/audit/changes.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import type { FateCounts } from "shared/intake/rules.ts";
import type { App } from "../app.ts";
import type { ChangedRecord, NewRecord, Writing } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { type Curator, type Looked, lookAt, type SentFile } from "./looking.ts";

export interface Taking {
  sent: SentFile;
  curator: Curator;
  /** Of what the person saw: anything else by now is `stale`. Null: whatever it is. */
  digest: string | null;
  /** In the same transaction, before anything is written. */
  before?(tx: Transaction): Promise<void>;
  /** In the same transaction, at its end. */
  after?(tx: Transaction, counts: FateCounts): Promise<void>;
  /** So many rows more are written, of a transaction that has not ended yet. */
  wrote?(rows: number): void;
}

/** Throws `stale`, or Refusing with the rows. */
export async function takeIn(app: App, taking: Taking): Promise<Looked> {
  const { sent, curator, digest } = taking;
  return transaction(app.db, async (tx) => {
    await taking.before?.(tx);
    const looked = await lookAt(tx, sent, curator);
    if (digest !== null && looked.digest !== digest) throw new Failure("stale");
    if (looked.counts.refused > 0) throw new Refusing(looked);
    await write(app, tx, taking, looked);
    await taking.after?.(tx, looked.counts);
    if (looked.counts.new + looked.counts.changed > 0) await note(app, tx, taking, looked);
    return looked;
  });
}

/** Some rows cannot be taken in, so none is. */
export class Refusing extends Error {
  readonly looked: Looked;

  constructor(looked: Looked) {
    super("some rows are refused");
    this.name = "Refusing";
    this.looked = looked;
  }
}

async function write(app: App, tx: Transaction, { sent, curator, wrote }: Taking, { rows }: Looked) {
  const kind = kinds[sent.kind];
  const { region, personId } = curator;
  const fresh: NewRecord[] = [];
  const changed: ChangedRecord[] = [];
  for (const { fate, wished, given, standing } of rows) {
    if (fate === "new") fresh.push({ slug: wished, fields: { ...kind.blank(region), ...given } });
    if (fate === "changed" && standing) changed.push({ standing, given });
  }
  const writing: Writing = {
    ...{ app, tx, region, personId, asDrafts: sent.asDrafts },
    wrote: wrote ?? (() => {}),
  };
  await kind.change(writing, changed);
  await kind.create(writing, fresh);
}

async function note(app: App, tx: Transaction, { sent, curator }: Taking, { counts, digest }: Looked) {
  const { region, personId } = curator;
  await recordAudit(tx, app.secrets, {
    actor: personId,
    action: `import.${sent.kind}`,
    target: `region:${region}`,
    region,
    value: { counts, digest },
  });
}
