/** The regional platforms: what a region is, and the endpoint that lists them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, orNull, RegionParam, Slug } from "../fields.ts";
import { listOf } from "../page.ts";
import { newRegionBody, regionChangeBody } from "./form.ts";
import { accents } from "./rules.ts";

export const Region = Type.Object({
  slug: Slug,
  names: Type.Record(Type.String(), Type.String(), { description: "By language of the interface." }),
  /** Working languages of the region's countries, the most used first. */
  languages: Type.Array(LanguageTag),
  bounds: Type.Object({
    west: Type.Number(),
    south: Type.Number(),
    east: Type.Number(),
    north: Type.Number(),
  }),
  /** The colour of its pages: see `accents`. */
  accent: Type.Enum(accents),
  secretariat: orNull(
    Type.Object({ name: Type.String(), url: orNull(Type.String()), email: orNull(Type.String()) }),
  ),
  version: Type.Integer(),
  figures: Type.Object({
    countries: Type.Integer(),
    organisations: Type.Integer(),
    news: Type.Integer(),
    events: Type.Integer(),
    /** Countries whose review of the second cycle is completed. */
    reviewsCompleted: Type.Integer(),
    statesParties: Type.Integer(),
  }),
});
export type Region = Static<typeof Region>;

export const listRegions = endpoint({
  id: "listRegions",
  method: "GET",
  path: "/api/v1/regions",
  summary: "The regional platforms with their figures",
  who: "anyone",
  reply: listOf(Region),
});

export const addRegion = endpoint({
  id: "addRegion",
  method: "POST",
  path: "/api/v1/regions",
  summary: "Adds a region: its countries, its boards, its maps; the slug never changes",
  who: "steward",
  body: newRegionBody,
  reply: Region,
  failures: ["invalid", "conflict", "unavailable"],
});

/** The parameter that every address below a region has. */
export const regionParams = Type.Object({ region: RegionParam });

export const changeRegion = endpoint({
  id: "changeRegion",
  method: "PATCH",
  path: "/api/v1/regions/:region",
  summary:
    "Changes a region; what is left out stays. Its maps are drawn anew where countries or edges change",
  who: "steward",
  params: regionParams,
  body: regionChangeBody,
  reply: Region,
  failures: ["not-found", "invalid", "stale", "conflict", "unavailable"],
});

/** What a card of the region's home says of a CSO. */
export interface ProfileCard {
  slug: string;
  name: string;
  acronym: string | null;
  iso2: string;
  summary: string;
  /** Of the summary. */
  language: string;
}
