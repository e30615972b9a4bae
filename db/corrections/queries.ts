/** Reads of the corrections room: what waits, for whom, the oldest first. */
import { type SQL, sql } from "drizzle-orm";
import type { MemberRole } from "shared/accounts/rules.ts";
import type { FactKind } from "shared/corrections/facts.ts";
import { Failure } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import { countRows, textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";

export interface CorrectionRow {
  id: number;
  region: string;
  iso2: string | null;
  organisationId: number | null;
  organisation: { slug: string; name: string } | null;
  kind: FactKind;
  ref: string;
  field: string;
  current: unknown;
  proposed: unknown;
  source: string;
  note: string | null;
  language: Language;
  credit: string | null;
  wantsAnswer: boolean;
  status: "waiting" | "accepted" | "declined";
  reason: string | null;
  createdAt: string;
  version: number;
}

/** Whose work it is: a region's curators', or those who keep a claimed profile. */
export type Desk = { region: string } | { organisationId: number };

const from = sql`corrections t left join organisations o on o.id = t.organisation_id`;

const columns = sql`t.id, t.region, t.iso2, t.organisation_id as "organisationId",
  case when o.id is not null then json_build_object('slug', o.slug, 'name', o.name) end as organisation,
  t.kind, t.ref, t.field, t.current, t.proposed, t.source, t.note, t.language, t.credit,
  t.email is not null as "wantsAnswer", t.status, t.reason,
  to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", t.version`;

/** A profile that nobody has claimed is the curators' work; one that is hidden is nobody's to read here. */
function of(desk: Desk): SQL {
  if ("organisationId" in desk) return sql`t.organisation_id = ${desk.organisationId}`;
  return sql`t.region = ${desk.region} and (o.id is null or o.status = 'listed')`;
}

export async function waitingCorrections(
  db: Queries,
  desk: Desk,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<List<CorrectionRow>> {
  const where = sql`${of(desk)} and t.status = 'waiting'`;
  const [result, count] = await Promise.all([
    db.execute<CorrectionRow & Record<string, unknown>>(
      sql`select ${columns} from ${from} where ${where} and ${newerThan(after)} order by t.id limit ${limit + 1}`,
    ),
    countRows(db, from, where),
  ]);
  const { items, next } = cutAt(result.rows, limit, ({ id }) => writeCursor([id]));
  return { items, ...countUpTo(count), next };
}

/** One of that desk, answered or not. */
export async function correctionAt(db: Queries, desk: Desk, id: number): Promise<CorrectionRow | null> {
  const result = await db.execute<CorrectionRow & Record<string, unknown>>(
    sql`select ${columns} from ${from} where ${of(desk)} and t.id = ${id}`,
  );
  return result.rows[0] ?? null;
}

function newerThan(after: string | undefined): SQL {
  if (after === undefined) return sql`true`;
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id) && id >= 0) return sql`t.id > ${id}`;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

export interface Keeper {
  id: number;
  email: string;
  language: Language;
}

/** Those who keep a CSO's profile, to be written to. */
export async function keepersOf(
  db: Queries,
  organisationId: number,
  roles: readonly MemberRole[] = ["owner", "editor"],
): Promise<Keeper[]> {
  const result = await db.execute<Keeper & Record<string, unknown>>(sql`
    select p.id, p.email, p.language from memberships m join people p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.role = any(${textArray(roles)})
      and p.email is not null and p.erased_at is null order by p.id`);
  return result.rows;
}
