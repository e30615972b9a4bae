/** The regional platforms: what a region is, and the endpoint that lists them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, orNull, RegionParam, Slug } from "../fields.ts";
import { listOf } from "../page.ts";
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

/** The parameter that every address below a region has. */
export const regionParams = Type.Object({ region: RegionParam });

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
