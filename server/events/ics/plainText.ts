/** The words of a text that may hold HTML: what it would show, and nothing that runs. */
import { readMarkup } from "../../markup.ts";

/** What stands in them is no text. */
const SILENT = new Set(["script", "style", "template", "noscript"]);
/** After these a new line begins. */
const BREAKS = /^(br|p|div|li|tr|h[1-6])$/;
/** A description of more is a page of its own. */
const LONGEST = 10_000;

export async function plainText(written: string): Promise<string> {
  const text = written.slice(0, LONGEST);
  if (!/[<&]/.test(text)) return text.trim();
  const { Parser } = await import("htmlparser2");
  const parts: string[] = [];
  let silent = 0;
  readMarkup(Parser, text, {
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1;
    },
    ontext: (words) => {
      if (silent === 0) parts.push(words);
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1;
      if (BREAKS.test(name)) parts.push("\n");
    },
  });
  return parts.join("").trim();
}
