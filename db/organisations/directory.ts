/** The directory: one part of the list, and how many there are. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import type { Organisation, OrganisationQuery } from "shared/organisations/contract.ts";
import { countUpTo, EXACT_COUNT, type List, readCursor, writeCursor } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { bestFirst, candidates, documentsIn, hasNone, isDeep, type Search } from "../search/plan.ts";
import { partOf } from "../search/ranked.ts";
import { countKept } from "./counts.ts";
import { type DirectoryFilter, isCounted, scopeOfFilter } from "./filter.ts";
import { matching } from "./matching.ts";
import { organisationsOf } from "./queries.ts";

export type Sort = NonNullable<OrganisationQuery["sort"]>;

export interface DirectoryAsk {
  filter: DirectoryFilter;
  /** Null: no text; then the order is by name. */
  text: Search | null;
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

async function searched(db: Queries, ask: DirectoryAsk, search: Search): Promise<List<Organisation>> {
  if (hasNone(search)) return { items: [], total: 0, next: null };
  const { refs, ...part } = await partOf(db, ranked(ask, search), ask);
  return { items: await organisationsOf(db, inThatOrder(refs), sql`found.place`), ...part };
}

function ranked(ask: DirectoryAsk, search: Search): SQL {
  const { filter, sort } = ask;
  const scope = scopeOfFilter(filter);
  if (sort === "relevance")
    return sql`select ref, row_number() over (order by ${bestFirst}) as place
      from ${candidates(search, scope, isDeep(ask))} group by ref`;
  return sql`select c.ref, row_number() over (order by o.name collate "und-x-icu", o.id) as place
    from ${documentsIn(scope, search, true)} as c join organisations as o on o.id = c.ref::bigint`;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function badCursor(): Failure {
  return new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

function inThatOrder(refs: string[]): SQL {
  return sql`(select id, place from unnest(${sql.param(refs)}::bigint[]) with ordinality as ranked(id, place))`;
}
