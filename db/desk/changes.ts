/** Writes of the desk: taken on, given back, set aside; and what is over is cleaned away. */
import { and, eq, sql } from "drizzle-orm";
import { type DeskKind, deskKinds } from "shared/desk/rules.ts";
import type { Transaction } from "../transaction.ts";
import { branches } from "./branches.ts";
import { assignments } from "./tables.ts";

interface Thing {
  kind: DeskKind;
  ref: string;
}

interface Taken {
  region: string;
  personId: number;
  at: Date;
  /** Also from who took it on before. */
  over: boolean;
}

/** Those that are this person's from now on; of two who take the same at once, one does. */
export async function takeOn(
  tx: Transaction,
  things: readonly Thing[],
  { region, personId, at, over }: Taken,
): Promise<Thing[]> {
  const taken: Thing[] = [];
  for (const { kind, ref } of things) {
    const { rowCount } = await tx.execute(sql`
      insert into assignments (region, kind, ref, person_id, at) values (${region}, ${kind}, ${ref}, ${personId}, ${at})
      on conflict (region, kind, ref) do update set person_id = excluded.person_id, at = excluded.at
        where ${over} or assignments.person_id = excluded.person_id`);
    if (rowCount) taken.push({ kind, ref });
  }
  return taken;
}

/** False where it was not theirs. */
export async function giveBack(
  tx: Transaction,
  { kind, ref }: Thing,
  { region, personId }: { region: string; personId: number },
): Promise<boolean> {
  const { kind: ofKind, ref: ofRef, region: ofRegion, personId: of } = assignments;
  const gone = await tx
    .delete(assignments)
    .where(and(eq(ofRegion, region), eq(ofKind, kind), eq(ofRef, ref), eq(of, personId)))
    .returning({ ref: ofRef });
  return gone.length > 0;
}

export async function putAside(
  tx: Transaction,
  { kind, ref }: Thing,
  { region, personId, until }: { region: string; personId: number; until: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into set_aside (region, kind, ref, until, person_id) values (${region}, ${kind}, ${ref}, ${until}, ${personId})
    on conflict (region, kind, ref) do update set until = excluded.until, person_id = excluded.person_id`);
  await tx.execute(sql`delete from assignments where region = ${region} and kind = ${kind} and ref = ${ref}`);
}

/** What is done waits for nobody, and who is no longer staff of the region works on nothing there. */
export async function cleanDesk(tx: Transaction, region: string, now: Date): Promise<void> {
  await tx.execute(sql`delete from set_aside where until <= ${now}`);
  await tx.execute(sql`delete from assignments a where a.region = ${region} and not exists (select from roles r
    where r.person_id = a.person_id and (r.role = 'steward' or r.region = ${region}))`);
  for (const kind of deskKinds) {
    await tx.execute(sql`delete from assignments a where a.region = ${region} and a.kind = ${kind}
      and not exists (select from (${branches[kind]({ region, now })}) as w where w.ref = a.ref)`);
  }
}
