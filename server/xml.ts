/** Text inside XML: escaped, and without the characters that no XML document may hold. */

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 §2.2: of the control characters only tab and line ends; no half of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** For element content and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
