/** Keeps the search index: one document per record, written in the transaction that changes the record. */
import { sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Transaction } from "../transaction.ts";
import { type DocumentKind, indexed, type SearchDocument } from "./document.ts";

export async function indexDocument(tx: Transaction, document: SearchDocument): Promise<void> {
  const { kind, ref } = document;
  const { vector, marks, tags, name, vocabulary } = indexed(document);
  // The words are folded and split already: a parser of the database's would split them again, by its own locale.
  await tx.execute(sql`
    insert into search_documents (kind, ref, tier, name, tags, words)
    values (${kind}, ${ref}, search_tier(${kind}, ${ref}), ${name}, ${textArray(tags)},
      ${vector}::tsvector || array_to_tsvector(${textArray(marks)}))
    on conflict (kind, ref, tier) do update set name = excluded.name, tags = excluded.tags, words = excluded.words`);
  // In order, so that two writers of the same words wait for each other instead of for ever.
  const words = [...vocabulary].filter(([word]) => isSpeltWord(word)).sort(([a], [b]) => (a < b ? -1 : 1));
  await tx.execute(sql`
    insert into search_words (word, spelling)
    select * from unnest(${textArray(words.map(([word]) => word))}, ${textArray(words.map(([, spelling]) => spelling))})
    on conflict do nothing`);
}

/** Numbers are not misspelt words of the vocabulary: there is no end of them. */
function isSpeltWord(word: string): boolean {
  return !/^\p{N}+$/u.test(word);
}

export async function dropDocument(tx: Transaction, kind: DocumentKind, ref: string): Promise<void> {
  await tx.execute(
    sql`delete from search_documents where kind = ${kind} and ref = ${ref} and tier = search_tier(${kind}, ${ref})`,
  );
}
