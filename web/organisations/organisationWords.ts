/** The words of specialisations, and what a card says of a CSO. */
import type { Specialization } from "shared/organisations/contract.ts";
import { specializationKey } from "shared/organisations/specializations.ts";
import type { Page } from "../frame.ts";

export function specializationName(page: Page, slug: string, known: readonly Specialization[]): string {
  const key = specializationKey(slug);
  return key === null ? (known.find((one) => one.slug === slug)?.name ?? slug) : page.t(key);
}

const lists = new Map<string, Intl.ListFormat>();

/** Article numbers as a list; a run of three and more is written from – to. */
export function articleNumbers(page: Page, articles: readonly number[]): string {
  const sorted = [...articles].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const article of sorted) {
    const last = runs.at(-1);
    if (last && article === last[1] + 1) last[1] = article;
    else runs.push([article, article]);
  }
  const texts = runs.flatMap(([from, to]) => {
    if (to - from > 1) return [`${page.number(from)}–${page.number(to)}`];
    return from === to ? [page.number(from)] : [page.number(from), page.number(to)];
  });
  const format = lists.get(page.locale) ?? new Intl.ListFormat(page.locale, { type: "unit", style: "short" });
  lists.set(page.locale, format);
  const list = format.format(texts);
  // CLDR sets a comma before each Arabic "and"; the United Nations' Arabic does without.
  return page.language === "ar" ? list.replaceAll("، و", " و") : list;
}

/** A card has room for two sentences. */
const SENTENCES = 2;
const LONGEST = 260;

export function shortSummary(summary: string): string {
  const sentences = summary.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const short = sentences.slice(0, SENTENCES).join(" ");
  if (short.length <= LONGEST) return short;
  const first = sentences[0] ?? short;
  return first.length <= LONGEST ? first : `${first.slice(0, first.lastIndexOf(" ", LONGEST))} …`;
}
