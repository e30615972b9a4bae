/** Pictures of news and events: whose they become, and who shows them. */
import { type SQL, sql } from "drizzle-orm";
import type { Cover } from "shared/files/cover.ts";
import type { Queries } from "../connect.ts";

/** As records show it; null where there is none, or it is gone. `t` is the record's row. */
export const cover = sql`(select json_build_object('url', '/files/' || f.hash, 'alt', coalesce(t.cover_text, ''),
  'width', f.width, 'height', f.height) from files f where f.hash = t.cover and f.width is not null)`;

/** The picture of a row that is not written. */
export async function coverNamed(
  db: Queries,
  row: { cover: string | null; coverText: string | null },
): Promise<Cover> {
  const { rows } = await db.execute<{ cover: Cover }>(
    sql`select ${cover} as cover from (select ${row.cover}::text as cover, ${row.coverText}::text as cover_text) t`,
  );
  return rows[0]?.cover ?? null;
}

/** An upload of this person becomes the record's, so that it outlives the account. False where it is nobody's to give. */
export async function adoptCover(db: Queries, hash: string, personId: number): Promise<boolean> {
  const { rowCount } = await db.execute(sql`update files set owner_kind = 'cover' where set in
    (select set from files where hash = ${hash} and type = 'image/webp'
      and (owner_kind = 'cover' or (owner_kind = 'person' and owner_id = ${personId})))`);
  return (rowCount ?? 0) > 0;
}

const inSet = (set: SQL) => sql`(select hash from files where set = ${set})`;

export interface CoverShown extends Record<string, unknown> {
  /** Empty: all. */
  regions: string[];
  /** At the desk alone. */
  isKept: boolean;
}

/** What shows any of these pictures, public or not. */
export async function coversShowing(db: Queries, set: string): Promise<CoverShown[]> {
  const names = inSet(sql`${set}`);
  const { rows } = await db.execute<CoverShown>(sql`
    select regions, false as "isKept" from articles where cover in ${names}
    union all select regions, false from events where cover in ${names}
    union all select array[region], true from entries
      where content ->> 'cover' in (select '/files/' || hash from files where set = ${set})`);
  return rows;
}

/** Whether a record or an entry shows the set of the file `f`. */
export const isCover = sql`(exists (select from articles where cover in ${inSet(sql`f.set`)})
  or exists (select from events where cover in ${inSet(sql`f.set`)})
  or exists (select from entries where content ->> 'cover' in (select '/files/' || hash from files where set = f.set)))`;
