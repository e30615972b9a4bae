/** Quotes: what of a post stands in the answer to it. */

/** A quote reminds of what was said; the whole stands where it was written. */
const MAX_QUOTE = 1_000;

/** The Markdown that quotes a text: a line that leads back, and the text without what it quoted itself. */
export function quoted(body: string, { name, number }: { name: string | null; number: number }): string {
  const own = body
    .split("\n")
    .filter((line) => !/^\s*>/.test(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const text = own.length > MAX_QUOTE ? `${[...own].slice(0, MAX_QUOTE).join("")} …` : own;
  const lines = text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  const label = name === null ? `#${number}` : `@${name}`;
  return `[${label}](?post=${number}#p${number}):\n\n${lines.join("\n")}\n\n`;
}
