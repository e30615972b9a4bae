/** What a region may be: its colours, its limits, and the words that are no address of one. */
import type { MapBounds } from "./projection.ts";

/** Colours of a region's pages, each tested against its grounds in light and dark: see web/styles/tokens.css. */
export const accents = ["ocean", "green", "blue", "rust", "violet", "berry"] as const;
export type Accent = (typeof accents)[number];

/** A name stands in a row of links and on a card. */
export const MAX_NAME = 60;
/** The setting REGION and topics of the board name a region by it. */
export const SLUG_PATTERN = "^[a-z]+(-[a-z]+)*$";
export const MAX_SLUG = 40;
/** More countries than any continent has: a map of them would show none. */
export const MAX_COUNTRIES = 80;
/** Working languages of a region; more would be none. */
export const MAX_LANGUAGES = 20;
/** As many as one form needs; more are added on the people's page. */
export const MAX_ADMINS = 10;
/** Narrower, the shapes show their steps. */
export const MIN_DEGREES = 1;
/** The projection has no end at the poles. */
export const NORTHERNMOST = 84;
export const SOUTHERNMOST = -70;

/** A region of many coasts takes two seconds on a quiet host; the finer shapes of the world are large. */
export const DRAWING_SECONDS = 60;
export const DRAWING_MIB = 700;

/** A topic `board:all/…` is of no region, and a language stands before every region's address. */
const NEVER: ReadonlySet<string> = new Set(["all", "api", "data", "assets", "en", "fr", "ar"]);

/** `literal`: the words that stand in a region's place in the platform's own addresses. */
export function isReservedSlug(slug: string, literal: Iterable<string>): boolean {
  return NEVER.has(slug) || new Set(literal).has(slug);
}

/** The edges of a map: a span of at least a degree each way, south of north. West of east is across the date line. */
export function areBounds({ west, east, south, north }: MapBounds): boolean {
  const width = east < west ? east + 360 - west : east - west;
  return width >= MIN_DEGREES && north - south >= MIN_DEGREES;
}

/** A tag that names a language, in the form in which it is kept ("pt-BR"); null for any other. */
export function languageTag(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? null;
  } catch {
    return null;
  }
}
