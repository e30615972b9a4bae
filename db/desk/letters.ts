/** The weekly letter of the desk: who wants it, whom it is due to, and that it went out once. */
import { sql } from "drizzle-orm";
import type { StaffRole } from "shared/accounts/rules.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { deskSettings } from "./tables.ts";

type Reading = Pick<Queries, "execute">;

/** Without a word it comes. */
export async function wantsDeskLetter(db: Reading, personId: number, region: string): Promise<boolean> {
  const { rows } = await db.execute<{ weekly: boolean }>(
    sql`select weekly from desk_settings where person_id = ${personId} and region = ${region}`,
  );
  return rows[0]?.weekly ?? true;
}

export async function setDeskLetter(
  tx: Transaction,
  wish: { personId: number; region: string; weekly: boolean },
): Promise<void> {
  await tx
    .insert(deskSettings)
    .values(wish)
    .onConflictDoUpdate({
      target: [deskSettings.personId, deskSettings.region],
      set: { weekly: wish.weekly },
    });
}

export interface DeskReader {
  personId: number;
  email: string;
  language: string;
  /** Those of the region; whether they sleep without a second factor is a matter of sessions. */
  roles: StaffRole[];
}

const due = (region: string, since: Date) => sql`
  p.email is not null and p.email_verified_at is not null and p.erased_at is null
    and not exists (select from desk_settings s where s.person_id = p.id and s.region = ${region}
      and (not s.weekly or s.sent_at >= ${since}::timestamptz))`;

/** Staff of the region to whom no letter went since then, by id. */
export async function deskReadersDue(db: Reading, region: string, since: Date): Promise<DeskReader[]> {
  const { rows } = await db.execute<DeskReader & Record<string, unknown>>(sql`
    select p.id as "personId", p.email, p.language, json_agg(r.role order by r.role) as roles
    from people p join roles r on r.person_id = p.id and r.region = ${region}
    where ${due(region, since)} group by p.id order by p.id`);
  return rows;
}

/** False where another node was quicker, or the person does not want it any more. */
export async function noteDeskLetter(
  tx: Transaction,
  { personId, region, since, at }: { personId: number; region: string; since: Date; at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into desk_settings as s (person_id, region, sent_at) values (${personId}, ${region}, ${at})
    on conflict (person_id, region) do update set sent_at = excluded.sent_at
      where s.weekly and (s.sent_at is null or s.sent_at < ${since}::timestamptz)`);
  return (rowCount ?? 0) > 0;
}
