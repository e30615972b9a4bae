/** Where two versions of a region differ, in words of the form. */
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { RegionContent } from "shared/regions/form.ts";
import { named } from "./checks.ts";

export interface RegionDifference {
  label: string;
  now: string;
}

function worded(content: RegionContent, language: Language): RegionDifference[] {
  const t = textsIn(language);
  const { names, bounds, secretariat } = content;
  const edges = bounds === null ? [] : [bounds.west, bounds.south, bounds.east, bounds.north];
  return [
    { label: t("regionKeeping.name", { language: "English" }), now: names.en },
    { label: t("regionKeeping.name", { language: "Français" }), now: names.fr },
    { label: t("regionKeeping.name", { language: "العربية" }), now: names.ar },
    { label: t("regionKeeping.countries"), now: named(content.countries.toSorted(), language) },
    { label: t("regionKeeping.languages"), now: content.languages.join(", ") },
    { label: t("regionKeeping.bounds"), now: edges.join(", ") },
    { label: t("regionKeeping.accent"), now: t(`regionKeeping.accent.${content.accent}`) },
    {
      label: t("regionKeeping.secretariat"),
      now: [secretariat?.name, secretariat?.url, secretariat?.email].filter(Boolean).join(", "),
    },
  ];
}

/** What is there now, where it is not what was typed. */
export function differences(
  typed: RegionContent,
  now: RegionContent,
  language: Language,
): RegionDifference[] {
  const before = worded(typed, language);
  return worded(now, language)
    .filter((row, index) => row.now !== before[index]?.now)
    .map((row) => ({ ...row, now: row.now || textsIn(language)("regionKeeping.isNone") }));
}
