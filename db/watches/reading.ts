/** Who may read a board, as a condition: the same rule as `mayRead` of shared/board/rules.ts, for whoever is not here to ask. */
import { type SQL, sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";

/** Roles sleep without a second factor. */
const hasSecondFactor = (person: SQL) => sql`exists (select from people s where s.id = ${person}
  and (s.totp_confirmed_at is not null or exists (select from passkeys k where k.person_id = s.id)))`;

const keeps = (
  person: SQL,
) => sql`(${hasSecondFactor(person)} and exists (select from roles r where r.person_id = ${person}
  and (r.role = 'steward' or (r.role in ('moderator', 'admin') and r.region is not null
    and (b.region is null or r.region = b.region)))))`;

const belongs = (person: SQL) => sql`(
  exists (select from people s where s.id = ${person}
    and case when b.region is null then cardinality(s.regions) > 0 else b.region = any(s.regions) end)
  or exists (select from memberships m join organisations o on o.id = m.organisation_id
    where m.person_id = ${person} and (b.region is null or o.region = b.region))
  or exists (select from roles r where r.person_id = ${person} and r.region is not null
    and (b.region is null or r.region = b.region)))`;

const invited = (
  person: SQL,
) => sql`exists (select from board_members bm where bm.board_id = b.id and (bm.person_id = ${person}
  or bm.organisation_id in (select m.organisation_id from memberships m where m.person_id = ${person})))`;

/** Of the board that the query calls `b`. */
export function mayReadBoard(person: SQL): SQL {
  return sql`(b.visibility = 'public' or (b.visibility = 'members' and ${belongs(person)})
    or (b.visibility = 'group' and ${invited(person)}) or ${keeps(person)})`;
}

/** Boards of the regions that this instance serves, and those of all regions. */
export function isServed(regions: readonly string[]): SQL {
  return sql`(b.region is null or b.region = any(${textArray(regions)}))`;
}

/** Neither hears of the other where one blocks; whom one muted one does not hear of. */
export function hears(person: SQL, author: SQL): SQL {
  return sql`not exists (select from blocks x where (x.person_id = ${person} and x.other_id = ${author})
    or (x.person_id = ${author} and x.other_id = ${person} and x.kind = 'block'))`;
}
