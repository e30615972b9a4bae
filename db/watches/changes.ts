/** Writes of the watches room: what is watched, what was read, how letters come. */
import { sql } from "drizzle-orm";
import type { Watched } from "shared/watches/contract.ts";
import type { MailRhythm } from "shared/watches/rules.ts";
import type { Transaction } from "../transaction.ts";

export async function setWatch(
  tx: Transaction,
  personId: number,
  { kind, target, level, at }: Watched & { at: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into watches (person_id, kind, target, level, at) values (${personId}, ${kind}, ${target}, ${level}, ${at})
    on conflict (person_id, kind, target) do update set level = excluded.level, at = excluded.at`);
}

/** One, or, without an id, all of a person's. */
export async function markRead(
  tx: Transaction,
  personId: number,
  { id, at }: { id: number | null; at: Date },
): Promise<void> {
  await tx.execute(sql`
    update notifications set read_at = ${at}
    where person_id = ${personId} and read_at is null and (${id}::bigint is null or id = ${id}::bigint)`);
}

/** From "never" on, what happened meanwhile is no news; otherwise what waits is told in the new rhythm. */
export async function setRhythm(
  tx: Transaction,
  personId: number,
  { mail, at }: { mail: MailRhythm; at: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into board_settings (person_id, mail, told_until) values (${personId}, ${mail}, null)
    on conflict (person_id) do update set mail = excluded.mail,
      told_until = case when board_settings.mail = 'never' then ${at}::timestamptz else board_settings.told_until end`);
}

/** Whether others are shown that one is there, and that one writes. */
export async function setShown(
  tx: Transaction,
  personId: number,
  { presence, typing }: { presence: boolean; typing: boolean },
): Promise<void> {
  await tx.execute(sql`update board_settings set presence = ${presence}, typing = ${typing}
    where person_id = ${personId}`);
}
