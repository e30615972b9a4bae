/** Keeps the search index: one document per record, written in the transaction that changes the record. */
import { sql } from "drizzle-orm";
import type { SearchKind } from "shared/search/contract.ts";
import type { Transaction } from "../transaction.ts";
import { indexed, type SearchDocument } from "./document.ts";

export async function indexDocument(tx: Transaction, document: SearchDocument): Promise<void> {
  const { vector, marks, name, vocabulary } = indexed(document);
  // The words are folded and split already: a parser of the database's would split them again, by its own locale.
  await tx.execute(sql`
    insert into search_documents (kind, ref, words, name)
    values (${document.kind}, ${document.ref}, ${vector}::tsvector || array_to_tsvector(${sql.param(marks)}::text[]), ${name})
    on conflict (kind, ref) do update set words = excluded.words, name = excluded.name`);
  // In order, so that two writers of the same words wait for each other instead of for ever.
  const words = [...vocabulary].filter(([word]) => isSpeltWord(word)).sort(([a], [b]) => (a < b ? -1 : 1));
  await tx.execute(sql`
    insert into search_words (word, spelling)
    select * from unnest(${sql.param(words.map(([word]) => word))}::text[], ${sql.param(words.map(([, spelling]) => spelling))}::text[])
    on conflict do nothing`);
}

/** Numbers are not misspelt words of the vocabulary: there is no end of them. */
function isSpeltWord(word: string): boolean {
  return !/^\p{N}+$/u.test(word);
}

export async function dropDocument(tx: Transaction, kind: SearchKind, ref: string): Promise<void> {
  await tx.execute(sql`delete from search_documents where kind = ${kind} and ref = ${ref}`);
}
