/** Reads what a person typed into the search box: only ever words, whatever the signs between them. */
import { MAX_SEARCH_LENGTH } from "../fields.ts";
import { stopWords } from "./stopWords.ts";
import { formsOf, tokens } from "./words.ts";

export interface Term {
  /** As it was typed. */
  text: string;
  /** Folded, in every spelling under which it may be indexed. */
  forms: string[];
  /** The last word may be the beginning of one. */
  beginning: boolean;
}

/** Each further word costs the database a look-up and narrows nothing any more. */
export const MAX_TERMS = 10;
/** Shorter beginnings begin too many words to mean one of them. */
const MIN_BEGINNING = 3;

/** The terms of a search; none where the text has no word. Text beyond MAX_SEARCH_LENGTH is not read. */
export function termsOf(text: string): Term[] {
  const typed = tokens(text.toWellFormed().slice(0, MAX_SEARCH_LENGTH))
    .map((token) => ({ text: token.text, forms: formsOf(token.text) }))
    .filter(({ forms }) => forms.length > 0);
  const telling = typed.filter(({ forms }) => !forms.some((form) => stopWords.has(form)));
  const kept = telling.length > 0 ? telling : typed;
  const distinct = [...new Map(kept.map((term) => [term.forms[0], term])).values()].slice(0, MAX_TERMS);
  const last = typed.at(-1)?.forms[0];
  return distinct.map((term) => ({
    ...term,
    beginning: term.forms[0] === last && (last?.length ?? 0) >= MIN_BEGINNING,
  }));
}
