/** Keeps the search index: one document per record, written in the transaction that changes the record. */
import { sql } from "drizzle-orm";
import type { SearchKind } from "shared/search/contract.ts";
import { textArray } from "../conditions.ts";
import type { Transaction } from "../transaction.ts";
import { CLOSED, type Indexed, indexed, type SearchDocument } from "./document.ts";

export async function indexDocument(tx: Transaction, document: SearchDocument): Promise<void> {
  await indexDocuments(tx, [document]);
}

/** Several at once: their words are learnt together. */
export async function indexDocuments(tx: Transaction, documents: readonly SearchDocument[]): Promise<void> {
  const vocabulary = new Map<string, string>();
  for (const document of documents) {
    const made = indexed(document);
    await keepDocument(tx, document, made);
    if (document.facets?.includes(CLOSED)) continue;
    for (const [word, spelling] of made.vocabulary) vocabulary.set(word, spelling);
  }
  await learnWords(tx, vocabulary);
}

async function keepDocument(tx: Transaction, { kind, ref }: SearchDocument, made: Indexed): Promise<void> {
  const { vector, marks, tags, name } = made;
  // The words are folded and split already: a parser of the database's would split them again, by its own locale.
  await tx.execute(sql`
    insert into search_documents (kind, ref, tier, name, tags, words)
    values (${kind}, ${ref}, search_tier(${kind}, ${ref}), ${name}, ${textArray(tags)},
      ${vector}::tsvector || array_to_tsvector(${textArray(marks)}))
    on conflict (kind, ref, tier) do update set name = excluded.name, tags = excluded.tags, words = excluded.words`);
}

async function learnWords(tx: Transaction, vocabulary: ReadonlyMap<string, string>): Promise<void> {
  // In order, so that two writers of the same words wait for each other instead of for ever.
  const words = [...vocabulary].filter(([word]) => isSpeltWord(word)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (words.length === 0) return;
  await tx.execute(sql`
    insert into search_words (word, spelling)
    select * from unnest(${textArray(words.map(([word]) => word))}, ${textArray(words.map(([, spelling]) => spelling))})
    on conflict do nothing`);
}

/** Numbers are not misspelt words of the vocabulary: there is no end of them. */
function isSpeltWord(word: string): boolean {
  return !/^\p{N}+$/u.test(word);
}

export async function dropDocument(tx: Transaction, kind: SearchKind, ref: string): Promise<void> {
  await tx.execute(
    sql`delete from search_documents where kind = ${kind} and ref = ${ref} and tier = search_tier(${kind}, ${ref})`,
  );
}
