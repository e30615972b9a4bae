/** The words of a fragment of HTML, without its tags, scripts and styles. */
import { Parser } from "htmlparser2";
import { readMarkup } from "../markup.ts";

/** Of a fragment: whole articles stand in feeds, of which the first lines are read. */
const MAX_FRAGMENT = 20_000;
const UNREAD = ["script", "style", "template", "noscript", "svg", "iframe", "object"];

/** Also a text without any tag: its entities become signs. */
export function wordsOf(html: string): string {
  const words: string[] = [];
  let unread = 0;
  readMarkup(Parser, html.slice(0, MAX_FRAGMENT), {
    onopentag: (name) => {
      if (UNREAD.includes(name)) unread += 1;
      words.push(INLINE.has(name) ? "" : " ");
    },
    ontext: (text) => {
      if (unread === 0) words.push(text);
    },
    onclosetag: (name) => {
      if (UNREAD.includes(name)) unread -= 1;
      words.push(INLINE.has(name) ? "" : " ");
    },
  });
  return words.join("");
}

/** They stand within words; all others between them. */
const INLINE = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "cite",
  "em",
  "i",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
]);
