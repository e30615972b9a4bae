/** What only the data can judge in a change of a profile: countries, subjects, days, and where a city lies. */
import { cityNamed, countriesIn } from "db/organisations/profile.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { isActivity } from "shared/organisations/flat.ts";
import type { Activity, City, ProfileChanges } from "shared/organisations/profile.ts";
import { type Flat, roundedPlace } from "shared/organisations/rules.ts";
import { dayOf, rangeOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { specializationsOf } from "./actions.ts";

/** In degrees: where two records put the same city. */
const NEAR = 0.25;

export type ProfileProblems = Record<string, TextKey>;

/** By field, as the form names it. */
export async function profileProblems(
  app: App,
  region: string,
  profile: ProfileChanges,
): Promise<ProfileProblems> {
  const problems: ProfileProblems = {};
  const { iso2, specializations, languages, language, foundedYear, names, activities } = profile;
  if (iso2 !== undefined && !(await countriesIn(app.db.queries, region)).includes(iso2.toUpperCase()))
    problems.iso2 = "edit.problem.country";
  const known = new Set((await specializationsOf(app)).map(({ slug }) => slug));
  if (specializations?.some((slug) => !known.has(slug))) problems.specializations = "form.misfit";
  if (languages?.some((tag) => !isKnownLanguage(tag))) problems.languages = "form.misfit";
  if (language !== undefined && !isKnownLanguage(language)) problems.language = "form.misfit";
  if (foundedYear && !isPastDay(foundedYear, dayOf(app.now()))) problems.foundedYear = "edit.problem.future";
  for (const [place, name] of (names ?? []).entries())
    if (!isKnownLanguage(name.language)) problems[`names.${place}.language`] = "form.misfit";
  for (const [place, activity] of (activities ?? []).entries())
    for (const [field, problem] of Object.entries(activityProblems(activity)))
      problems[`activities.${place}.${field}`] = problem;
  return problems;
}

function activityProblems({ startedOn, endedOn }: Activity): ProfileProblems {
  const problems: ProfileProblems = {};
  if (startedOn && !daysOf(startedOn)) problems.startedOn = "form.notADate";
  if (endedOn && !daysOf(endedOn)) problems.endedOn = "form.notADate";
  const start = startedOn ? daysOf(startedOn) : null;
  const end = endedOn ? daysOf(endedOn) : null;
  if (start && end && end.to < start.from) problems.endedOn = "edit.problem.order";
  return problems;
}

function daysOf(partial: string) {
  try {
    return rangeOf(partial);
  } catch {
    return null;
  }
}

function isPastDay(partial: string, today: string): boolean {
  const days = daysOf(partial);
  return days !== null && days.from <= today;
}

/** A language that has a name of its own in CLDR. */
function isKnownLanguage(tag: string): boolean {
  try {
    const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag);
    return name !== undefined;
  } catch {
    return false;
  }
}

/** The changes with the place that is known of their city, never nearer than a kilometre; countries in capitals. */
export async function placed(app: App, iso2: string, changes: ProfileChanges): Promise<ProfileChanges> {
  const { city } = changes;
  const country = (changes.iso2 ?? iso2).toUpperCase();
  const capital = changes.iso2 === undefined ? {} : { iso2: country };
  if (!city) return { ...changes, ...capital };
  const given = city.lat != null && city.lon != null;
  const known = given ? city : await cityNamed(app.db.queries, country, city.name);
  const rounded = (degrees: number | null | undefined) => (degrees == null ? null : roundedPlace(degrees));
  return {
    ...changes,
    ...capital,
    city: { name: city.name, lat: rounded(known?.lat), lon: rounded(known?.lon) },
  };
}

/** A city that is called as before, in the same country, lies where it did: rounding it is no change. */
export function inSamePlace(yours: Flat, base: Flat): Flat {
  const [city, before] = [yours.city, base.city] as (City | null | undefined)[];
  const isMoved = yours.iso2 !== undefined && yours.iso2 !== base.iso2;
  if (!city || !before || isMoved || city.name !== before.name) return yours;
  const isNear = (a?: number | null, b?: number | null) => a == null || (b != null && Math.abs(a - b) < NEAR);
  return isNear(city.lat, before.lat) && isNear(city.lon, before.lon) ? { ...yours, city: before } : yours;
}

/** Activities that are nobody's here become new ones. */
export function withOwnActivities(yours: Flat, ...states: Flat[]): Flat {
  return Object.fromEntries(
    Object.entries(yours).map(([key, value]) => {
      const isOwn = !isActivity(key) || states.some((state) => key in state);
      return [isOwn ? key : key.replace(":", ":new-was-"), value];
    }),
  );
}
