/** An answer by mail is what its writer wrote: quotes and signatures of common programmes are gone, and nothing else is. */
import { titleOf } from "shared/boardMail/rules.ts";
import { ownWords } from "shared/boardMail/stripping.ts";
import { describe, expect, test } from "vitest";

const QUOTED = "> The visit is in May.\n>\n> Amina";

describe("a quote below the answer is gone", () => {
  test.each([
    ["Gmail, English", "On Sun, 22 Nov 2026 at 14:05, Amina <reply+1@platform.example> wrote:"],
    ["Gmail, broken into lines", "On Sun, 22 Nov 2026 at 14:05, Amina\n<reply+1@platform.example>\nwrote:"],
    ["Gmail, French", "Le dim. 22 nov. 2026 à 14:05, Amina <reply+1@platform.example> a écrit :"],
    [
      "Gmail, Arabic",
      "في الأحد، 22 نوفمبر 2026 في 2:05 م تمت كتابة ما يلي بواسطة\nAmina <reply+1@platform.example>:",
    ],
    ["Arabic, verb first", "بتاريخ 22 نوفمبر 2026، كتب Amina <reply+1@platform.example>:"],
    ["Apple Mail, English", "On 22 Nov 2026, at 14:05, Amina <reply+1@platform.example> wrote:"],
    ["Thunderbird, French", "Le 22/11/2026 à 14:05, Amina a écrit :"],
    ["Serbian", "Dana 22.11.2026. u 14:05, Amina je napisala:"],
    ["Indonesian", "Pada tanggal Min, 22 Nov 2026 pukul 14.05 Amina <a@b.example> menulis:"],
  ])("%s", (_name, header) => {
    expect(ownWords(`Thank you.\n\nWe come.\n\n${header}\n\n${QUOTED}\n`)).toBe("Thank you.\n\nWe come.");
  });

  test.each([
    [
      "Outlook, English",
      "From: Platform <no-reply@platform.example>\nSent: Sunday, 22 November 2026 14:05\nTo: Me\nSubject: Something new for you",
    ],
    [
      "Outlook, French",
      "De : Platform <no-reply@platform.example>\nEnvoyé : dimanche 22 novembre 2026 14:05\nÀ : Moi\nObjet : Du nouveau pour vous",
    ],
    [
      "Outlook, Arabic",
      "من: Platform <no-reply@platform.example>\nتاريخ الإرسال: الأحد 22 نوفمبر 2026\nإلى: أنا\nالموضوع: هناك جديد لك",
    ],
    ["Outlook, with a separator", "-----Original Message-----\nFrom: Platform"],
    ["with a separator, French", "-----Message d'origine-----\nDe : Platform"],
    ["with a separator, Arabic", "-----الرسالة الأصلية-----\nمن: Platform"],
  ])("%s", (_name, header) => {
    expect(ownWords(`Thank you.\n\n${header}\n\nThe visit is in May.\n`)).toBe("Thank you.");
  });

  test("also without any header", () => {
    expect(ownWords(`Thank you.\n\n${QUOTED}`)).toBe("Thank you.");
  });
});

describe("a signature is gone", () => {
  test.each([
    ["of two dashes", "-- \nAmina Okello\nSome CSO, Nairobi"],
    ["of two dashes without their space", "--\nAmina Okello"],
    ["of a phone", "Sent from my iPhone"],
    ["of a phone, French", "Envoyé de mon iPhone"],
    ["of a phone, Arabic", "أُرسلت من الـ iPhone"],
    ["of Outlook", "Get Outlook for Android<https://aka.ms/x>"],
    ["above a quote", `Sent from my phone\n\nOn 22 Nov 2026 at 14:05 Amina wrote:\n${QUOTED}`],
    ["of two dashes, above a quote", `-- \nAmina\n\nOn 22 Nov 2026 at 14:05 Amina wrote:\n${QUOTED}`],
  ])("%s", (_name, signature) => {
    expect(ownWords(`Thank you.\n\n${signature}\n`)).toBe("Thank you.");
  });
});

describe("what is one's own stays", () => {
  test("answers between and below what is quoted, with the quotes that they are about", () => {
    const text = `On 22 Nov 2026 at 14:05, Amina wrote:\n> In May?\nYes.\n> Where?\nIn Nairobi.\n`;
    expect(ownWords(text)).toBe("> In May?\nYes.\n> Where?\nIn Nairobi.");
  });

  test.each([
    "A rule:\n\n---\n\nand what follows it.",
    "From: what I heard, it is in May.",
    "On Monday the minister wrote:\n\nWe shall publish everything.",
    "We are sent from my country to yours.\n\nOne.\n\nTwo.\n\nThree.",
    "Regards to all, and read on:\n\n1. one\n2. two",
    "> A quote of a law\n\nand what I think of it.",
  ])("%s", (text) => {
    expect(ownWords(text)).toBe(text);
  });

  test("nothing is left of a quote alone", () => {
    expect(ownWords(`On 22 Nov 2026 at 14:05, Amina wrote:\n${QUOTED}\n`)).toBe("");
    expect(ownWords("\n\n-- \nAmina")).toBe("");
  });
});

test("no text takes long, however it was made", () => {
  const nasty = [
    "On ".repeat(130_000),
    "From: a\n".repeat(50_000),
    "Sent from my x\n".repeat(25_000),
    "On 22 Nov 2026 wrote\n".repeat(19_000),
    `${"-".repeat(200_000)}x`,
    "On wrote 2026 <a@\n".repeat(20_000),
  ];
  for (const text of nasty) {
    const begun = performance.now();
    ownWords(text);
    expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(2_000);
  }
});

test("a subject becomes a title without what programmes put before it", () => {
  expect(titleOf("Re: RE: Fwd:  Dates of\n the visit")).toBe("Dates of the visit");
  expect(titleOf("رد: إعادة توجيه: موعد الزيارة")).toBe("موعد الزيارة");
  expect(titleOf("Tr : Rép : Dates")).toBe("Dates");
  expect(titleOf("Reform")).toBe("Reform");
});
