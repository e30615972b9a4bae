/** A text that counts, for the browser: its plural forms travel with the page, not every language's texts. */
import type { TextKey } from "shared/i18n/text.ts";
import type { Page } from "../../frame.ts";

/** Plural forms by CLDR category, with `{count}` where the figure stands. */
export type Counted = Record<string, string>;

const SAMPLES = [0, 1, 2, 3, 11, 100, 1_000_000];

/** What an island is given of a text that counts. */
export function countedIn(page: Pick<Page, "t" | "locale" | "number">, key: TextKey): Counted {
  const rules = new Intl.PluralRules(page.locale);
  const forms: Counted = {};
  for (const count of SAMPLES) {
    forms[rules.select(count)] ??= page.t(key, { count }).replace(page.number(count), "{count}");
  }
  return forms;
}

export function counted(forms: Counted, locale: string, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? "";
  return form.replace("{count}", new Intl.NumberFormat(locale).format(count));
}
