/** What every list asks in the same way: how many, from where, and countries in either case. */
import { DEFAULT_LIMIT } from "./page.ts";

interface Asked {
  limit?: number;
  after?: string;
  country?: readonly string[];
}

export function pagePart(query: Asked): { limit: number; after: string | undefined } {
  return { limit: query.limit ?? DEFAULT_LIMIT, after: query.after };
}

/** The query with its countries as they are stored: in capitals. */
export function inCapitals<Q extends Asked>(query: Q): Q {
  return query.country ? { ...query, country: query.country.map((iso2) => iso2.toUpperCase()) } : query;
}
