/** Reads of the audit log: the newest rows first, with the names that people and CSOs have today. */
import { and, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { people } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";
import { organisations } from "../organisations/tables.ts";
import { audit } from "./tables.ts";

export interface AuditNote {
  id: number;
  at: Date;
  /** Null: the platform itself. */
  personId: number | null;
  /** The handle of today; null: nobody, or a person who was removed. */
  handle: string | null;
  action: string;
  target: string;
  /** What the target is called today: a handle, a CSO's name; null: it has no name, or is gone. */
  targetName: string | null;
  /** Of a CSO. */
  targetSlug: string | null;
  region: string | null;
}

export interface AuditAsk {
  /** Rows of that region alone; undefined: all. */
  region?: string;
  target?: string;
  actions?: readonly string[];
  /** Rows before that one. */
  before?: number;
  limit: number;
}

/** One row more than `limit` is not read: a full page has a next one that may be empty. */
export async function auditNotes(db: Queries, ask: AuditAsk): Promise<AuditNote[]> {
  const conditions: SQL[] = [];
  if (ask.region !== undefined) conditions.push(eq(audit.region, ask.region));
  if (ask.target !== undefined) conditions.push(eq(audit.target, ask.target));
  if (ask.actions !== undefined) conditions.push(inArray(audit.action, [...ask.actions]));
  if (ask.before !== undefined) conditions.push(lt(audit.id, ask.before));
  const rows = await db
    .select()
    .from(audit)
    .where(and(...conditions))
    .orderBy(desc(audit.id))
    .limit(ask.limit);
  const actors = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const [handles, csos] = await Promise.all([
    handlesOf(db, [...actors, ...idsOf(rows, "person")]),
    organisationsOf(db, idsOf(rows, "organisation")),
  ]);
  return rows.map(({ id, at, personId, action, target, region }) => {
    const [kind, ref] = target.split(":");
    const cso = kind === "organisation" ? csos.get(Number(ref)) : undefined;
    const person = kind === "person" ? handles.get(Number(ref)) : undefined;
    return {
      id,
      at,
      personId,
      handle: personId === null ? null : (handles.get(personId) ?? null),
      action,
      target,
      targetName: cso?.name ?? person ?? null,
      targetSlug: cso?.slug ?? null,
      region,
    };
  });
}

function idsOf(rows: readonly { target: string }[], kind: string): number[] {
  return rows.flatMap(({ target }) => (target.startsWith(`${kind}:`) ? [Number(target.split(":")[1])] : []));
}

async function handlesOf(db: Queries, ids: number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}

async function organisationsOf(
  db: Queries,
  ids: number[],
): Promise<Map<number, { name: string; slug: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...cso }) => [id, cso]));
}
