/** Reads of the partners room. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { Failure } from "shared/failure.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import type { Partner } from "shared/partners/contract.ts";
import { allOf, type Conditions, countFacets, countRows, isAnyOf, textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";

export interface PartnerFilter {
  region: string;
  kind?: readonly string[];
}

const columns = sql`t.id, t.slug, t.name, t.kind, t.regions, t.url, t.summary, t.language, t.source,
  t.more_sources as "moreSources", t.as_of as "asOf", t.verified`;

const from = sql`partners t`;
const name = sql`t.name collate "und-x-icu"`;

function conditionsOf(filter: PartnerFilter): Conditions {
  return {
    region: sql`(t.regions = '{}' or t.regions @> ${textArray([filter.region])})`,
    kind: isAnyOf(sql`t.kind`, filter.kind),
  };
}

/** Partners of a region by name. */
export async function listPartners(
  db: Queries,
  filter: PartnerFilter,
  page: { limit: number; after?: string | undefined },
): Promise<List<Partner>> {
  const conditions = conditionsOf(filter);
  const after = page.after === undefined ? undefined : afterName(page.after);
  const [result, count] = await Promise.all([
    db.execute<Partner & Record<string, unknown>>(
      sql`select ${columns} from ${from} where ${allOf({ ...conditions, after })}
        order by ${name}, t.id limit ${page.limit + 1}`,
    ),
    countRows(db, from, allOf(conditions)),
  ]);
  const { items, next } = cutAt(result.rows, page.limit, (row) => writeCursor([row.name, row.id]));
  return { items, ...countUpTo(count), next };
}

function afterName(after: string): SQL {
  const [last, id] = readCursor(after, 2);
  if (typeof last !== "string" || !Number.isSafeInteger(id)) {
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  }
  return sql`(${name}, t.id) > (${last}, ${id}::bigint)`;
}

export function partnerFacets(db: Queries, filter: PartnerFilter): Promise<Record<"kind", FacetCount[]>> {
  const conditions = conditionsOf(filter);
  return countFacets(db, { kind: { value: sql`t.kind`, from, where: allOf(conditions, "kind") } });
}

/** One partner, wherever it stands; or null. */
export async function onePartner(db: Queries, slug: string): Promise<Partner | null> {
  const { rows } = await db.execute<Partner & Record<string, unknown>>(
    sql`select ${columns} from ${from} where t.slug = ${slug}`,
  );
  return rows[0] ?? null;
}
