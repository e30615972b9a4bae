/** Writes of the inbox by its reader: a feed is claimed by one node, asked, and what came of it is kept. */
import { type SQL, sql } from "drizzle-orm";
import { FORGET_DAYS, type InboxProblem } from "shared/inbox/rules.ts";
import type { Transaction } from "../transaction.ts";

export interface ClaimedFeed extends Record<string, unknown> {
  id: number;
  region: string;
  url: string;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  /** It never answered with a feed before. */
  isFirst: boolean;
}

const claimed = sql`id, region, url, etag, last_modified as "lastModified", failures, ok_at is null as "isFirst"`;

interface Claim {
  now: Date;
  until: Date;
}

/** The feed that waits longest of those that are due; other nodes pass it by, until `until` at the latest. */
export function claimDue(tx: Transaction, claim: Claim): Promise<ClaimedFeed | null> {
  return take(tx, claim, sql`not paused and next_at <= ${claim.now.toISOString()}`);
}

/** That feed, due or not; null while somebody asks it. */
export function claimFeed(
  tx: Transaction,
  claim: Claim,
  region: string,
  id: number,
): Promise<ClaimedFeed | null> {
  return take(tx, claim, sql`region = ${region} and id = ${id}`);
}

async function take(tx: Transaction, { now, until }: Claim, which: SQL): Promise<ClaimedFeed | null> {
  const { rows } = await tx.execute<ClaimedFeed>(sql`
    update inbox_feeds set fetching_until = ${until.toISOString()} where id = (
      select id from inbox_feeds where ${which} and (fetching_until is null or fetching_until < ${now.toISOString()})
      order by next_at limit 1 for update skip locked)
    returning ${claimed}`);
  return rows[0] ?? null;
}

export interface Answered {
  now: Date;
  nextAt: Date;
  etag: string | null;
  lastModified: string | null;
  /** Where it moved for good; else where it is. */
  url: string;
}

/** It answered as it should. */
export async function keepAnswer(tx: Transaction, id: number, answer: Answered): Promise<void> {
  const now = answer.now.toISOString();
  await tx.execute(sql`
    update inbox_feeds set fetched_at = ${now}, ok_at = ${now}, next_at = ${answer.nextAt.toISOString()},
      fetching_until = null, failures = 0, problem = null, etag = ${answer.etag}, last_modified = ${answer.lastModified}
    where id = ${id}`);
  // Another feed of the region may stand there already: then this one stays where it was.
  await tx.execute(sql`
    update inbox_feeds f set url = ${answer.url} where f.id = ${id} and f.url <> ${answer.url}
      and not exists (select from inbox_feeds o where o.region = f.region and o.url = ${answer.url})`);
}

export interface Failed {
  now: Date;
  nextAt: Date;
  problem: InboxProblem;
  /** It asked not to be asked again. */
  forGood: boolean;
}

export async function keepFailure(
  tx: Transaction,
  id: number,
  { now, nextAt, problem, forGood }: Failed,
): Promise<void> {
  await tx.execute(sql`
    update inbox_feeds set fetched_at = ${now.toISOString()}, next_at = ${nextAt.toISOString()}, fetching_until = null,
      failures = failures + 1, problem = ${problem} where id = ${id}`);
  if (forGood) await tx.execute(sql`update inbox_feeds set paused = true where id = ${id}`);
}

export interface NewItem {
  url: string;
  title: string;
  excerpt: string;
  publishedOn: string | null;
  language: string | null;
}

/**
 * Those that the region did not have yet, by whichever feed. `items` stand newest first; the newest gets the highest id. Old
 * ones, which may have been forgotten, come only with the first reading.
 */
export async function keepItems(
  tx: Transaction,
  { id, region, isFirst }: ClaimedFeed,
  items: readonly NewItem[],
  now: Date,
): Promise<number> {
  if (items.length === 0) return 0;
  const recent = new Date(now.getTime() - FORGET_DAYS * 86_400_000).toISOString().slice(0, 10);
  const { rowCount } = await tx.execute(sql`
    insert into inbox_items (feed_id, region, key, url, title, excerpt, published_on, language)
    select ${id}::bigint, ${region}, address_key(n.url), n.url, n.title, n.excerpt, n."publishedOn", n.language
    from json_to_recordset(${JSON.stringify(items.toReversed())}::json)
      as n(url text, title text, excerpt text, "publishedOn" text, language text)
    where ${isFirst} or n."publishedOn" is null or n."publishedOn" >= ${recent}
    on conflict (region, key) do nothing`);
  return rowCount ?? 0;
}

/** What was used or dismissed long ago; how many. */
export async function forgetOld(tx: Transaction, now: Date): Promise<number> {
  const { rowCount } = await tx.execute(sql`delete from inbox_items
    where state <> 'new' and seen_at < ${now.toISOString()}::timestamptz - make_interval(days => ${FORGET_DAYS})`);
  return rowCount ?? 0;
}
