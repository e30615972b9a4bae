/** Reads of the inbox: the feeds of a region with how they fare, and what came by them. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import type { InboxFeed, InboxItem } from "shared/inbox/contract.ts";
import type { ItemState } from "shared/inbox/rules.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import { allOf, countRows } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";
import type { Transaction } from "../transaction.ts";

type Reading = Queries | Transaction;

const iso = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const feedColumns = sql`f.id, f.url, f.title, f.site_url as "siteUrl", f.language, f.paused,
  ${iso(sql`f.fetched_at`)} as "fetchedAt", ${iso(sql`f.ok_at`)} as "okAt",
  case when not f.paused then ${iso(sql`f.next_at`)} end as "nextAt", f.failures, f.problem,
  (select count(*)::int from inbox_items i where i.feed_id = f.id and i.state = 'new') as waiting, f.version`;

/** By title; there are never so many that they need pages. */
export async function feedsOf(db: Reading, region: string): Promise<InboxFeed[]> {
  const { rows } = await db.execute<InboxFeed & Record<string, unknown>>(
    sql`select ${feedColumns} from inbox_feeds f where f.region = ${region} order by lower(f.title), f.id`,
  );
  return rows;
}

export async function feedOf(db: Reading, region: string, id: number): Promise<InboxFeed | null> {
  const { rows } = await db.execute<InboxFeed & Record<string, unknown>>(
    sql`select ${feedColumns} from inbox_feeds f where f.region = ${region} and f.id = ${id}`,
  );
  return rows[0] ?? null;
}

const itemColumns = sql`i.id, json_build_object('id', f.id, 'title', f.title) as feed, i.url, i.title, i.excerpt,
  i.published_on as "publishedOn", coalesce(i.language, f.language) as language, i.state,
  ${iso(sql`i.seen_at`)} as "seenAt",
  (select json_build_object('slug', a.slug, 'title', a.title) from articles a
    where address_key(a.url) = i.key and a.regions @> array[i.region] order by a.id limit 1) as article,
  (select max(e.id) from entries e where e.inbox_item_id = i.id)::int as "entryId"`;
const itemsFrom = sql`inbox_items i join inbox_feeds f on f.id = i.feed_id`;

export interface ItemFilter {
  region: string;
  state: ItemState;
  feed?: number | undefined;
}

/** Newest first: as they came, those of one reading by their day. */
export async function itemsOf(
  db: Reading,
  { region, state, feed }: ItemFilter,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<List<InboxItem>> {
  const conditions = {
    region: sql`i.region = ${region}`,
    state: sql`i.state = ${state}`,
    feed: feed === undefined ? undefined : sql`i.feed_id = ${feed}`,
  };
  const from = after === undefined ? undefined : sql`i.id < ${positionOf(after)}`;
  const { rows } = await db.execute<InboxItem & Record<string, unknown>>(sql`
    select ${itemColumns} from ${itemsFrom} where ${allOf({ ...conditions, from })}
    order by i.id desc nulls last limit ${limit + 1}`);
  const count = await countRows(db as Queries, sql`inbox_items i`, allOf(conditions));
  const { items, next } = cutAt(rows, limit, ({ id }) => writeCursor([id]));
  return { items, ...countUpTo(count), next };
}

function positionOf(after: string): number {
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id)) return id;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

export async function itemOf(db: Reading, region: string, id: number): Promise<InboxItem | null> {
  const { rows } = await db.execute<InboxItem & Record<string, unknown>>(
    sql`select ${itemColumns} from ${itemsFrom} where i.region = ${region} and i.id = ${id}`,
  );
  return rows[0] ?? null;
}
