/** Reads of the history of curated facts: the change log of a country, and that of a region's review data. */
import { type SQL, sql } from "drizzle-orm";
import type { LoggedChange } from "shared/corrections/log.ts";
import { Failure } from "shared/failure.ts";
import { readCursor, writeCursor } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";

/** What stands in a country's log; profiles have a history of their own. */
export const loggedKinds = sql`r.kind in ('country', 'review', 'review-document')`;

/** Of a document that is gone, its title and cycle are told by the revision in which it came or went. */
export const logColumns = sql`r.id, r.kind, r.iso2, r.before, r.after, r.acted_as as "actedAs", r.source, r.credit,
  to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
  case when r.kind = 'review-document' then coalesce(d.title, gone.document->>'title') end as title,
  case r.kind when 'review' then split_part(r.ref, '/', 2)::int
    when 'review-document' then coalesce(v.cycle, (gone.document->>'cycle')::int) end as cycle`;

export const logFrom = sql`revisions r
  left join review_documents d on d.id = case when r.kind = 'review-document' then r.ref::bigint end
  left join reviews v on v.id = d.review_id
  left join lateral (
    select x.before || x.after as document from revisions x
    where r.kind = 'review-document' and d.id is null and x.kind = r.kind and x.ref = r.ref
      and (x.before = '{}' or x.after = '{}') order by x.id desc limit 1
  ) gone on true`;

export interface ChangeLog {
  items: LoggedChange[];
  next: string | null;
}

/** The changes of a country's record, newest first; `iso2` in capitals. */
export async function countryLog(
  db: Queries,
  iso2: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<ChangeLog> {
  const rows = await read(db, sql`r.iso2 = ${iso2} and ${olderThan(after)}`, limit + 1);
  return cutAt(rows, limit, ({ id }) => writeCursor([id]));
}

/** The latest changes of review data in a region, newest first. */
export function regionLog(db: Queries, region: string, limit: number): Promise<LoggedChange[]> {
  return read(db, sql`r.region = ${region}`, limit);
}

async function read(db: Queries, where: SQL, limit: number): Promise<LoggedChange[]> {
  const { rows } = await db.execute<LoggedChange & Record<string, unknown>>(
    sql`select ${logColumns} from ${logFrom} where ${where} and ${loggedKinds} order by r.id desc limit ${limit}`,
  );
  return rows;
}

export function olderThan(after: string | undefined): SQL {
  if (after === undefined) return sql`true`;
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id) && id > 0) return sql`r.id < ${id}`;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}
