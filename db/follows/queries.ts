/** Reads of the follows room: who follows what, and whose letter is due. */
import { sql } from "drizzle-orm";
import type { Follow, FollowTarget } from "shared/follows/contract.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

type Reading = Pick<Queries, "execute">;

/** How many letters to confirm this address was sent since, and how many follows it has confirmed. */
export async function followsBy(
  db: Reading,
  email: string,
  since: Date,
): Promise<{ asked: number; confirmed: number }> {
  const { rows } = await db.execute<{ asked: number; confirmed: number }>(sql`
    select count(*) filter (where confirmed_at is null and created_at > ${since})::int as asked,
      count(*) filter (where confirmed_at is not null)::int as confirmed
    from follows where lower(email) = lower(${email})`);
  return rows[0] ?? { asked: 0, confirmed: 0 };
}

const columns = sql`id, region, target->>'iso2' as iso2, target->>'q' as q`;

/** What an address follows, in the order in which it began. */
export async function followsOf(db: Reading, email: string): Promise<Follow[]> {
  const { rows } = await db.execute<Follow & Record<string, unknown>>(
    sql`select ${columns} from follows where lower(email) = lower(${email}) and confirmed_at is not null order by id`,
  );
  return rows;
}

export async function follows(db: Reading, email: string, target: FollowTarget): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from follows where lower(email) = lower(${email}) and confirmed_at is not null and region = ${target.region}
      and target->>'iso2' is not distinct from ${target.iso2} and target->>'q' is not distinct from ${target.q}`);
  return rows.length > 0;
}

/** The next addresses, in their order, that were told of nothing since `before`. */
export async function dueAddresses(
  db: Reading,
  before: Date,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.execute<{ email: string }>(sql`
    select lower(email) as email from follows
    where confirmed_at is not null and told_until < ${before} and lower(email) > ${after}
    group by 1 order by 1 limit ${limit}`);
  return rows.map(({ email }) => email);
}

export interface DueFollow extends Follow {
  language: string;
  /** As the database writes it. */
  toldUntil: string;
}

/** Locked until the letter is written down, so that no two nodes tell the same. */
export async function dueFollows(tx: Transaction, email: string, before: Date): Promise<DueFollow[]> {
  const { rows } = await tx.execute<DueFollow & Record<string, unknown>>(sql`
    select ${columns}, language, told_until as "toldUntil" from follows
    where lower(email) = ${email} and confirmed_at is not null and told_until < ${before} order by id for update`);
  return rows;
}
