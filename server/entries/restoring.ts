/** Brings back what a public record said before one of its changes. */
import { recordAudit } from "db/audit/changes.ts";
import { recordRecordChange } from "db/entries/changes.ts";
import { recordRevisions } from "db/entries/queries.ts";
import { lockRecord, type RecordRow, updateRecord } from "db/entries/records.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { actsAs } from "shared/corrections/rules.ts";
import { type EntryKind, recordKinds } from "shared/entries/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { publishable } from "./checks.ts";
import { type Content, entryRoom } from "./kinds.ts";

/** More changes of one record than anybody undoes at once. */
const MOST_UNDONE = 200;

export interface Restoring {
  actor: Actor;
  kind: EntryKind;
  region: string;
  record: { id: number; version: number };
  /** The first change that is undone, with all that came after it. */
  revision: number;
}

export async function restore(app: App, restoring: Restoring): Promise<RecordRow> {
  const { actor, kind, region, record, revision } = restoring;
  const changes = await recordRevisions(app.db.queries, { kind, id: record.id }, MOST_UNDONE);
  const place = changes.findIndex(({ id }) => id === revision);
  if (place < 0) throw new Failure("not-found");
  const values: Record<string, unknown> = {};
  for (const { before } of changes.slice(0, place + 1)) Object.assign(values, before);
  // In which regions it stands is changed by those who may, not by going back.
  delete values.regions;
  // Where it was first published there is nothing before it.
  if (Object.keys(values).length === 0) throw new Failure("conflict");
  return transaction(app.db, async (tx) => {
    const before = await lockRecord(tx, kind, record);
    const room = entryRoom(kind);
    await stillFits(app, kind, room.contentOf({ ...before, ...values }));
    const after = await updateRecord(tx, kind, before.id, values);
    await room.published?.(app, tx, { before, after });
    await recordRecordChange(tx, {
      kind,
      region,
      before,
      after,
      columns: Object.keys(values),
      personId: actor.id,
      actedAs: actsAs(actor, region, null),
      source: null,
    });
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "record.restored",
      target: `${recordKinds[kind]}:${before.id}`,
      region,
    });
    return after;
  });
}

/** Rules may have changed since: what could not be published today does not come back by itself. */
async function stillFits(app: App, kind: EntryKind, content: Content): Promise<void> {
  await publishable(app, kind, content).catch((error: unknown) => {
    throw error instanceof Refused ? new Failure("conflict", { cause: error }) : error;
  });
}
