/** Keeps the search index: one document per record, written in the transaction that changes the record. */
import { sql } from "drizzle-orm";
import { words } from "shared/search/fold.ts";
import type { Transaction } from "../transaction.ts";

export type SearchKind = "organisation" | "country" | "article" | "event" | "resource";

export interface SearchDocument {
  kind: SearchKind;
  /** The record's id, or a country's iso2. */
  ref: string;
  regions: string[];
  /** What it is called, in every form: name, local name, acronym. */
  names: (string | null)[];
  /** What it is about: country, specialisations, kind. */
  subjects: (string | null)[];
  texts: (string | null)[];
}

/** A longer text is found by its beginning; it keeps one document's words to a few kilobytes. */
const MAX_WORDS = 800;

export async function indexDocument(tx: Transaction, document: SearchDocument): Promise<void> {
  const [names, subjects, texts] = [document.names, document.subjects, document.texts].map((parts) =>
    parts.flatMap((part) => (part === null ? [] : words(part))).slice(0, MAX_WORDS),
  );
  const name = words(document.names.find((one) => one !== null) ?? "").join(" ");
  await tx.execute(sql`
    insert into search_documents (kind, ref, regions, words, name)
    values (${document.kind}, ${document.ref}, ${textArray(document.regions)}, ${weighted(names, "A")} || ${weighted(subjects, "B")}
      || ${weighted(texts, "C")}, ${name})
    on conflict (kind, ref) do update set regions = excluded.regions, words = excluded.words, name = excluded.name`);
  await tx.execute(sql`
    insert into search_words (word)
    select lexeme from search_documents, unnest(words) where kind = ${document.kind} and ref = ${document.ref}
    on conflict do nothing`);
}

export async function dropDocument(tx: Transaction, kind: SearchKind, ref: string): Promise<void> {
  await tx.execute(sql`delete from search_documents where kind = ${kind} and ref = ${ref}`);
}

function weighted(parts: string[] | undefined, weight: "A" | "B" | "C") {
  return sql`setweight(to_tsvector('folded', ${(parts ?? []).join(" ")}), ${weight}::"char")`;
}

function textArray(values: string[]) {
  return sql`${sql.param(values)}::text[]`;
}
