/** What is typed into the search box is text, whatever it holds. */
import fc from "fast-check";
import { MAX_SEARCH_LENGTH } from "shared/fields.ts";
import { distance } from "shared/search/distance.ts";
import { EXCERPT_LENGTH, excerptOf, marksOf } from "shared/search/mark.ts";
import { MAX_TERMS, termsOf } from "shared/search/terms.ts";
import { expect, test } from "vitest";

const found = (...words: string[]) => ({ words: new Set(words), beginnings: [] });
const marked = (text: string, ...words: string[]) =>
  marksOf(text, found(...words)).map(([from, to]) => text.slice(from, to));

test("words that say nothing are left out, unless there are no others", () => {
  expect(termsOf("the fight against corruption in Kenya").map(({ text }) => text)).toEqual([
    "fight",
    "against",
    "corruption",
    "Kenya",
  ]);
  expect(termsOf("les").map(({ text }) => text)).toEqual(["les"]);
});

test("only the last word may be a beginning, and a short one may not", () => {
  expect(termsOf("asset recov").map(({ beginning }) => beginning)).toEqual([false, true]);
  expect(termsOf("asset re").map(({ beginning }) => beginning)).toEqual([false, false]);
});

test("however long a search is, a few terms of it are looked for", () => {
  expect(termsOf("a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12").length).toBe(MAX_TERMS);
  const long = termsOf("x".repeat(10_000));
  expect(long.length).toBe(1);
  expect(long[0]?.forms[0]?.length ?? 0).toBeLessThan(MAX_SEARCH_LENGTH);
});

test("a word that is cut keeps whole letters", () => {
  for (const lead of ["", "a"])
    expect(termsOf(lead + "𐐷".repeat(80))[0]?.forms[0]?.isWellFormed()).toBe(true);
});

test("any text gives terms of letters, digits and marks alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const { forms } of termsOf(text))
        for (const form of forms) expect(form).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }),
  );
});

test("a slip of the finger is one step: left out, added, changed or swapped", () => {
  expect(distance("transparency", "transparncy")).toBe(1);
  expect(distance("transparency", "transparrency")).toBe(1);
  expect(distance("kenya", "kanya")).toBe(1);
  expect(distance("kenya", "kneya")).toBe(1);
  expect(distance("kenya", "")).toBe(5);
});

test("what was found is marked as it is written, in every script", () => {
  expect(marked("Société civile", "societe")).toEqual(["Société"]);
  expect(marked("Ђорђевић и Đorđević", "dordevic")).toEqual(["Ђорђевић", "Đorđević"]);
  expect(marked("مكافحة الفساد", "فساد")).toEqual(["الفساد"]);
  expect(marked("การต่อต้านการทุจริตในประเทศไทย", "ทุจริต")).toEqual(["ทุจริต"]);
});

test("a beginning marks the whole word", () => {
  const text = "Integrity and integrated approaches";
  const marks = marksOf(text, { words: new Set(), beginnings: ["integr"] });
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["Integrity", "integrated"]);
});

test("an excerpt holds the first match and is cut between words", () => {
  const text = `${"Long words before it stand here. ".repeat(12)}Then asset recovery is named. ${"And more after. ".repeat(12)}`;
  const { text: excerpt, marks } = excerptOf(text, found("recovery"));
  expect(excerpt.length).toBeLessThan(EXCERPT_LENGTH + 10);
  expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(["recovery"]);
  expect(excerpt).toMatch(/^… \S.*\S …$/);
});

test("an excerpt of any text has its marks inside of it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 5 }),
      (text, typed) => {
        const excerpt = excerptOf(text, {
          words: new Set(),
          beginnings: termsOf(typed).flatMap(({ forms }) => forms),
        });
        for (const [from, to] of excerpt.marks) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(excerpt.text.length);
        }
      },
    ),
  );
});
