/** Reads of the confirm room: whose profile was not confirmed for a year, and whom to ask. */
import { sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

export interface Asked {
  /** Null: the organisation's own address. */
  personId: number | null;
  email: string;
  language: string;
}

export interface Unconfirmed {
  id: number;
  slug: string;
  name: string;
  region: string;
  asked: Asked[];
}

export interface Due {
  /** `YYYY-MM-DD`: confirmed on this day or before. */
  confirmedBy: string;
  /** Asked before this moment, or never. */
  askedBefore: Date;
  /** Whose letters lead to pages that are served. */
  regions: readonly string[];
}

const isDue = ({
  confirmedBy,
  askedBefore,
  regions,
}: Due) => sql`o.region = any(${textArray(regions)}) and o.status = 'claimed' and o.dark_since is null
  and coalesce(upper(partial_date_range(o.last_confirmed_on)) - 1, o.created_at::date) <= ${confirmedBy}::date
  and (o.confirm_asked_at is null or o.confirm_asked_at < ${askedBefore})`;

/** Ids of claimed CSOs that are to be asked, those that waited longest first. */
export async function unconfirmed(db: Queries, due: Due, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select o.id from organisations o where ${isDue(due)}
    order by o.confirm_asked_at nulls first, o.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Locked until it was asked; null where another node was quicker. */
export async function stillUnconfirmed(tx: Transaction, id: number, due: Due): Promise<Unconfirmed | null> {
  const { rows } = await tx.execute<Unconfirmed & Record<string, unknown>>(sql`
    select o.id, o.slug, o.name, o.region, coalesce(
      (select json_agg(json_build_object('personId', p.id, 'email', p.email, 'language', p.language) order by m.id)
        from memberships m join people p on p.id = m.person_id
        where m.organisation_id = o.id and m.role = 'owner' and p.email is not null and p.email_verified_at is not null),
      case when o.email is not null
        then json_build_array(json_build_object('personId', null, 'email', o.email, 'language', o.language)) end,
      '[]') as asked
    from organisations o where o.id = ${id} and ${isDue(due)} for update of o skip locked`);
  return rows[0] ?? null;
}
