/** Makes the profile of an organisation that was accepted: its row, its address, what it is found by, its first revision. */
import { sql } from "drizzle-orm";
import { freeSlug } from "shared/slugs.ts";
import { recordRevision } from "../revisions/changes.ts";
import { indexDocument } from "../search/changes.ts";
import { organisationDocument } from "../search/documents.ts";
import { oldSlugs } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import { organisations } from "./tables.ts";

export interface NewOrganisation {
  /** As its address should be; a number is added where it is taken. */
  slug: string;
  name: string;
  nameLocal: string | null;
  acronym: string | null;
  iso2: string;
  region: string;
  cityName: string | null;
  website: string | null;
  specializations: string[];
  languages: string[];
  summary: string;
  /** Of the summary. */
  language: string;
  /** Today, since it said all this itself. */
  confirmedOn: string;
  personId: number | null;
}

export async function createOrganisation(
  tx: Transaction,
  { slug: wished, confirmedOn, personId, ...facts }: NewOrganisation,
): Promise<{ id: number; slug: string }> {
  const slug = await freeSlugFor(tx, wished);
  const values = { ...facts, slug, status: "claimed", asOf: confirmedOn, lastConfirmedOn: confirmedOn };
  const [row] = await tx.insert(organisations).values(values).returning({ id: organisations.id });
  if (!row) throw new Error("a new organisation gave no id");
  await indexDocument(
    tx,
    organisationDocument(String(row.id), { ...facts, uncacCoalitionMember: null, activities: [] }),
  );
  await recordRevision(tx, {
    kind: "organisation",
    ref: String(row.id),
    region: facts.region,
    version: 1,
    before: {},
    after: { ...facts },
    personId,
    actedAs: "admin",
  });
  return { id: row.id, slug };
}

/** Two of the same name at once wait for each other. */
async function freeSlugFor(tx: Transaction, wished: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${wished}`}, 0))`);
  const like = sql`${`${wished.replace(/[\\%_]/g, "\\$&")}%`}`;
  const used = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(sql`slug like ${like}`);
  const old = await tx
    .select({ slug: oldSlugs.oldSlug })
    .from(oldSlugs)
    .where(sql`old_slug like ${like} and kind = 'organisation'`);
  const taken = new Set([...used, ...old].map(({ slug }) => slug));
  return freeSlug(wished, (slug) => taken.has(slug));
}
