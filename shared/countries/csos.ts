/** The CSOs of a country as its map and its page show them. */

/** A city in which CSOs have said that they are. */
export interface CsoCity {
  iso2: string;
  city: string;
  lat: number;
  lon: number;
  /** All visible CSOs there. */
  count: number;
  /** The first of them by name. */
  organisations: { name: string; slug: string }[];
}

/** A CSO as its country's page shows it. */
export interface CountryCso {
  slug: string;
  name: string;
  acronym: string | null;
  city: string | null;
  summary: string;
  /** The language of the summary. */
  language: string;
}
