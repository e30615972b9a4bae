/** How the rows of the audit log hold together: each one's hash is over the previous hash and its own fields. */
import { hash } from "node:crypto";

export interface AuditRow {
  id: number;
  at: Date;
  /** Opaque; null: the platform itself, or a command. */
  personId: number | null;
  action: string;
  target: string;
  region: string | null;
  digest: string | null;
  previousHash: string;
}

export interface ChainedRow extends AuditRow {
  hash: string;
}

/** What stands before the first row. */
export const BEFORE_ALL = { id: 0, hash: "" } as const;

/** Fields in a fixed order, moments in UTC to the millisecond: the same row has the same hash everywhere. */
export function hashOfRow(row: AuditRow): string {
  const { id, at, personId, action, target, region, digest, previousHash } = row;
  const fields = [previousHash, id, at.toISOString(), personId, action, target, region, digest];
  return hash("sha256", JSON.stringify(fields), "base64url");
}

/**
 * `changed`: its fields; `moved`: it does not follow the row before it; `missing`: there is none of that number;
 * `added`: it stands past the kept end.
 */
export type Break = "changed" | "moved" | "missing" | "added";

/** What is wrong with a row that should follow `before`; null where it holds. */
export function breakAt(row: ChainedRow, before: { id: number; hash: string }): Break | null {
  if (row.id !== before.id + 1) return "missing";
  if (row.hash !== hashOfRow(row)) return "changed";
  return row.previousHash === before.hash ? null : "moved";
}
