/** Articles of the Convention as people write them: "12, 13, 33-35". */
import { LAST_ARTICLE } from "./rules.ts";

/** The numbers in order, each once; null where something else is written. */
export function articlesIn(text: string): number[] | null {
  const found = new Set<number>();
  for (const part of text.replace(/\s*[-–]\s*/g, "-").split(/[\s,;]+/)) {
    if (part === "") continue;
    const [, first, last] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last ?? first);
    if (!(from >= 1 && to >= from && to <= LAST_ARTICLE)) return null;
    for (let article = from; article <= to; article += 1) found.add(article);
  }
  return [...found].sort((a, b) => a - b);
}

/** The other way round; runs of three and more as from - to. */
export function articleList(articles: readonly number[]): string {
  const runs: number[][] = [];
  for (const article of [...articles].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && article === Number(run.at(-1)) + 1) run.push(article);
    else runs.push([article]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(", "))).join(", ");
}
