/** Writes of the webLinks room: which addresses there are, what a look found, what a curator said. */
import { and, eq, sql } from "drizzle-orm";
import {
  LEASE_MINUTES,
  type LinkJudged,
  type LinkKnown,
  LOOK_AGAIN_DAYS,
  type Verdict,
} from "shared/webLinks/rules.ts";
import type { Transaction } from "../transaction.ts";
import { linkWaits } from "./queries.ts";
import { webLinks } from "./tables.ts";

/** Addresses that records point to are looked at from now on, spread over a week; those of no record no more. */
export async function rememberLinks(tx: Transaction, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into web_links (url, next_at)
    select distinct on (u.url) u.url, ${now}::timestamptz + random() * ${LOOK_AGAIN_DAYS} * interval '1 day'
    from web_link_uses u where u.url ~* '^https?://' and length(u.url) <= 2000 on conflict do nothing`);
  await tx.execute(
    sql`delete from web_links w where not exists (select from web_link_uses u where u.url = w.url)`,
  );
}

/** Enough to find other sites among them, where many links of one are due. */
const LOOK_AMONG = 200;

/** The next addresses to look at, one of each site; no other node takes them until the lease is over. */
export async function claimLinks(tx: Transaction, now: Date, limit: number): Promise<LinkKnown[]> {
  const { rows } = await tx.execute<LinkKnown & Record<string, unknown>>(sql`
    with due as materialized (select url, next_at from web_links where next_at <= ${now}
        order by next_at limit ${LOOK_AMONG} for update skip locked),
      sites as (select distinct on (site_of(url)) url, next_at from due order by site_of(url), next_at),
      chosen as (select url from sites order by next_at limit ${limit})
    update web_links w set next_at = ${now}::timestamptz + ${LEASE_MINUTES} * interval '1 minute'
    from chosen where w.url = chosen.url
    returning w.url, w.state, w.moved_to as "movedTo", w.status, w.failures, w.verdict`);
  return rows;
}

/** A little sooner or later each time, so that what was added together is not asked for together for ever. */
const SPREAD = 0.1;

export async function recordLook(tx: Transaction, url: string, look: LinkJudged, now: Date): Promise<void> {
  const { changed, againInDays, ...found } = look;
  await tx
    .update(webLinks)
    .set({
      ...found,
      checkedAt: now,
      nextAt: sql`${now}::timestamptz + ${againInDays} * (1 + (random() - 0.5) * ${SPREAD}::float8) * interval '1 day'`,
      ...(changed ? { since: now } : {}),
    })
    .where(eq(webLinks.url, url));
}

interface Said {
  verdict: Verdict;
  archivedUrl: string | null;
  decidedBy: number;
  decidedAt: Date;
}

/** The row is this writer's until the transaction ends; false where it changed since the version that was seen. */
export async function holdLink(tx: Transaction, url: string, version: number): Promise<boolean> {
  const rows = await tx
    .select({ url: webLinks.url })
    .from(webLinks)
    .where(and(eq(webLinks.url, url), eq(webLinks.version, version)))
    .for("update");
  return rows.length > 0;
}

export async function sayOfLink(tx: Transaction, url: string, said: Said): Promise<void> {
  await tx.update(webLinks).set(said).where(eq(webLinks.url, url));
}

/** Of those alone that still wait. Returns how many that were. */
export async function sayFine(
  tx: Transaction,
  urls: readonly string[],
  { decidedBy, decidedAt }: Pick<Said, "decidedBy" | "decidedAt">,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update web_links w set verdict = 'fine', archived_url = null, decided_by = ${decidedBy}, decided_at = ${decidedAt}
    where w.url = any(${sql.param([...urls])}::text[]) and ${linkWaits}`);
  return rowCount ?? 0;
}
