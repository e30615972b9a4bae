/** What the form of a region asks for, and what its JSON twin takes. */
import Type, { type Static } from "typebox";
import { EmailAddress, LanguageTag, line, orNull, paragraphs, WebAddress } from "../fields.ts";
import { languageCodes } from "../i18n/languages.ts";
import { countryName } from "./names.ts";
import {
  accents,
  MAX_ADMINS,
  MAX_COUNTRIES,
  MAX_LANGUAGES,
  MAX_NAME,
  MAX_SLUG,
  NORTHERNMOST,
  SLUG_PATTERN,
  SOUTHERNMOST,
} from "./rules.ts";
import { worldCountries } from "./world.ts";

const Name = line({ max: MAX_NAME });
/** In every language that is offered: a name that is missing would be a page half in another language. */
const Names = Type.Object({ en: Name, fr: Name, ar: Name });
const Code = Type.String({ pattern: "^[A-Z]{2}$" });
const Countries = Type.Array(Code, { minItems: 1, maxItems: MAX_COUNTRIES, uniqueItems: true });
const degrees = (minimum: number, maximum: number) =>
  Type.Number({ minimum, maximum, problem: "regionKeeping.notDegrees" });
const longitude = degrees(-180, 180);
const latitude = degrees(SOUTHERNMOST, NORTHERNMOST);
const NewSlug = Type.String({
  pattern: SLUG_PATTERN,
  minLength: 2,
  maxLength: MAX_SLUG,
  problem: "regionKeeping.notASlug",
});
const Secretariat = Type.Object({
  name: line({ max: 120 }),
  url: orNull(WebAddress),
  email: orNull(EmailAddress),
});
const Version = Type.Integer({ minimum: 1 });

/** Languages are typed in one line, "es, pt, en"; edges left empty are suggested from the countries' shapes. */
export const RegionForm = Type.Object({
  names: Names,
  countries: Type.Array(Code, { maxItems: MAX_COUNTRIES }),
  /** Further countries by name or code, with commas between them. */
  more: Type.Optional(line({ max: 2000 })),
  languages: line({ max: 200 }),
  bounds: Type.Object({
    west: Type.Optional(longitude),
    east: Type.Optional(longitude),
    south: Type.Optional(latitude),
    north: Type.Optional(latitude),
  }),
  accent: Type.Enum(accents),
  secretariat: Type.Object({
    name: Type.Optional(line({ max: 120 })),
    url: Type.Optional(WebAddress),
    email: Type.Optional(EmailAddress),
  }),
  version: Type.Optional(Version),
  confirmed: Type.Boolean(),
});
export type RegionForm = Static<typeof RegionForm>;

/** With what is decided once: its address, and who begins as its admins, a handle a line. */
export const NewRegionForm = Type.Object({
  ...RegionForm.properties,
  slug: NewSlug,
  admins: Type.Optional(paragraphs({ max: 600 })),
});
export type NewRegionForm = Static<typeof NewRegionForm>;

const Bounds = Type.Object({ west: longitude, east: longitude, south: latitude, north: latitude });

/** All that a steward says of a region. */
export const RegionContent = Type.Object({
  names: Names,
  countries: Countries,
  languages: Type.Array(LanguageTag, { minItems: 1, maxItems: MAX_LANGUAGES }),
  /** Null: as the countries' shapes suggest. */
  bounds: orNull(Bounds),
  accent: Type.Enum(accents),
  secretariat: orNull(Secretariat),
});
export type RegionContent = Static<typeof RegionContent>;

export const newRegionBody = Type.Object({
  slug: NewSlug,
  names: Names,
  countries: Countries,
  languages: RegionContent.properties.languages,
  bounds: Type.Optional(RegionContent.properties.bounds),
  accent: Type.Optional(Type.Enum(accents)),
  secretariat: Type.Optional(RegionContent.properties.secretariat),
  /** Handles. */
  admins: Type.Optional(Type.Array(line({ max: 60 }), { maxItems: MAX_ADMINS })),
});

export const regionChangeBody = Type.Object({
  ...Type.Partial(RegionContent).properties,
  /** That was seen: another one is refused as `stale`. */
  version: Version,
});

/** The typed names or codes of further countries: those that are known, in capitals, and those that are not. */
export function furtherCountries(typed: string | undefined): { codes: string[]; unknown: string[] } {
  const named = [...new Set((typed ?? "").split(/[,;،\n]/).map((part) => part.trim()))].filter(Boolean);
  const codes = named.map((name) => codeOf(name));
  return {
    codes: codes.filter((code) => code !== null),
    unknown: named.filter((_name, index) => codes[index] === null),
  };
}

function codeOf(typed: string): string | null {
  const sought = typed.toLowerCase();
  const found = worldCountries.find(
    ({ iso2, iso3 }) =>
      iso2.toLowerCase() === sought ||
      iso3.toLowerCase() === sought ||
      languageCodes.some((language) => countryName(iso2, language).toLowerCase() === sought),
  );
  return found?.iso2 ?? null;
}

/** What was typed between commas, spaces or lines. */
export function parts(typed: string | undefined): string[] {
  return [...new Set((typed ?? "").split(/[\s,;،]+/).filter((part) => part !== ""))];
}

type Edges = RegionForm["bounds"];

/** Four edges, or none; undefined where only some were given. */
export function edgesOf({ west, east, south, north }: Edges): RegionContent["bounds"] | undefined {
  const given = [west, east, south, north].filter((edge) => edge !== undefined).length;
  if (given === 0) return null;
  if (west === undefined || east === undefined || south === undefined || north === undefined)
    return undefined;
  return { west, east, south, north };
}

/** The form of a region as it is. */
export function filledRegionForm(content: RegionContent, version: number): unknown {
  return { ...content, languages: content.languages.join(", "), version };
}
