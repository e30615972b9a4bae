/** From what a person typed to what the index is asked: all of the words, else some of them, misspelt ones corrected. */
import { type SQL, sql } from "drizzle-orm";
import { EXACT_COUNT } from "shared/page.ts";
import type { Matched } from "shared/search/mark.ts";
import { termsOf } from "shared/search/terms.ts";
import type { Queries } from "../connect.ts";
import { inName, tag } from "./document.ts";
import { lookUp, type Meaning } from "./vocabulary.ts";

export interface SearchPlan {
  /** Per term, the words of the index that it stands for. */
  terms: string[][];
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
    complete: found.length === meanings.length,
    phrase: found
      .map(({ term, words, corrected }) => (corrected ? (words[0] ?? "") : (term.forms[0] ?? "")))
      .join(" "),
    corrected: correctedText(meanings),
    matched: {
      words: new Set(found.flatMap(({ words }) => words)),
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

export function facetScope(key: string, values: readonly string[]): string[] {
  return values.map((value) => tag(`${key}:${value}`));
}

/** Rows (kind, ref, score) for a plan within a scope: at most 1,000 documents, and the names first where there are more. */
export function candidates(plan: SearchPlan, scope: Scope, strictness: Strictness): SQL {
  const join = strictness === "all" ? " & " : " | ";
  const words = plan.terms.map(anyOf).join(join);
  const names = plan.terms.map((term) => anyOf(term.map(inName))).join(join);
  const within = scope.map(anyOf).join(" & ");
  return sql`(select kind, ref, max(score) as score from search_candidates(${`${within} & (${words})`}::tsquery,
    ${`${within} & (${names})`}::tsquery, ${words}::tsquery, ${plan.phrase}, ${EXACT_COUNT + 1}) group by kind, ref)`;
}

/** Rows (kind, ref) of documents within a scope, and of a search where there is one: 1,001 at most, in no order. */
export function documentsIn(scope: Scope, search?: { plan: SearchPlan; strictness: Strictness }): SQL {
  const words = search
    ? [search.plan.terms.map(anyOf).join(search.strictness === "all" ? " & " : " | ")]
    : [];
  const wanted = [...scope.map(anyOf), ...words.map((part) => `(${part})`)].join(" & ");
  return sql`(select kind, ref from search_candidates(${wanted}::tsquery, null, null, '', ${EXACT_COUNT + 1}))`;
}

function anyOf(lexemes: readonly string[]): string {
  return `(${lexemes.map(quoted).join(" | ")})`;
}

/** A lexeme as tsquery writes it; quotes and backslashes doubled. */
function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, "$&$&")}'`;
}
