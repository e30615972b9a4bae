/** Finds a text by its key in a language, fills its places and chooses its plural form. */
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { type Language, languages } from "./languages.ts";

/** One sentence, or its plural forms by CLDR category, chosen by `count`. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, Text>;

export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

const texts: Record<Language, Texts> = { en, fr, ar };

/** FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE: a Latin name inside an Arabic sentence keeps its own order. */
const isolated = (value: string) => `\u2068${value}\u2069`;

export function translator(language: Language): Translate {
  const own = texts[language];
  const { locale, dir } = languages[language];
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const text: Text = own[key];
    const form =
      typeof text === "string" ? text : (text[plural.select(Number(values.count ?? 0))] ?? text.other);
    return form.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const value = values[name] ?? "";
      const shown = typeof value === "number" ? number.format(value) : value;
      return dir === "rtl" && typeof value === "string" ? isolated(shown) : shown;
    });
  };
}

const translators = new Map<Language, Translate>();

/** The one translator of a language. */
export function textsIn(language: Language): Translate {
  const known = translators.get(language) ?? translator(language);
  translators.set(language, known);
  return known;
}
