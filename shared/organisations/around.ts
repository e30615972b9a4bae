/** What a profile shows beside the record itself. */

/** A CSO near in subject and place. */
export interface Neighbour {
  slug: string;
  region: string;
  name: string;
  iso2: string;
  cityName: string | null;
  /** The specialisations that both have. */
  shared: string[];
}

/** A news item that names it. */
export interface Mention {
  slug: string;
  title: string;
  language: string;
  publisher: string;
  publishedOn: string | null;
}
