/** Finds a text by its key in a language, fills its places and chooses its plural form. */
import { memoised } from "../memoised.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { type Language, languages } from "./languages.ts";

/** One sentence, or its plural forms by CLDR category, chosen by `count`. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type TextKey = keyof typeof en;
/** Whether there is a text of that key: for keys made from a record's value. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

export type Texts = Record<TextKey, Text>;

export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

const texts: Record<Language, Texts> = { en, fr, ar };

/** FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE: a Latin name inside an Arabic sentence keeps its own order. */
const isolated = (value: string) => `\u2068${value}\u2069`;

/** Literal, place, literal, place, … literal. */
type Template = readonly string[];

function templateOf(form: string): Template {
  return form.split(/\{(\w+)\}/);
}

export function translator(language: Language): Translate {
  const own = texts[language];
  const { locale, dir } = languages[language];
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  // A page asks for the same plurals, figures and sentences hundreds of times; ICU takes microseconds for each.
  const category = memoised((count: number) => plurals.select(count));
  const figure = memoised((value: number) => numbers.format(value));
  const template = memoised(templateOf);
  const shown = (value: string | number | undefined) => {
    if (typeof value === "number") return figure(value);
    return dir === "rtl" ? isolated(value ?? "") : (value ?? "");
  };
  return (key, values) => {
    const text: Text = own[key];
    const form = typeof text === "string" ? text : (text[category(Number(values?.count ?? 0))] ?? text.other);
    if (values === undefined) return form;
    return template(form).reduce(
      (filled, part, index) => filled + (index % 2 === 0 ? part : shown(values[part])),
      "",
    );
  };
}

/** The one translator of a language. */
export const textsIn = memoised(translator);
