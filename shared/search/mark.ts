/** Finds in a text what a search matched, to mark it, and the part of a long text that fits best. */
import { formsOf, tokens } from "./words.ts";

export type Mark = [from: number, to: number];

/** The words that were found, folded; a record's word that begins with one of `beginnings` counts too. */
export interface Matched {
  words: ReadonlySet<string>;
  beginnings: readonly string[];
}

/** A text in NFC with the places of its matched words, in order; neighbours without a gap become one. */
export function marksOf(text: string, matched: Matched): Mark[] {
  const marks: Mark[] = [];
  for (const token of tokens(text)) {
    if (!formsOf(token.text).some((form) => isMatched(form, matched))) continue;
    const last = marks.at(-1);
    if (last && last[1] === token.start) last[1] = token.end;
    else marks.push([token.start, token.end]);
  }
  return marks;
}

function isMatched(form: string, { words, beginnings }: Matched): boolean {
  return words.has(form) || beginnings.some((beginning) => form.startsWith(beginning));
}

/** Long enough to see what a word means there, short enough to read ten of them. */
export const EXCERPT_LENGTH = 180;
const LEAD = 40;

/** The beginning of a text, or the part around its first match. */
export function excerptOf(text: string, matched: Matched): { text: string; marks: Mark[] } {
  const whole = text.normalize("NFC");
  const first = marksOf(whole, matched)[0]?.[0] ?? 0;
  const cut = whole.length <= EXCERPT_LENGTH ? whole : cutAround(whole, first);
  return { text: cut, marks: marksOf(cut, matched) };
}

function cutAround(text: string, position: number): string {
  const from = position + LEAD < EXCERPT_LENGTH ? 0 : wordStart(text, position - LEAD);
  const to = from + EXCERPT_LENGTH >= text.length ? text.length : wordStart(text, from + EXCERPT_LENGTH);
  return `${from > 0 ? "… " : ""}${text.slice(from, to).trim()}${to < text.length ? " …" : ""}`;
}

/** Where the word that holds the position begins: after the space before it, or at a whole character. */
function wordStart(text: string, position: number): number {
  const space = text.lastIndexOf(" ", position);
  if (space > position - LEAD) return space + 1;
  return [...new Intl.Segmenter().segment(text.slice(0, position))].at(-1)?.index ?? 0;
}
