/** Reads of the files room: what an address stands for, what it hangs on, and its bytes. */
import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export interface StoredFile {
  id: number;
  hash: string;
  type: string;
  variant: string;
  size: number;
  ownerKind: string;
  ownerId: number;
  /** All variants of one upload have the same. */
  set: string;
}

export async function fileByHash(db: Queries, hash: string): Promise<StoredFile | null> {
  const result = await db.execute<StoredFile & Record<string, unknown>>(sql`
    select id, hash, type, variant, size, owner_kind as "ownerKind", owner_id as "ownerId", set from files where hash = ${hash}`);
  return result.rows[0] ?? null;
}

/** The bytes part by part; the next is read when the last was taken. */
export async function* chunksOf(db: Queries, fileId: number): AsyncIterable<Buffer> {
  for (let position = 0; ; position += 1) {
    const result = await db.execute<{ bytes: Buffer }>(
      sql`select bytes from file_chunks where file_id = ${fileId} and position = ${position}`,
    );
    const [chunk] = result.rows;
    if (!chunk) return;
    yield chunk.bytes;
  }
}

export interface Picturing {
  id: number;
  slug: string;
  region: string;
  status: string;
}

/** The CSO whose logo at present this file is; null where it is nobody's any more. */
export async function organisationOfLogo(db: Queries, fileId: number): Promise<Picturing | null> {
  const result = await db.execute<Picturing & Record<string, unknown>>(sql`
    select o.id, o.slug, o.region, o.status from files as f
    join organisations as o on o.id = f.owner_id and o.logo = f.set
    where f.id = ${fileId} and f.owner_kind = 'organisation'`);
  return result.rows[0] ?? null;
}

/** A set's pictures as records show them, smallest first; null where there is none. */
export const pictureOf = (
  set: SQL,
) => sql`(select json_agg(json_build_object('url', '/files/' || f.hash, 'type', f.type,
  'width', f.width, 'height', f.height) order by f.type, f.width) from files as f where f.set = ${set})`;
