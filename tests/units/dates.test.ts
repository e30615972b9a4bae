/** Dates are written as each language writes them, and no more exactly than their source. */
import { formatDateSpan, formatPartialDate } from "shared/time.ts";
import { expect, test } from "vitest";

test.each([
  ["en-GB", "1 May 2024"],
  ["fr-FR", "1er mai 2024"],
  ["ar-u-nu-latn", "1 مايو 2024"],
])("the first of a month in %s", (locale, written) => {
  expect(formatPartialDate("2024-05-01", locale)).toBe(written);
});

test("in French only the first day is an ordinal, alone and in a span", () => {
  expect(formatPartialDate("2024-05-11", "fr-FR")).toBe("11 mai 2024");
  expect(formatPartialDate("2024-01", "fr-FR")).toBe("janvier 2024");
  expect(formatDateSpan("2024-05-01", "2024-05-03", "fr-FR")).toMatch(/^1er.*3 mai 2024$/);
});
