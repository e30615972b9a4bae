/** Facts and their values in words: for pages, feeds and letters alike. */
import { type Language, languages } from "../i18n/languages.ts";
import { isTextKey, type TextKey, textsIn } from "../i18n/text.ts";
import { specializationKey } from "../organisations/specializations.ts";
import { countryName, languageName } from "../regions/names.ts";
import { formatPartialDate } from "../time.ts";
import type { Fact } from "./facts.ts";

export interface Words {
  text: string;
  /** Written by somebody, or a name: not a word of the platform in the reader's language. */
  original: boolean;
}

/** What nobody states is said to be unknown. */
export function wordsOf(fact: Pick<Fact, "input">, value: unknown, language: Language): Words {
  const t = textsIn(language);
  if (value === null || value === undefined || value === "") return said(t("facts.unknown"));
  if (Array.isArray(value)) return listed(fact, value.map(String), language);
  const { input } = fact;
  const text = String(value);
  switch (input.as) {
    case "choice":
      return said(choiceText(input.texts, text, language));
    case "yes-no":
      return said(t(value === true ? "facts.yes" : "facts.no"));
    case "date":
      return said(formatPartialDate(text, languages[language].locale));
    case "cycle-year":
      return said(t("country.scheduledYear", { year: text }));
    case "language":
      return said(languageName(text, language));
    case "removal":
      return said(t("corrections.removal"));
    case "document":
      return { text: documentText(value, language), original: true };
    default:
      return { text, original: true };
  }
}

const said = (text: string): Words => ({ text, original: false });

export function choiceText(texts: string, value: string, language: Language): string {
  const key = texts + value;
  return isTextKey(key) ? textsIn(language)(key) : value;
}

function listed({ input }: Pick<Fact, "input">, values: string[], language: Language): Words {
  const t = textsIn(language);
  if (values.length === 0) return said(t(input.as === "languages" ? "facts.notStated" : "facts.unknown"));
  return said(
    new Intl.ListFormat(languages[language].locale).format(
      values.map((value) => {
        if (input.as === "countries") return countryName(value, language);
        if (input.as === "languages") return languageName(value, language);
        const key = specializationKey(value);
        return key === null ? value : t(key);
      }),
    ),
  );
}

function documentText(value: unknown, language: Language): string {
  if (typeof value !== "object" || value === null) return "";
  const part = (name: string) => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === "string" && found !== "" ? [found] : [];
  };
  return [
    ...part("title"),
    ...part("kind").map((kind) => choiceText("country.kind.", kind, language)),
    ...part("language").map((tag) => languageName(tag, language)),
    ...part("publishedOn").map((on) => formatPartialDate(on, languages[language].locale)),
    ...part("url"),
  ].join(" · ");
}

/** What the fact is a fact of: the Convention, a review cycle. */
export function cycleText(cycle: number): TextKey {
  return cycle === 1 ? "countries.view.cycle-1" : "countries.view.cycle-2";
}
