/** From what a person typed to what the index is asked: all of the words, else some of them, misspelt ones corrected. */
import { type SQL, sql } from "drizzle-orm";
import { EXACT_COUNT } from "shared/page.ts";
import type { Matched } from "shared/search/mark.ts";
import { termsOf } from "shared/search/terms.ts";
import type { Queries } from "../connect.ts";
import { inName, tagged } from "./document.ts";
import { lookUp, type Meaning } from "./vocabulary.ts";

export interface SearchPlan {
  /** Per term, the words of the index that it stands for. */
  terms: string[][];
  /** The same for what not everybody may read, whose words are in no vocabulary: as they were typed too. */
  typed: string[][];
  /** False where a term stands for no word: then no record has all of them. */
  complete: boolean;
  /** The folded words as typed, to find a name by its beginning. */
  phrase: string;
  /** What was probably meant, where a word was misspelt. */
  corrected: string | null;
  matched: Matched;
}

/** Whether a record must have all terms, or any of them. */
export type Strictness = "all" | "any";

/** A text without any word gives a plan without terms, which finds nothing. */
export async function planSearch(db: Queries, text: string): Promise<SearchPlan> {
  const terms = termsOf(text);
  const meanings = terms.length > 0 ? await lookUp(db, terms) : [];
  const found = meanings.filter(({ words }) => words.length > 0);
  return {
    terms: found.map(({ words }) => words),
    typed: meanings.map(({ term, words }) => [...new Set([...words, ...term.forms])]),
    complete: found.length === meanings.length,
    phrase: found
      .map(({ term, words, corrected }) => (corrected ? (words[0] ?? "") : (term.forms[0] ?? "")))
      .join(" "),
    corrected: correctedText(meanings),
    matched: {
      words: new Set(meanings.flatMap(({ term, words }) => [...words, ...term.forms])),
      beginnings: found.flatMap(({ term, corrected }) => (term.beginning && !corrected ? term.forms : [])),
    },
  };
}

function correctedText(meanings: Meaning[]): string | null {
  if (!meanings.some(({ corrected }) => corrected !== null)) return null;
  return meanings.map(({ term, corrected }) => corrected ?? term.text).join(" ");
}

/** Groups of tags of which a document must have one each. */
export type Scope = readonly (readonly string[])[];

export interface Search {
  plan: SearchPlan;
  strictness: Strictness;
}

/**
 * Rows (ref, tier, score) for a search within a scope: at most 1,001 documents, one or two rows each, to be read by
 * `bestFirst`. Where there are more, a row without a ref says so and only the first are given, unless `deep`.
 */
export function candidates({ plan, strictness }: Search, scope: Scope, deep: boolean): SQL {
  const words = textQuery(plan.terms, strictness);
  const names = textQuery(
    plan.terms.map((term) => term.map(inName)),
    strictness,
  );
  return sql`search_candidates(${allOf([...tagsOf(scope), words])}::tsquery, ${allOf([...tagsOf(scope), names])}::tsquery,
    ${words}::tsquery, ${plan.phrase}, ${EXACT_COUNT + 1}, ${deep})`;
}

/** A longer page is asked for deep: those that are read at first may be no more. */
const FIRST = 40;

/** Whether a part of the hits needs more than the first of them. */
export function isDeep({ limit, after }: { limit: number; after: string | undefined }): boolean {
  return after !== undefined || limit > FIRST;
}

/** The order of candidates that are grouped by ref. */
export const bestFirst = sql`max(score) desc nulls last, max(tier) desc, ref`;

/**
 * Rows (ref, tags) of documents within a scope, and of a search where there is one: at most 1,001, in no
 * order; where there are more, only some hundreds unless `deep`.
 */
export function documentsIn(scope: Scope, search: Search | null, deep: boolean): SQL {
  const words = search ? [textQuery(search.plan.terms, search.strictness)] : [];
  return sql`(select ref, tags from search_found(${allOf([...tagsOf(scope), ...words])}::tsquery, ${EXACT_COUNT + 1}, ${deep}))`;
}

/** Whether a document `d` is one that the search finds. */
export function documentsMatch({ plan, strictness }: Search): SQL {
  return sql`d.words @@ ${textQuery(plan.terms, strictness)}::tsquery`;
}

/** Whether a search cannot find anything, so that the index need not be asked. */
export function hasNone({ plan, strictness }: Search): boolean {
  return plan.terms.length === 0 || (strictness === "all" && !plan.complete);
}

function textQuery(terms: readonly (readonly string[])[], strictness: Strictness): string {
  return terms.map(anyOf).join(strictness === "all" ? " & " : " | ");
}

function tagsOf(scope: Scope): string[] {
  return scope.map((group) => anyOf(group.map(tagged)));
}

function allOf(parts: readonly string[]): string {
  return parts.map((part) => `(${part})`).join(" & ");
}

function anyOf(lexemes: readonly string[]): string {
  return `(${lexemes.map(quoted).join(" | ")})`;
}

/** A lexeme as tsquery writes it; quotes and backslashes doubled. */
function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, "$&$&")}'`;
}
