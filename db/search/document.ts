/** One document of the search index: what it is, its words by weight, and what it can be narrowed by. */

import type { SearchKind } from "shared/search/contract.ts";
import { formsOf, tokens, wordOf } from "shared/search/words.ts";

export interface SearchDocument {
  kind: SearchKind;
  /** The record's id, or a country's iso2. */
  ref: string;
  /** Empty: found in every region. Posts are found by their board, as "board:5". */
  regions: string[];
  /** What it is called, in every form: name, local name, acronym. */
  names: (string | null)[];
  /** What it is about: country, specialisations, kind. */
  subjects: (string | null)[];
  texts: (string | null)[];
  /** What it can be narrowed by, as "specialization:gender". */
  facets?: string[];
}

/** A longer text is found by its beginning; it keeps one document's words to a few kilobytes. */
const MAX_WORDS = 800;
/** A key of an index must stay far below a page of the database. */
const MAX_NAME_LENGTH = 400;

/** Stands before each word of a name. No word begins with a sign, so that neither can be taken for the other. */
export const inName = (word: string) => `^${word}`;
export const tagged = (tag: string) => `=${tag}`;
export const scopeOf = (kind: SearchKind, region: string) => `${kind}/${region}`;
export const EVERY_REGION = "*";
/** Tags what not everybody may read: its words are no suggestion for anybody. */
export const CLOSED = "closed";

export interface Indexed {
  /** PostgreSQL's tsvector as text, with positions and weights. */
  vector: string;
  /** Lexemes without a position: words of names, and tags. */
  marks: string[];
  tags: string[];
  name: string;
  /** Folded word → as it is written. */
  vocabulary: Map<string, string>;
}

export function indexed(document: SearchDocument): Indexed {
  const vocabulary = new Map<string, string>();
  const lexemes: string[] = [];
  const names = new Set<string>();
  let position = 0;
  for (const [weight, parts] of [
    ["A", document.names],
    ["B", document.subjects],
    ["C", document.texts],
  ] as const) {
    for (const token of parts.flatMap((part) => tokens(part ?? "")).slice(0, MAX_WORDS)) {
      position += 1;
      for (const word of formsOf(token.text)) {
        lexemes.push(`'${word}':${position}${weight}`);
        if (weight === "A") names.add(inName(word));
        if (!vocabulary.has(word)) vocabulary.set(word, token.text.toLowerCase());
      }
    }
  }
  const regions = document.regions.length > 0 ? document.regions : [EVERY_REGION];
  const tags = [...regions.map((region) => scopeOf(document.kind, region)), ...(document.facets ?? [])];
  return {
    vector: lexemes.join(" "),
    marks: [...names, ...tags.map(tagged)],
    tags,
    name: nameOf(document),
    vocabulary,
  };
}

function nameOf(document: SearchDocument): string {
  const name = document.names.find((one) => one !== null) ?? "";
  return tokens(name)
    .map((token) => wordOf(token.text))
    .join(" ")
    .slice(0, MAX_NAME_LENGTH);
}
