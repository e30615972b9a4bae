/** How boards are kept: their settings by version, and who is in a group. */
import { and, eq, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { boardMembers, boards, threads } from "./tables.ts";

type BoardValues = Partial<typeof boards.$inferInsert>;

/** False where it was changed since that version. */
export async function changeBoard(
  tx: Transaction,
  { id, version }: { id: number; version: number },
  values: BoardValues,
): Promise<boolean> {
  const changed = await tx
    .update(boards)
    .set(values)
    .where(and(eq(boards.id, id), eq(boards.version, version)))
    .returning({ id: boards.id });
  return changed.length > 0;
}

/** Slugs that are taken there: of the region's boards and of those of all regions, which stand under the same addresses. */
export async function slugsTaken(db: Queries, region: string | null): Promise<Set<string>> {
  const { rows } = await db.execute<{ slug: string }>(
    sql`select slug from boards where ${region}::text is null or region = ${region} or region is null`,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Whether nobody has written there; the platform's own welcome does not count. */
export async function isEmptyBoard(db: Queries, boardId: number): Promise<boolean> {
  const { rows } = await db.execute(sql`select from threads t left join people p on p.id = t.author_id
    where t.board_id = ${boardId} and not (p.id is not null and p.email is null and t.last_number = 1) limit 1`);
  return rows.length === 0;
}

export interface GroupMember extends Record<string, unknown> {
  id: number;
  /** A person's handle; else it is a CSO. */
  handle: string | null;
  organisation: { slug: string; name: string; region: string } | null;
  since: string;
}

/** As many as a page shows; a larger group is a members' board. */
const MAX_GROUP = 500;

export async function groupOf(db: Queries, boardId: number): Promise<GroupMember[]> {
  const { rows } = await db.execute<GroupMember>(sql`
    select m.id, p.handle, case when o.id is not null then json_build_object('slug', o.slug, 'name', o.name,
      'region', o.region) end as organisation, to_char(m.created_at, 'YYYY-MM-DD') as since
    from board_members m left join people p on p.id = m.person_id
    left join organisations o on o.id = m.organisation_id and o.status <> 'hidden'
    where m.board_id = ${boardId} and (p.id is null or p.erased_at is null)
    order by o.name, lower(p.handle), m.id limit ${MAX_GROUP}`);
  return rows;
}

export interface Invited {
  personId: number | null;
  organisationId: number | null;
}

/** Whom a handle, or else the last part of a CSO's address means; null: nobody. */
export async function invitedBy(db: Queries, name: string): Promise<Invited | null> {
  const { rows } = await db.execute<{ personId: number | null; organisationId: number | null }>(sql`
    select p.id as "personId", null::bigint as "organisationId" from people p
      where lower(p.handle) = lower(${name}) and p.erased_at is null and p.email is not null
    union all select null, o.id from organisations o
      where o.slug = lower(${name}) and o.status = 'claimed' limit 1`);
  return rows[0] ?? null;
}

export async function addToGroup(
  tx: Transaction,
  member: Invited & { boardId: number; addedBy: number },
): Promise<void> {
  await tx.insert(boardMembers).values(member).onConflictDoNothing();
}

/** Who it was; null where nobody was in under that number. */
export async function takeFromGroup(
  tx: Transaction,
  { boardId, id }: { boardId: number; id: number },
): Promise<Invited | null> {
  const [gone] = await tx
    .delete(boardMembers)
    .where(and(eq(boardMembers.boardId, boardId), eq(boardMembers.id, id)))
    .returning({ personId: boardMembers.personId, organisationId: boardMembers.organisationId });
  return gone ?? null;
}

/** Searches tell by board who may find its posts. */
export async function findBoardAgain(tx: Transaction, boardId: number): Promise<void> {
  await tx.execute(sql`insert into post_work (kind, post_id) select 'find', p.id from posts p
    join ${threads} t on t.id = p.thread_id where t.board_id = ${boardId}`);
}
