/** Every displayed text is set as its language sets type: French spaces, Arabic marks, apostrophes that are curved. */
import { ar } from "shared/i18n/ar.ts";
import { en } from "shared/i18n/en.ts";
import { fr } from "shared/i18n/fr.ts";
import type { Texts } from "shared/i18n/text.ts";
import { describe, expect, test } from "vitest";

const NO_BREAK_SPACE = "\u00a0";
const NARROW_NO_BREAK_SPACE = "\u202f";

interface Line {
  key: string;
  words: string;
}

function linesOf(texts: Texts): Line[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    (typeof text === "string" ? [text] : Object.values(text)).map((words) => ({ key, words })),
  );
}

/** The texts in which a pattern is found, with the spaces that cannot be told apart made visible. */
function found(texts: Texts, pattern: RegExp): string[] {
  return linesOf(texts)
    .map(({ key, words }) => ({ key, words: words.replace(/https?:\/\/[^\s\u2069]*/g, "…") }))
    .filter(({ words }) => pattern.test(words))
    .map(({ key, words }) => `${key}: ${visible(words)}`);
}

function visible(words: string): string {
  return words.replaceAll(NO_BREAK_SPACE, "[nbsp]").replaceAll(NARROW_NO_BREAK_SPACE, "[nnbsp]");
}

describe("in French", () => {
  test("a colon has a no-break space before it, except in a time", () => {
    expect(found(fr, /(?<!\u00a0):(?!\d)/)).toEqual([]);
  });

  test("a semicolon, an exclamation and a question mark have a narrow no-break space before them", () => {
    expect(found(fr, /(?<!\u202f)[;!?]/)).toEqual([]);
  });

  test("quotation marks are parted from what they hold by no-break spaces", () => {
    expect(found(fr, /«(?!\u00a0)|(?<!\u00a0)»|[“”]/)).toEqual([]);
  });

  test("a percentage has a no-break space before its sign", () => {
    expect(found(fr, /(?<![\u00a0\u202f])%/)).toEqual([]);
  });
});

describe("in Arabic", () => {
  test("no letter carries a diacritic", () => {
    expect(found(ar, /[\u064b-\u0652\u0670]/)).toEqual([]);
  });

  test("comma, semicolon and question mark are Arabic ones", () => {
    expect(found(ar, /\p{Script=Arabic}[\u2069}]?\s*[,;?]|[,;?]\s*[\u2068{]?\p{Script=Arabic}/u)).toEqual([]);
  });

  test("figures are 0 to 9, as dates and counts are shown", () => {
    expect(found(ar, /[\u0660-\u0669\u06f0-\u06f9]/)).toEqual([]);
  });
});

describe.each([
  ["English", en],
  ["French", fr],
  ["Arabic", ar],
] as const)("in %s", (_name, texts: Texts) => {
  test("apostrophes and quotation marks are typographic", () => {
    expect(found(texts, /['"]/)).toEqual([]);
  });

  test("no text begins or ends with a space, and none has two in a row", () => {
    const listed = found(texts, /^\s|\s$|\s{2}/).filter((line) => !line.startsWith("events.comma:"));
    expect(listed).toEqual([]);
  });
});
