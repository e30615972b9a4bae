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
  /** What it was done to: "organisation:12", or several. */
  targets: AuditTarget[];
  region: string | null;
}

export interface AuditTarget {
  kind: string;
  ref: string;
  /** What it is called today: a handle, a CSO's name; null: it has no name, or is gone. */
  name: string | null;
  /** Of a CSO. */
  slug: string | null;
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
  const targets = rows.flatMap(({ target }) => targetsOf(target));
  const refs = (wanted: string) =>
    targets.filter(({ kind }) => kind === wanted).map(({ ref }) => Number(ref));
  const [handles, csos] = await Promise.all([
    handlesOf(db, [...actors, ...refs("person")]),
    organisationsOf(db, refs("organisation")),
  ]);
  return rows.map(({ id, at, personId, action, target, region }) => ({
    id,
    at,
    personId,
    handle: personId === null ? null : (handles.get(personId) ?? null),
    action,
    targets: targetsOf(target).map(({ kind, ref }) => {
      const cso = kind === "organisation" ? csos.get(Number(ref)) : undefined;
      const handle = kind === "person" ? handles.get(Number(ref)) : undefined;
      const name = cso?.name ?? handle ?? null;
      return { kind, ref, name, slug: cso?.slug ?? null, region: cso?.region ?? null };
    }),
    region,
  }));
}

/** "organisation:12 person:5" is two. */
function targetsOf(target: string): { kind: string; ref: string }[] {
  return target.split(" ").map((one) => {
    const [kind = "", ref = ""] = one.split(":", 2);
    return { kind, ref };
  });
}

async function handlesOf(db: Queries, ids: number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(inArray(people.id, distinct(ids)));
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}

interface NamedCso {
  name: string;
  slug: string;
  region: string;
}

async function organisationsOf(db: Queries, ids: number[]): Promise<Map<number, NamedCso>> {
  if (ids.length === 0) return new Map();
  const { id, name, slug, region } = organisations;
  const rows = await db
    .select({ id, name, slug, region })
    .from(organisations)
    .where(inArray(organisations.id, distinct(ids)));
  return new Map(rows.map(({ id: of, ...cso }) => [of, cso]));
}

function distinct(ids: number[]): number[] {
  return [...new Set(ids)].filter(Number.isSafeInteger);
}
