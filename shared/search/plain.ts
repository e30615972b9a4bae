/** The words of a post as it is shown, to be found and to be cut out of: without its signs, and without what it quotes. */

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
const LAST_SIGN = 0x10ffff;

/** `html` as the board keeps it: sanitised, so that every `<` begins a tag. */
export function plainText(html: string): string {
  let quoted = 0;
  let text = "";
  for (const [, slash, tag, words = ""] of html.matchAll(/(?:<(\/?)([a-z0-9]+)[^>]*>)|([^<]+)/gi)) {
    if (tag?.toLowerCase() === "blockquote") quoted += slash === "/" ? -1 : 1;
    else if (tag !== undefined) text += isInside(tag) ? "" : " ";
    else if (quoted <= 0) text += words;
  }
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hex, name) =>
      decimal || hex ? signOf(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)) : (NAMED[name] ?? whole),
    )
    .replace(/\s+/g, " ")
    .trim();
}

/** Tags that stand inside of a word. */
function isInside(tag: string): boolean {
  return /^(?:a|b|i|s|em|strong|span|code|del|ins|mark|bdi)$/i.test(tag);
}

function signOf(code: number): string {
  return code > 0 && code <= LAST_SIGN ? String.fromCodePoint(code) : "";
}
