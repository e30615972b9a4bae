/** Every language is complete: each key, the same places to fill, and the plural forms that its grammar asks for. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { ar } from "shared/i18n/ar.ts";
import { en } from "shared/i18n/en.ts";
import { fr } from "shared/i18n/fr.ts";
import { type Language, languageCodes, languages } from "shared/i18n/languages.ts";
import type { Text, Texts } from "shared/i18n/text.ts";
import { describe, expect, test } from "vitest";
import { ROOT } from "./sources.ts";

const texts: Record<Language, Texts> = { en, fr, ar };
const english: Texts = en;

const formsOf = (text: Text) => (typeof text === "string" ? { other: text } : text);

/** The names of the places in a text: `{count}` gives "count". */
function placesOf(form: string): string[] {
  return [...new Set([...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].toSorted();
}

/** A form that stands for one exact number may say it in a word instead of `{count}`. */
const NAMES_A_NUMBER = ["zero", "one", "two"];

/** "many" of French, Spanish and the like is for a million and more; "other" reads well there. */
function categoriesOf(language: Language): string[] {
  const { pluralCategories } = new Intl.PluralRules(languages[language].locale).resolvedOptions();
  return language === "fr" ? pluralCategories.filter((category) => category !== "many") : pluralCategories;
}

test("no room's text takes the place of another's", async () => {
  const files = (await readdir(path.join(ROOT, "shared/i18n/en"))).toSorted();
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of files) {
    const rooms: Record<string, Texts> = await import(path.join(ROOT, "shared/i18n/en", file));
    for (const key of Object.values(rooms).flatMap((room) => Object.keys(room))) {
      if (seen.has(key)) twice.push(`${key}: ${seen.get(key)}, ${file}`);
      seen.set(key, file);
    }
  }
  expect(twice).toEqual([]);
});

test("every language that is offered has its texts here", () => {
  expect(Object.keys(texts).toSorted()).toEqual([...languageCodes].toSorted());
});

describe.each(languageCodes)("in %s", (language) => {
  const entries = Object.entries(texts[language]);

  test("no key is missing, and none is left over", () => {
    expect(Object.keys(texts[language]).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test("no text is empty", () => {
    const empty = entries.filter(([, text]) =>
      Object.values(formsOf(text)).some((form) => form.trim() === ""),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test("each text has the places of the English one", () => {
    const wrong = entries.flatMap(([key, text]) => {
      const wanted = placesOf(formsOf(english[key as keyof Texts]).other);
      return Object.entries(formsOf(text)).flatMap(([form, words]) => {
        const places = placesOf(words);
        const needed = NAMES_A_NUMBER.includes(form) ? wanted.filter((place) => place !== "count") : wanted;
        const missing = needed.filter((place) => !places.includes(place));
        const unknown = places.filter((place) => !wanted.includes(place));
        return missing.length + unknown.length > 0 ? [`${key} (${form}): ${words}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("a text with plural forms has all that the language needs, and no other", () => {
    const categories = categoriesOf(language).toSorted();
    const wrong = entries.flatMap(([key, text]) => {
      if (typeof text === "string") return [];
      const given = Object.keys(text).filter((form) => form !== "many" || categories.includes(form));
      // Where one and other do not differ ("10 to 19"), the one form that there is says both.
      if (categories.length === 2 && given.join() === "other") return [];
      return given.toSorted().join() === categories.join() ? [] : [`${key}: ${given.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  test("a text that counts has plural forms in each language or in none", () => {
    const wrong = entries.filter(
      ([key, text]) => (typeof text === "string") !== (typeof english[key as keyof Texts] === "string"),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

test("nothing but the languages' own names is the same in Arabic as in English", () => {
  const same = Object.entries(texts.ar).filter(([key, text]) => {
    const { other } = formsOf(text);
    return (
      other === formsOf(english[key as keyof Texts]).other && /[a-z]{3}/i.test(other.replace(/\{\w+\}/g, ""))
    );
  });
  expect(same.map(([key, text]) => `${key}: ${formsOf(text).other}`)).toEqual([]);
});
