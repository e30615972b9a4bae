/** Two spellings of a word are one word, in each of the regions' scripts; sentences without spaces fall into words. */
import { fold } from "shared/search/fold.ts";
import { formsOf, tokens, wordOf, words } from "shared/search/words.ts";
import { describe, expect, test } from "vitest";

/** Whether a reader who types one finds a text that has the other. */
const meet = (typed: string, written: string) =>
  formsOf(typed).some((form) => formsOf(written).includes(form));

describe("one word", () => {
  test.each([
    ["accents", "Societe", "Société"],
    ["capitals", "TRANSPARÊNCIA", "transparencia"],
    ["ligatures", "oeuvre", "Œuvre"],
    ["Serbian in both scripts", "Džungla", "Џунгла"],
    ["Serbian lj and nj", "ljubavnjak", "љубавњак"],
    ["đ", "Đorđević", "Ђорђевић"],
    ["đ without its key", "Djordjevic", "Ђорђевић"],
    ["đ as plain d", "Dordevic", "Đorđević"],
    ["Serbian without accents", "pravosude", "правосуђе"],
    ["Macedonian ѓ and ќ", "Gjorgji Kjosev".split(" ")[0] ?? "", "Ѓорѓи"],
    ["Macedonian ќ", "Kjosev", "Ќосев"],
    ["Macedonian ѕ", "dzvezda", "ѕвезда"],
    ["Macedonian as in passports", "Chento", "Ченто"],
    ["Bulgarian ъ", "Targovishte", "Търговище"],
    ["Bulgarian ш and щ as in passports", "Shtrashtov", "Щращов".replace("Щр", "Штр")],
    ["Bulgarian ия", "Sofia", "София"],
    ["Turkish dotless i", "isik", "ışık"],
    ["Turkish capital İ", "istanbul", "İstanbul"],
    ["Vietnamese", "huong", "Hướng"],
    ["Vietnamese đ", "dang", "Đảng"],
    ["Romanian ș with comma or cedilla", "Bucureşti", "București"],
    ["Albanian", "Levizja", "Lëvizja"],
    ["alef with hamza", "افريقيا", "أفريقيا"],
    ["alef madda", "الان", "الآن"],
    ["ya and alef maqsura", "علي", "على"],
    ["ta marbuta and ha", "مكافحه", "مكافحة"],
    ["tatweel", "الفساد", "الفســـاد"],
    ["vowel signs", "الفساد", "الفَسَادُ"],
    ["the article", "فساد", "الفساد"],
    ["the article after a particle", "فساد", "والفساد"],
    ["the article after li", "فساد", "للفساد"],
    ["Persian ya and kaf of some keyboards", "كينيا", "کینیا"],
    ["Arabic presentation forms", "لا", "ﻻ"],
    ["Arabic digits", "2024", "٢٠٢٤"],
    ["Thai digits", "2567", "๒๕๖๗"],
    ["Khmer digits", "2024", "២០២៤"],
    ["Thai sara am, in one piece or two", "ทำงาน".slice(0, 2), "ทํา".slice(0, 3)],
    ["soft hyphens", "corruption", "cor\u00adruption"],
    ["zero-width joiners", "فساد", "فس\u200dاد"],
  ])("%s: %s, %s", (_what, typed, written) => {
    expect(meet(typed, written)).toBe(true);
  });
});

test("a folded text keeps its spaces and has neither accents nor capitals", () => {
  expect(fold("Đorđević, Ђорђевић i Djordjević")).toBe("dordevic, dordevic i dordevic");
});

describe("a sentence without spaces falls into its words", () => {
  test.each([
    // Thai: "The fight against corruption in Thailand needs civil society".
    ["Thai", "การต่อต้านการทุจริตในประเทศไทยต้องอาศัยภาคประชาสังคม", ["ต้าน", "ทุจริต", "ประเทศไทย", "สังคม"]],
    // Lao: "Convention on the fight against corruption".
    ["Lao", "ສົນທິສັນຍາສະຫະປະຊາຊາດວ່າດ້ວຍການຕ້ານການສໍ້ລາດບັງຫຼວງ", ["ສົນທິສັນຍາ", "ສະຫະປະຊາຊາດ", "ຕ້ານ", "ບັງຫຼວງ"]],
    // Khmer: "United Nations Convention against Corruption".
    ["Khmer", "អនុសញ្ញាអង្គការសហប្រជាជាតិប្រឆាំងអំពើពុករលួយ", ["អនុសញ្ញា", "ប្រឆាំង", "អំពើពុករលួយ"]],
    // Burmese: "United Nations Convention against Corruption".
    ["Burmese", "ကုလသမဂ္ဂ အဂတိလိုက်စားမှုတိုက်ဖျက်ရေးကွန်ဗင်းရှင်း", ["ကုလသမဂ္ဂ", "အဂတိလိုက်စား", "တိုက်"]],
  ])("%s", (_language, sentence, expected) => {
    const found = words(sentence);
    expect(found.length).toBeGreaterThan(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected.map(wordOf)));
  });
});

test("tokens say where a word stands, also inside of a sentence without spaces", () => {
  const text = "UNCAC: การทุจริต (Đorđević)";
  for (const token of tokens(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  expect(tokens(text).map((token) => token.text)).toEqual(["UNCAC", "การ", "ทุจริต", "Đorđević"]);
});

test("what a letter folds into is one word, without signs and spaces", () => {
  for (const letter of ["⅐", "ﷺ", "ͺα", "ŉ", "㎏"])
    for (const word of words(letter)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
});

test("signs, spaces and control characters are no words", () => {
  expect(words("%_'\"\\ :*|&! \0 \u{1F600} --")).toEqual([]);
});
