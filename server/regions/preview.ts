/** The form of a region with its map: drawn before anything is saved, or as it is. */
import type { Entries } from "shared/form.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { Translate } from "shared/i18n/text.ts";
import { furtherCountries } from "shared/regions/form.ts";
import { areBounds, MAX_COUNTRIES, NORTHERNMOST, SOUTHERNMOST } from "shared/regions/rules.ts";
import { worldCountry } from "shared/regions/world.ts";
import type { Drawing, FormState, KeepRegionProps } from "web/render";
import { drawn } from "./drawing.ts";
import { leftOutProblems } from "./keeping.ts";

const MAP_BUTTON = "map";

export const asksForMap = (entries: Entries) =>
  entries.some(([name, value]) => name === "do" && value === MAP_BUTTON);

/** Countries that were typed by name are ticked; what no country is called stays where it was typed. */
export function withFurther(entries: Entries): Entries {
  const typed = entries.findLast(([name]) => name === "more")?.[1];
  const { codes, unknown } = furtherCountries(typed);
  const ticked = new Set(entries.filter(([name]) => name === "countries").map(([, code]) => code));
  return [
    ...entries.filter(([name]) => name !== "more"),
    ...codes.filter((code) => !ticked.has(code)).map((code) => ["countries", code] as const),
    ["more", unknown.join(", ")],
  ];
}

const edges = ["west", "south", "east", "north"] as const;

/** As typed; null: none was; undefined: they are no edges of a map. */
function typedEdges(values: FormState["values"]): Drawing["bounds"] | undefined {
  const typed = edges.map((edge) => values[`bounds.${edge}`]?.at(-1)?.trim() ?? "");
  if (typed.every((text) => text === "")) return null;
  if (!typed.every((text) => /^-?\d+(\.\d+)?$/.test(text))) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = typed.map(Number);
  const isThere =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= SOUTHERNMOST && north <= NORTHERNMOST;
  return isThere && areBounds({ west, south, east, north }) ? { west, south, east, north } : undefined;
}

type Given = Pick<KeepRegionProps, "slug" | "taken" | "conflicts">;

/** The props of the form's page: with the map where its button was pressed. */
export async function withMap(
  { slug, taken, conflicts }: Given,
  form: FormState,
  { t, language }: { t: Translate; language: Language },
): Promise<KeepRegionProps> {
  const shown = { slug, taken, conflicts, form, map: null };
  if (form.values.do?.at(-1) !== MAP_BUTTON) return shown;
  const more = form.values.more?.at(-1) ?? "";
  const problems = { ...form.problems };
  if (more !== "") problems.more = t("regionKeeping.notFound", { names: more });
  const countries = [...new Set(form.values.countries ?? [])].filter((iso2) => worldCountry(iso2));
  const bounds = typedEdges(form.values);
  if (bounds === undefined) problems["bounds.west"] = t("regionKeeping.notBounds");
  if (countries.length === 0) problems.countries = t("form.required");
  if (countries.length > MAX_COUNTRIES) problems.countries = t("form.tooMany", { count: MAX_COUNTRIES });
  if (bounds === undefined || problems.countries) return { ...shown, form: { ...form, problems } };
  const made = await drawn({ countries, bounds, whole: false });
  for (const [field, { key, values }] of Object.entries(leftOutProblems(made, language)))
    problems[field] = t(key, values);
  const suggested = made.bounds ?? bounds;
  const filled = edges.map((edge) => [`bounds.${edge}`, [String(suggested?.[edge] ?? "")]] as const);
  const values = { ...form.values, ...Object.fromEntries(filled) };
  return { ...shown, map: made.maps?.region ?? null, form: { ...form, values, problems } };
}
