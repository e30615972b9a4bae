/** Finds the words of a text: between spaces and signs, and inside the sentences of scripts that have no spaces. */
import { fold, INVISIBLE, spellings } from "./fold.ts";

/** A word where it stands, in the text's NFC form. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** A longer run of letters is nobody's word; it is cut, in the index as in the search. */
export const MAX_WORD_LENGTH = 60;

const RUN = new RegExp(`[\\p{L}\\p{N}\\p{M}${INVISIBLE}]+`, "gu");
/** Thai, Lao, Burmese and Khmer are written without spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]+/g;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(run: string): Intl.Segmenter {
  const code = run.charCodeAt(0);
  const language =
    code < 0x0e80 ? "th" : code < 0x0f00 ? "lo" : code < 0x1780 || code >= 0xa9e0 ? "my" : "km";
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}

/** The words of a text in order, as they are written; positions are those of `text.normalize("NFC")`. */
export function tokens(text: string): Token[] {
  return [...text.normalize("NFC").matchAll(RUN)].flatMap(({ 0: run, index }) => split(run, index));
}

function split(run: string, offset: number): Token[] {
  const found: Token[] = [];
  let end = 0;
  const add = (text: string, start: number) => {
    if (text !== "") found.push({ text, start: offset + start, end: offset + start + text.length });
  };
  for (const { 0: unspaced, index } of run.matchAll(UNSPACED)) {
    add(run.slice(end, index), end);
    for (const part of segmenterFor(unspaced).segment(unspaced)) add(part.segment, index + part.index);
    end = index + unspaced.length;
  }
  add(run.slice(end), end);
  return found;
}

/** The article, alone or after the particles that are written together with it; what follows must still be a word. */
const ARABIC_ARTICLE = /^(?:[وبكف]?ال|لل|ولل)(?=[\u0621-\u064a]{3})/;

/** Some letters fold into others with a sign between them: the fraction ⅐ into 1⁄7. */
const SIGNS = /[^\p{L}\p{N}\p{M}]/gu;

function withoutArticle(word: string): string {
  // A cut may fall into a letter that is written as two units: half of it is no letter.
  return word
    .replace(SIGNS, "")
    .replace(ARABIC_ARTICLE, "")
    .slice(0, MAX_WORD_LENGTH)
    .replace(/[\ud800-\udbff]$/, "");
}

/** A token's one folded form: what two spellings of the same word share. "" where nothing of it is a letter. */
export function wordOf(token: string): string {
  return withoutArticle(fold(token));
}

/** Every form under which a token is found, the folded one first. */
export function formsOf(token: string): string[] {
  return [...new Set(spellings(token).map(withoutArticle))].filter((form) => form !== "");
}

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  return tokens(text)
    .map((token) => wordOf(token.text))
    .filter((word) => word !== "");
}
