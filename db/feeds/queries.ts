/** Reads of the feeds: what is newest, with the moment at which each row last changed. */
import { sql } from "drizzle-orm";
import type { ReviewStatus } from "shared/countries/contract.ts";
import type { HowKnown } from "shared/fields.ts";
import type { Static } from "typebox";
import type { Queries } from "../connect.ts";

/** RFC 3339 in UTC. */
const updatedAt = sql`to_char(t.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"`;

export interface NewsEntry {
  slug: string;
  title: string;
  /** Of the title and of the page. */
  language: string;
  summary: string;
  summaryLanguage: string;
  publisher: string;
  url: string;
  countries: string[];
  publishedOn: string | null;
  updatedAt: string;
}

/** The newest items of a region, as its list of news has them. */
export async function newsEntries(db: Queries, region: string, limit: number): Promise<NewsEntry[]> {
  const result = await db.execute<NewsEntry & Record<string, unknown>>(sql`
    select t.slug, t.title, t.language, t.summary,
      t.summary_language as "summaryLanguage", t.publisher, t.url, t.countries, t.published_on as "publishedOn",
      ${updatedAt}
    from articles t where t.regions @> ${sql.param([region])}::text[]
    order by t.sort_on desc nulls last, t.id desc limit ${limit}`);
  return result.rows;
}

export interface ReviewEntry {
  iso2: string;
  /** The country's name in English. */
  name: string;
  cycle: number;
  status: ReviewStatus;
  asOf: string | null;
  verified: Static<typeof HowKnown> | null;
  source: string | null;
  updatedAt: string;
}

/** The region's reviews, those whose record changed last first. */
export async function reviewEntries(db: Queries, region: string, limit: number): Promise<ReviewEntry[]> {
  const result = await db.execute<ReviewEntry & Record<string, unknown>>(sql`
    select t.iso2, c.name, t.cycle, t.status, t.as_of as "asOf", t.verified, t.source, ${updatedAt}
    from reviews t join countries c using (iso2) where c.region = ${region}
    order by date_trunc('second', t.updated_at) desc, lower(partial_date_range(t.as_of)) desc nulls last, t.iso2, t.cycle
    limit ${limit}`);
  return result.rows;
}
