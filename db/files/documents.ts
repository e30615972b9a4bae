/** Documents that the platform keeps: what is known of their files, who may read them, and which are used no more. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import { resourceTexts } from "../resources/tables.ts";
import type { Transaction } from "../transaction.ts";

export async function keepDocumentText(
  tx: Transaction,
  text: { file: string; sha256: string; pages: string[] },
): Promise<void> {
  const { pages } = text;
  const hasWords = pages.some((words) => words !== "");
  await tx.insert(resourceTexts).values({ ...text, pageCount: pages.length, hasWords });
}

export interface KeptDocument {
  file: string;
  /** In bytes. */
  size: number;
  sha256: string;
  pages: number;
}

/** What a resource says of its file; null: there is none of that name. */
export async function keptDocument(db: Queries | Transaction, set: string): Promise<KeptDocument | null> {
  const { rows } = await db.execute<KeptDocument & Record<string, unknown>>(sql`
    select t.file, f.size, t.sha256, t.page_count as pages
    from resource_texts t join files f on f.set = t.file where t.file = ${set}`);
  return rows[0] ?? null;
}

/** The regions of the resource that a file belongs to, empty: all; null: of none that is public. */
export async function regionsOfDocument(db: Queries, set: string): Promise<string[] | null> {
  const { rows } = await db.execute<{ regions: string[] }>(
    sql`select regions from resources where file = ${set} limit 1`,
  );
  return rows[0]?.regions ?? null;
}

/** Neither public, nor written at a desk, nor in a history from which it might come back. */
export async function dropUnusedDocuments(db: Queries, before: Date): Promise<number> {
  const { rows } = await db.execute(sql`
    with dropped as (delete from files f where f.owner_kind = 'document' and f.created_at < ${before}
      and not exists (select from resources r where r.file = f.set)
      and not exists (select from entries e where e.kind = 'resources' and e.content->>'file' = f.set)
      and not exists (select from revisions v where v.kind = 'resource'
        and (v.before->>'file' = f.set or v.after->>'file' = f.set))
      returning f.set)
    delete from resource_texts t using dropped where t.file = dropped.set returning t.file`);
  return rows.length;
}
