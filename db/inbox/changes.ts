/** Writes of the inbox by its curators: feeds are added, changed, removed; items are sorted. */
import { type SQL, sql } from "drizzle-orm";
import type { ItemState } from "shared/inbox/rules.ts";
import type { Transaction } from "../transaction.ts";

export interface NewFeed {
  region: string;
  url: string;
  title: string;
  siteUrl: string | null;
  language: string | null;
  addedBy: number;
}

/** Null where the region reads it already, or `most` others. Writers wait for each other, so that no one passes the limit. */
export async function addFeed(tx: Transaction, feed: NewFeed, most: number): Promise<number | null> {
  await tx.execute(sql`select from regions where slug = ${feed.region} for update`);
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into inbox_feeds (region, url, title, site_url, language, added_by)
    select ${feed.region}, ${feed.url}, ${feed.title}, ${feed.siteUrl}, ${feed.language}, ${feed.addedBy}::bigint
    where (select count(*) from inbox_feeds where region = ${feed.region}) < ${most}
      and not exists (select from inbox_feeds where region = ${feed.region} and address_key(url) = address_key(${feed.url}))
    on conflict do nothing returning id`);
  return rows[0]?.id ?? null;
}

interface Place {
  region: string;
  id: number;
}

const at = ({ region, id }: Place): SQL => sql`region = ${region} and id = ${id}`;

/** Whether it was still as the change was written for. */
export async function changeFeed(
  tx: Transaction,
  place: Place,
  { title, language, version }: { title: string; language: string | null; version: number },
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update inbox_feeds set title = ${title}, language = ${language} where ${at(place)} and version = ${version}`);
  return (rowCount ?? 0) > 0;
}

/** One that goes on is asked at once, as if it had never failed. */
export async function pauseFeed(tx: Transaction, place: Place, paused: boolean, now: Date): Promise<boolean> {
  const { rowCount } = await tx.execute(
    paused
      ? sql`update inbox_feeds set paused = true where ${at(place)}`
      : sql`update inbox_feeds set paused = false, failures = 0, problem = null, next_at = ${now.toISOString()} where ${at(place)}`,
  );
  return (rowCount ?? 0) > 0;
}

/** With all that came by it. */
export async function removeFeed(tx: Transaction, place: Place): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`delete from inbox_feeds where ${at(place)}`);
  return (rowCount ?? 0) > 0;
}

/** How many changed: only of this region, and none that was used. */
export async function sortItems(
  tx: Transaction,
  region: string,
  ids: readonly number[],
  state: Exclude<ItemState, "used">,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update inbox_items set state = ${state} where region = ${region} and id = any(${sql.param(ids)}::bigint[])
      and state <> 'used' and state <> ${state}`);
  return rowCount ?? 0;
}

/** Two curators who use it at once meet here: the second finds what the first made of it. */
export async function holdItem(tx: Transaction, { region, id }: Place): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`select from inbox_items where region = ${region} and id = ${id} for update`,
  );
  return (rowCount ?? 0) > 0;
}

export async function markUsed(tx: Transaction, { region, id }: Place): Promise<void> {
  await tx.execute(sql`update inbox_items set state = 'used' where region = ${region} and id = ${id}`);
}
