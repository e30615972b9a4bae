/** Reads of the webLinks room: links that wait for a curator, and what public pages say beside links. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import type { DeadLink, LinkWord } from "shared/webLinks/contract.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";
import type { Transaction } from "../transaction.ts";

/** Of `web_links w`: in trouble and nothing was said of it, or said to be gone and there again since. */
export const linkWaits = sql`(w.verdict is null and w.state in ('moved', 'gone', 'failing')
  or w.verdict = 'gone' and w.state in ('ok', 'moved') and w.since > w.decided_at)`;
const isDecided = sql`w.verdict in ('gone', 'archived') and not ${linkWaits}`;

/** Of `web_link_uses u`: records of the region, and of all regions. */
const usedIn = (region: string) => sql`(u.region = ${region} or u.region is null)`;

export interface LinkFilter {
  region: string;
  /** Those of which something was said, instead of those that wait. */
  decided?: boolean;
  url?: string;
}

/** All uses are found in one pass, however many links there are. */
function linksOf({ region, decided = false, url }: LinkFilter): SQL {
  const which = url === undefined ? (decided ? isDecided : linkWaits) : sql`w.url = ${url}`;
  return sql`(select w.url, json_agg(json_build_object('kind', u.kind, 'ref', u.ref, 'title', u.title,
      'place', u.place, 'region', u.region, 'own', u.own) order by u.kind, u.title) as uses
    from web_links w join web_link_uses u on u.url = w.url where ${which} and ${usedIn(region)} group by w.url)`;
}

/** By address, so that those of one site stand together. */
export async function deadLinksIn(
  db: Queries | Transaction,
  filter: LinkFilter,
  page: { limit: number; after?: string | undefined },
): Promise<List<DeadLink>> {
  const links = linksOf(filter);
  const { rows } = await db.execute<DeadLink & Record<string, unknown>>(sql`
    select w.url, w.state, w.moved_to as "movedTo", w.status,
      to_char(w.since at time zone 'UTC', 'YYYY-MM-DD') as since,
      w.verdict, w.archived_url as "archivedUrl", w.version, used.uses
    from ${links} used join web_links w on w.url = used.url
    where ${afterUrl(page.after)} order by w.url collate "C" limit ${page.limit + 1}`);
  const count = await db.execute<{ count: number }>(sql`select count(*)::int as count from ${links} used`);
  const { items, next } = cutAt(rows, page.limit, ({ url }) => writeCursor([url]));
  return { items, ...countUpTo(count.rows[0]?.count ?? 0), next };
}

function afterUrl(after: string | undefined): SQL {
  if (after === undefined) return sql`true`;
  const [url] = readCursor(after, 1);
  if (typeof url === "string") return sql`w.url collate "C" > ${url}`;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

/** What the records of a region that point to an address look like; null where none does. */
export async function linkIn(
  db: Queries | Transaction,
  region: string,
  url: string,
): Promise<DeadLink | null> {
  const { items } = await deadLinksIn(db, { region, url }, { limit: 1 });
  return items[0] ?? null;
}

/** All addresses of which public pages say something. */
export async function spokenLinks(db: Queries): Promise<({ url: string } & LinkWord)[]> {
  const { rows } = await db.execute<{ url: string } & LinkWord & Record<string, unknown>>(sql`
    select url, verdict, archived_url as "archivedUrl" from web_links where verdict in ('gone', 'archived')`);
  return rows;
}

/** Whose these addresses are, in all regions. */
export async function reachOf(
  db: Queries | Transaction,
  urls: readonly string[],
): Promise<{ url: string; regions: string[]; own: boolean }[]> {
  const { rows } = await db.execute<{ url: string; regions: string[]; own: boolean }>(sql`
    select u.url, array_remove(array_agg(distinct u.region), null) as regions, bool_or(u.own) as own
    from web_link_uses u where u.url = any(${sql.param([...urls])}::text[]) group by u.url`);
  return rows;
}

/** The records of the region, or of all regions, that point to one of these addresses. */
export async function usesHere(
  db: Queries | Transaction,
  region: string,
  urls: readonly string[],
): Promise<{ url: string; kind: string; ref: string }[]> {
  const { rows } = await db.execute<{ url: string; kind: string; ref: string }>(sql`
    select distinct u.url, u.kind, u.ref from web_link_uses u
    where u.url = any(${sql.param([...urls])}::text[]) and ${usedIn(region)} order by u.url, u.kind, u.ref`);
  return rows;
}
