/** The directory: one part of the list, and how many there are. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import type { Organisation, OrganisationQuery } from "shared/organisations/contract.ts";
import { countUpTo, EXACT_COUNT, type List, readCursor, writeCursor } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { candidates, type SearchPlan, type Strictness } from "../search/plan.ts";
import { countKept } from "./counts.ts";
import { type DirectoryFilter, isCounted, scopeOfFilter } from "./filter.ts";
import { matching } from "./matching.ts";
import { organisationsOf } from "./queries.ts";

export type Sort = NonNullable<OrganisationQuery["sort"]>;

/** A search within the directory: its plan, and whether all words are asked for. */
export interface TextSearch {
  plan: SearchPlan;
  strictness: Strictness;
}

export interface DirectoryAsk {
  filter: DirectoryFilter;
  /** Null: no text; then the order is by name. */
  text: TextSearch | null;
  sort: Sort;
  limit: number;
  after: string | undefined;
}

export async function directory(db: Queries, ask: DirectoryAsk): Promise<List<Organisation>> {
  return ask.text === null ? listed(db, ask) : searched(db, ask, ask.text);
}

async function listed(db: Queries, { filter, limit, after }: DirectoryAsk): Promise<List<Organisation>> {
  const part = { after: after === undefined ? null : namePosition(after), limit: limit + 1 };
  const [found, total] = await Promise.all([matching(db, filter, part), totalOf(db, filter)]);
  const items = await organisationsOf(db, found, sql`found.name collate "und-x-icu", found.id`);
  const last = items[limit - 1];
  return {
    items: items.slice(0, limit),
    ...total,
    next: items.length > limit && last ? writeCursor([last.name, last.id]) : null,
  };
}

function namePosition(after: string): { name: string; id: number } {
  const [name, id] = readCursor(after, 2);
  if (typeof name !== "string" || !isWhole(id)) throw badCursor();
  return { name, id };
}

async function totalOf(db: Queries, filter: DirectoryFilter) {
  if (isCounted(filter)) return countUpTo(await countKept(db, filter));
  const found = await matching(db, filter, { after: null, limit: EXACT_COUNT + 1 });
  const result = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${found} as found`,
  );
  return countUpTo(result.rows[0]?.count ?? 0);
}

interface Ranked extends Record<string, unknown> {
  id: number;
}

async function searched(db: Queries, ask: DirectoryAsk, text: TextSearch): Promise<List<Organisation>> {
  const { rows } = hasNone(text)
    ? { rows: [] }
    : await db.execute<Ranked>(sql`
    select o.id from ${found(ask.filter, text)} order by ${ask.sort === "name" ? NAMES : sql`c.score desc, o.id`}`);
  const from = ask.after === undefined ? 0 : placeAfter(rows, ask.after);
  const ids = rows.slice(from, from + ask.limit).map(({ id }) => id);
  const to = from + ids.length;
  const items = await organisationsOf(db, inThatOrder(ids), sql`found.place`);
  const next = to < rows.length ? writeCursor([to, ids.at(-1) ?? 0]) : null;
  return { items, ...countUpTo(rows.length), next };
}

const NAMES = sql`o.name collate "und-x-icu", o.id`;

/** The organisations (o) that a search finds, with their score (c.score). */
function found(filter: DirectoryFilter, { plan, strictness }: TextSearch): SQL {
  return sql`${candidates(plan, scopeOfFilter(filter), strictness)} as c
    join organisations as o on o.id = c.ref::bigint and o.status <> 'hidden'`;
}

export function hasNone({ plan, strictness }: TextSearch): boolean {
  return plan.terms.length === 0 || (strictness === "all" && !plan.complete);
}

/** After the row that was the last one; where it is gone meanwhile, after as many rows as were read. */
function placeAfter(rows: Ranked[], after: string): number {
  const [read, last] = readCursor(after, 2);
  if (!isWhole(read) || !isWhole(last)) throw badCursor();
  const place = rows.findIndex(({ id }) => id === last);
  return place >= 0 ? place + 1 : read;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function badCursor(): Failure {
  return new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

function inThatOrder(ids: number[]): SQL {
  return sql`(select id, place from unnest(${sql.param(ids)}::bigint[]) with ordinality as ranked(id, place))`;
}
