/** Words of a page that nobody translated: English where neither its element nor its marks say that it is so. */
import type { VisitedPage } from "../../setup/crawl.ts";

/** Names of things that are the same in every language. */
const ALLOWED =
  /\b(Creative Commons|Unicode CLDR|CC BY(-\w+)? 4\.0|Natural Earth|Atom|iCal|JSON|CSV|GeoJSON|OpenAPI)\b/g;

/** A value that the translator set apart (FIRST STRONG ISOLATE …): a name inside a sentence. */
const ISOLATED = /\u2068[^\u2069]*\u2069/g;

const SPEAKING = ["aria-label", "title", "alt", "placeholder", "aria-description", "content"];

const isEnglish: Record<string, RegExp> = {
  // Two Latin words in a row are no Arabic sentence.
  ar: /[A-Za-z]{2,}[\s,]+[A-Za-z]{2,}/,
  // Words that French does not have.
  fr: /(?<![\p{L}\p{N}_])(the|and|of|with|from|this|which|are|been|their|for|by|is|was|not|you|your|these|those|how|what|who)(?![\p{L}\p{N}_])/iu,
};

export function untranslated({ document, language }: VisitedPage): string[] {
  const pattern = isEnglish[language];
  if (!pattern) return [];
  const found: string[] = [];
  const look = (words: string) => {
    const own = words.replace(ISOLATED, "").replace(ALLOWED, "");
    const english = pattern.exec(own);
    if (english)
      found.push(
        `“${english[0]}” in “${own.slice(Math.max(0, english.index - 30), english.index + 50).trim()}”`,
      );
  };
  const visit = (element: Element) => {
    if (isOfOthers(element, language)) return;
    for (const name of SPEAKING) {
      const words = element.getAttribute(name);
      if (words) look(words);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) look(child.textContent ?? "");
      else if (child.nodeType === 1) visit(child as Element);
    }
  };
  visit(document.body);
  return found;
}

/** Marked as a name, as code, as a text in its own language, or what somebody typed. */
function isOfOthers(element: Element, language: string): boolean {
  if (["bdi", "code", "kbd", "script", "style", "cite", "textarea"].includes(element.localName)) return true;
  const lang = element.getAttribute("lang");
  return lang !== null && lang !== "" && !lang.startsWith(language);
}
