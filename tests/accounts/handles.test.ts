/** Handles: which a person may choose, in whatever script, and which would mislead others. */
import fc from "fast-check";
import { handleProblem, MAX_HANDLE_LENGTH } from "shared/accounts/handles.ts";
import { expect, test } from "vitest";

test.each([
  "amina",
  "Amina.Kone",
  "ti-kenya2",
  "josé_m",
  "Đorđe",
  "đặng",
  "badminton",
  "أمينة",
  "ሰላም",
  "дарья",
  "Ћирилица",
  "ελένη",
  "สมชาย",
  "ສົມພອນ",
  "សុភាព",
  "မောင်မောင်",
  "ⵜⵉⵍⵍⵉ",
  "a".repeat(MAX_HANDLE_LENGTH),
])("%s may be chosen", (handle) => {
  expect(handleProblem(handle)).toBeNull();
});

test.each([
  ["short", "ab"],
  ["short", ""],
  ["long", "a".repeat(MAX_HANDLE_LENGTH + 1)],
  ["long", "a".repeat(1_000_000)],
  ["signs", "two words"],
  ["signs", "1amina"],
  ["signs", "amina."],
  ["signs", "am..ina"],
  ["signs", "-amina"],
  ["signs", "a@b.org"],
  ["signs", "amina\u202egro"],
  ["signs", "ami\u200bna"],
  ["signs", "ami\u200dna"],
  ["signs", "amina\u0000"],
  ["signs", "🦒giraffe"],
  ["signs", "ﬁnance"],
  ["signs", "ａｍｉｎａ"],
  ["signs", "ami\u0301na"],
  ["signs", "ад\u0300\u0301\u0302\u0303а"],
  ["signs", "admın"],
  ["signs", "中文名字"],
  ["mixed", "аmina"],
  ["mixed", "amina-أمينة"],
  ["mixed", "раураӏ".replace("ӏ", "о")],
  ["mixed", "сара"],
  ["mixed", "νικο".replace("ι", "ο")],
  ["reserved", "admin"],
  ["reserved", "Admin"],
  ["reserved", "adm1n"],
  ["reserved", "ádmin"],
  ["reserved", "a.d.m.i.n"],
  ["reserved", "africa_admin"],
  ["reserved", "admin-africa"],
  ["reserved", "rnoderator"],
  ["reserved", "m0derat0r"],
  ["reserved", "the.steward"],
  ["reserved", "secretariat"],
  ["reserved", "Secrétariat"],
  ["reserved", "support"],
  ["reserved", "uncac"],
  ["reserved", "مشرف"],
  ["reserved", "الأمانة"],
])("as %s: %j", (wanted, handle) => {
  expect(handleProblem(handle)).toBe(wanted);
});

test("whatever is accepted is of one script, without anything that cannot be seen", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      if (handleProblem(text) !== null) return;
      expect(text).not.toMatch(/[\p{C}\p{Z}\p{S}\p{Emoji_Presentation}@/\\<>"']/u);
      expect(text.normalize("NFKC")).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
