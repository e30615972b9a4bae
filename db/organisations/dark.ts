/** Hides a CSO everywhere at its own wish, and brings it back as it was. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { articles } from "../news/tables.ts";
import { indexDocument } from "../search/changes.ts";
import { articleDocument } from "../search/documents.ts";
import { forgetWords, wordsOf } from "../search/forget.ts";
import { unlistPosts } from "../search/posts.ts";
import type { Transaction } from "../transaction.ts";
import { namesDark } from "./darkNames.ts";
import { indexOrganisation } from "./found.ts";
import { organisations } from "./tables.ts";

/** False where it was dark already. */
export async function goDark(tx: Transaction, id: number, now: Date): Promise<boolean> {
  const naming = await articlesNaming(tx, id);
  const words = [
    ...(await wordsOf(tx, "organisations", [String(id)])),
    ...(await wordsOf(tx, "news", naming.map(String))),
  ];
  const hidden = await tx
    .update(organisations)
    .set({ status: "hidden", statusBefore: sql`status`, darkSince: now })
    .where(and(eq(organisations.id, id), isNull(organisations.darkSince)))
    .returning({ id: organisations.id });
  if (hidden.length === 0) return false;
  await unlistPosts(tx, sql`id in (select post_id from mentions where organisation_id = ${id})`);
  await indexOrganisation(tx, id);
  await indexArticles(tx, naming);
  await forgetWords(tx, words);
  return true;
}

/** False where it was not dark. */
export async function comeBack(tx: Transaction, id: number): Promise<boolean> {
  const shown = await tx
    .update(organisations)
    .set({ status: sql`coalesce(status_before, 'claimed')`, statusBefore: null, darkSince: null })
    .where(and(eq(organisations.id, id), isNotNull(organisations.darkSince)))
    .returning({ id: organisations.id });
  if (shown.length === 0) return false;
  await indexOrganisation(tx, id);
  await indexArticles(tx, await articlesNaming(tx, id));
  return true;
}

/** News that name it, in any way in which it is called. */
async function articlesNaming(tx: Transaction, id: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select t.id from articles t join organisations o on o.id = ${id}
      and t.organisations && (array_remove(array[o.slug, o.name, o.name_local, o.acronym], null)
        || array(select further->>'name' from jsonb_array_elements(o.names) as further))`);
  return rows.map((row) => row.id);
}

/** News are found by the CSOs that they name, but not by those that are dark. */
async function indexArticles(tx: Transaction, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const { rows } = await tx.execute<{ shown: string[] }>(sql`
      select array(select named.text from unnest(t.organisations) with ordinality as named(text, position)
        where not ${namesDark(sql`named.text`, sql`t.regions`)} order by named.position) as shown
      from articles t where t.id = ${id}`);
    const [article] = await tx.select().from(articles).where(eq(articles.id, id));
    if (!article) continue;
    const shown = { ...article, organisations: rows[0]?.shown ?? [] };
    await indexDocument(tx, articleDocument(String(id), shown));
  }
}

/** After an import, which indexes news with all the names that its files hold. */
export async function hideDarkNames(tx: Transaction): Promise<void> {
  const dark = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.darkSince));
  for (const { id } of dark) await indexArticles(tx, await articlesNaming(tx, id));
}
