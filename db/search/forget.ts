/** Takes words out of the vocabulary that no open record has any more, so that no suggestion tells of what was hidden. */
import { sql } from "drizzle-orm";
import type { SearchKind } from "shared/search/contract.ts";
import { textArray } from "../conditions.ts";
import type { Transaction } from "../transaction.ts";
import { CLOSED, tagged } from "./document.ts";

/** The words of these documents, without the marks of tags and of names. */
export async function wordsOf(tx: Transaction, kind: SearchKind, refs: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ word: string }>(sql`
    select distinct lexeme as word from unnest(${textArray(refs)}) as wanted
    join search_documents as d on d.kind = ${kind} and d.ref = wanted and d.tier = search_tier(${kind}, wanted)
    cross join lateral unnest(d.words) where lexeme !~ '^[=^]'`);
  return rows.map(({ word }) => word);
}

/** The small tiers first: a common word is met there at once, a rare one is in few documents of the large ones. */
const TIERS = [4, 3, 2, 1, 0];

export async function forgetWords(tx: Transaction, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const query = sql`(('''' || replace(replace(v.word, '\\', '\\\\'), '''', '''''') || '''')::tsquery && ${`!'${tagged(CLOSED)}'`}::tsquery)`;
  const used = TIERS.map(
    (tier) =>
      sql`exists (select from search_documents d where d.tier = ${sql.raw(String(tier))} and d.words @@ ${query})`,
  );
  await tx.execute(sql`
    delete from search_words v where v.word = any(${textArray(words)}) and not (${sql.join(used, sql` or `)})`);
}
