/** Names in posts: whom an @ means, and how a name goes on that was begun. */
import { type SQL, sql } from "drizzle-orm";
import { type Named, profilePath } from "shared/board/mentions.ts";
import type { BoardFacts } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import { isThere, livesIn, mayRead } from "./readers.ts";

interface NameRow extends Record<string, unknown> {
  kind: "person" | "organisation";
  id: number;
  key: string;
  name: string;
  region: string | null;
}

export interface NamesAsked {
  board: BoardFacts;
  /** Who writes: those who blocked them cannot be named. */
  writerId: number;
  /** The regions that this instance serves. */
  regions: readonly string[];
}

const list = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

const notBlocking = (writerId: number) => sql`not exists (select from blocks x
  where x.person_id = p.id and x.other_id = ${writerId} and x.kind = 'block')`;

/** CSOs that show themselves. */
const csos = (regions: readonly string[], condition: SQL) => sql`
  select 'organisation' as kind, o.id, o.slug as key, o.name, o.region from organisations o
  where ${condition} and o.status <> 'hidden' and o.dark_since is null and o.region = any(${list(regions)})`;

/** Who of these (in small letters) may be named there: people who may read it, and CSOs. A handle goes before a slug. */
export async function namedBy(
  db: Queries,
  keys: readonly string[],
  { board, writerId, regions }: NamesAsked,
): Promise<Map<string, Named>> {
  const { rows } = await db.execute<NameRow>(sql`
    ${csos(regions, sql`o.slug = any(${list(keys)})`)}
    union all select 'person', p.id, lower(p.handle), p.handle, null from people p
      where lower(p.handle) = any(${list(keys)}) and ${isThere} and ${mayRead(board)} and ${notBlocking(writerId)}
    order by kind`);
  return new Map(rows.map((row) => [row.key, namedOf(row)]));
}

function namedOf({ kind, id, key, name, region }: NameRow): Named {
  return kind === "person" ? { kind, id, name } : { kind, id, name, path: profilePath(region ?? "", key) };
}

export interface NameFound extends Record<string, unknown> {
  kind: "person" | "organisation";
  /** What stands behind the @. */
  name: string;
  /** Of a CSO, its whole name. */
  title: string | null;
}

/** Letters that mean something else in a pattern mean themselves. */
const begins = (text: string) => `${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Names that begin so: people who are members where the board is, and CSOs by slug, acronym or a word of their name. */
export async function namesLike(
  db: Queries,
  text: string,
  { board, writerId, regions, limit }: NamesAsked & { limit: number },
): Promise<NameFound[]> {
  const pattern = begins(text.toLowerCase());
  const known = sql`(o.slug like ${pattern} or lower(o.acronym) like ${pattern} or lower(o.name) like ${pattern}
    or lower(o.name) like ${`% ${pattern}`})`;
  const { rows } = await db.execute<NameFound>(sql`
    (select 'person' as kind, p.handle as name, null as title from people p
      where lower(p.handle) like ${pattern} and p.id <> ${writerId} and ${isThere} and ${livesIn(board)}
        and ${notBlocking(writerId)} order by lower(p.handle) limit ${limit})
    union all (select kind, key, name from (${csos(regions, known)}) as c
      order by region is distinct from ${board.region}, length(key), key limit ${limit})`);
  return rows;
}
