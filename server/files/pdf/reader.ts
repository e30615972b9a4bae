/** A process of its own that takes the words out of one PDF, page by page: what a hostile file does to the parser ends with it. */
import { MAX_DOCUMENT_PAGES, MAX_DOCUMENT_WORDS } from "shared/files/rules.ts";
import { getDocumentProxy } from "unpdf";

/** Null: it has no pages that can be read, or more than a document has. */
export type ReadPages = { pages: string[] } | { pages: null };

/** Nothing of the file is run, nothing is fetched; a fault in it is a fault, not something to guess around. */
const options = { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false };

async function read(bytes: Uint8Array): Promise<ReadPages> {
  const document = await getDocumentProxy(bytes, options);
  if (document.numPages > MAX_DOCUMENT_PAGES) return { pages: null };
  const pages: string[] = [];
  let room = MAX_DOCUMENT_WORDS;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push(plain(words).slice(0, room));
    room -= pages.at(-1)?.length ?? 0;
    page.cleanup();
  }
  return { pages };
}

const CONTROLS = /[^\P{Cc}\n]/gu;

/** As text is kept everywhere: composed, without control signs, no more than one empty line. */
function plain(words: string): string {
  return words
    .toWellFormed()
    .normalize("NFC")
    .replace(CONTROLS, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

process.once("message", (bytes: Uint8Array) => {
  read(new Uint8Array(bytes))
    .catch((): ReadPages => ({ pages: null }))
    .then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect?.()));
});
