/** Whose letters are due, and what stands in them: told, not read meanwhile, and still to be read by whoever gets it. */
import { type SQL, sql } from "drizzle-orm";
import { DEFAULT_RHYTHM, type MailRhythm, type PostKind, postKinds } from "shared/watches/rules.ts";
import { shownText } from "../board/rows.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { isTold, type Told } from "./queries.ts";
import { isServed } from "./reading.ts";

type Reading = Pick<Queries, "execute">;

export interface Due {
  rhythm: MailRhythm;
  /** Told before this moment, somebody is told again. */
  toldBefore: Date;
  /** Whether who was never told is told now. */
  first: boolean;
  /** What was written after it is left for the next letter. */
  until: Date;
  /** What is older is no news. */
  since: Date;
}

const rhythmOf = sql`coalesce(s.mail, ${DEFAULT_RHYTHM})`;

/** A change of rhythm, or a digest, told of what came before; a write that began before it and ended after is not missed. */
const isNews = (
  since: Date,
): SQL => sql`n.mailed_at is null and n.read_at is null and n.kind = any(${textArray(postKinds)})
  and n.created_at > greatest(${since}::timestamptz, s.told_until - interval '1 hour')`;

/** The next people, by id, for whom something waits. */
export async function peopleDue(
  db: Reading,
  { rhythm, toldBefore, first, until, since }: Due,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const from =
    rhythm === DEFAULT_RHYTHM
      ? sql`people p left join board_settings s on s.person_id = p.id`
      : sql`board_settings s join people p on p.id = s.person_id`;
  const { rows } = await db.execute<{ id: number }>(sql`
    select p.id from ${from}
    where p.id > ${after} and p.email_verified_at is not null and p.email is not null and p.erased_at is null
      and ${rhythmOf} = ${rhythm} and (s.told_until < ${toldBefore}::timestamptz or (s.told_until is null and ${first}))
      and exists (select from notifications n where n.person_id = p.id and n.created_at <= ${until}::timestamptz and ${isNews(since)})
    order by p.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Whoever wants letters at once and is among these. */
export async function anyAtOnce(db: Reading, people: readonly number[]): Promise<boolean> {
  const { rows } = await db.execute(sql`select from board_settings
    where mail = 'at-once' and person_id = any(${sql.param(people.map(String))}::bigint[]) limit 1`);
  return rows.length > 0;
}

export interface LetterReader {
  email: string;
  handle: string;
  language: string;
}

/** Null: gone, or without an address that is known to be theirs. */
export async function letterReader(tx: Transaction, personId: number): Promise<LetterReader | null> {
  const { rows } = await tx.execute<LetterReader & Record<string, unknown>>(sql`
    select email, handle, language from people where id = ${personId} and email is not null and handle is not null
      and email_verified_at is not null and erased_at is null`);
  return rows[0] ?? null;
}

export interface LetterPost {
  id: number;
  kind: PostKind;
  /** Of a CSO of theirs. */
  ofOrganisation: boolean;
  threadId: number;
  title: string;
  visibility: "public" | "members" | "group";
  /** Null: of all regions. */
  region: string | null;
  boardNames: Record<string, string>;
  number: number;
  handle: string | null;
  body: string;
  createdAt: string;
}

/**
 * Takes what waits for a person, so that no two nodes tell the same, and gives of it what may be told, by thread and
 * number. What was read meanwhile, hidden, or may not be read any more is told to nobody.
 */
export async function takeForLetters(
  tx: Transaction,
  told: Told,
  { since, at, most }: { since: Date; at: Date; most: number },
): Promise<LetterPost[]> {
  const { rows } = await tx.execute<LetterPost & Record<string, unknown>>(sql`
    with taken as (
      update notifications set mailed_at = ${at}::timestamptz where id in (
        select n.id from notifications n left join board_settings s on s.person_id = n.person_id
        where n.person_id = ${told.personId} and ${isNews(since)} and exists (select from threads t
          join boards b on b.id = t.board_id where t.id = n.thread_id and ${isServed(told.regions)}) order by n.id limit ${most} for update of n skip locked)
      returning *)
    select n.id, n.kind, n.data ? 'organisation' as "ofOrganisation", t.id as "threadId", t.title, b.visibility, b.region,
      b.names as "boardNames", po.number, a.handle, ${shownText(sql`po.id`, sql`po.body`)} as body, po.created_at as "createdAt"
    from taken n join threads t on t.id = n.thread_id join boards b on b.id = t.board_id join posts po on po.id = n.post_id
      left join people a on a.id = po.author_id
    where ${isTold(told)} order by min(po.created_at) over (partition by t.id), t.id, po.number`);
  return rows;
}

/** A digest told until then. */
export async function setToldUntil(tx: Transaction, personId: number, until: Date): Promise<void> {
  await tx.execute(sql`
    insert into board_settings (person_id, mail, told_until) values (${personId}, ${DEFAULT_RHYTHM}, ${until})
    on conflict (person_id) do update set told_until = excluded.told_until`);
}
