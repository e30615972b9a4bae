/** The words of a document in parts, each small enough for a slow network. */

/** Some 7 KB compressed: two further pages of a browser's first look. */
export const PART_LENGTH = 20_000;

export interface TextPage {
  number: number;
  /** What belongs together, as far as empty lines tell. */
  paragraphs: string[];
}

/** Whole pages together until a part is full; a page that is longer alone is a part of its own. */
export function partsOf(pages: readonly string[]): TextPage[][] {
  const parts: TextPage[][] = [];
  let room = 0;
  for (const [place, words] of pages.entries()) {
    if (parts.length === 0 || words.length > room) {
      parts.push([]);
      room = PART_LENGTH;
    }
    parts.at(-1)?.push({ number: place + 1, paragraphs: paragraphsOf(words) });
    room -= words.length;
  }
  return parts;
}

/** Lines end where the paper did, so they say nothing here. */
function paragraphsOf(words: string): string[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll("-\n", "-").replaceAll("\n", " ").trim())
    .filter((paragraph) => paragraph !== "");
}
