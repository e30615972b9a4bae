/** The legend of a view: each level that a country has, in words, with how many have it. */

import type { MapView } from "shared/countries/contract.ts";
import type { CountryLine } from "shared/countries/overview.ts";
import { levelsOfView, type MapLevel } from "shared/countries/rules.ts";
import { usePage } from "../frame.ts";
import { Legend } from "../map/Legend.tsx";
import { levelText, marks } from "./words.ts";

export interface LevelCount {
  level: MapLevel;
  count: number;
}

export function legendCounts(lines: readonly CountryLine[], view: MapView): LevelCount[] {
  return levelsOfView[view]
    .map((level) => ({ level, count: lines.filter((line) => line.level === level).length }))
    .filter(({ count }) => count > 0);
}

export function MapLegend(props: { counts: LevelCount[]; view: MapView }) {
  const page = usePage();
  const items = () =>
    props.counts.map(({ level, count }) => ({
      level,
      text: levelText(page, level, props.view),
      count: page.number(count),
      ...(props.view === "csos" ? {} : { mark: marks[level] ?? "" }),
    }));
  return <Legend items={items()} />;
}
