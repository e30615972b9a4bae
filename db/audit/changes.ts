/** The one write of the audit log: a new row at its end. */
import { eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { hashOfRow } from "./chain.ts";
import { audit, auditHead } from "./tables.ts";

/** What was done, by whom, to what; ids only, never a name, an address or a text. */
export interface AuditEntry {
  /** The person's id; null: the platform itself, a command, or a visitor. */
  actor: number | null;
  /** "role.granted", "organisation.darkened": what, then how. */
  action: string;
  /** A kind and an id: "person:5", "organisation:12"; several with a space between them, the whole first. */
  target: string;
  region: string | null;
  /** Kept as a keyed digest alone: enough to prove later what it was, not to read it. */
  value?: unknown;
}

/** The part of the platform's secrets that it needs. */
interface Digests {
  mac(purpose: string, ...parts: (string | number)[]): string;
}

/**
 * Appends a row. Writers wait for each other from here to the end of their transactions, so it is called last in them:
 * then they wait for a commit and no more, and never hold a row that another writer needs.
 */
export async function recordAudit(tx: Transaction, secrets: Digests, entry: AuditEntry): Promise<void> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.single, true)).for("update");
  if (!head) throw new Error("The audit log has no head");
  const { actor, action, target, region, value } = entry;
  const row = {
    id: head.rowId + 1,
    at: new Date(),
    personId: actor,
    action,
    target,
    region,
    digest: value === undefined ? null : digestOf(secrets, entry),
    previousHash: head.hash,
  };
  await tx.insert(audit).values({ ...row, hash: hashOfRow(row) });
}

/** The same value gives another digest in another action or target, so that rows do not tell who shares it. */
export function digestOf(secrets: Digests, entry: Pick<AuditEntry, "action" | "target" | "value">): string {
  return secrets.mac("audit", entry.action, entry.target, JSON.stringify(entry.value));
}
