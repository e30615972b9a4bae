/** Writes one fact of a country, of a review or of a review's document, with its source and its revision. */
import { and, eq } from "drizzle-orm";
import { Failure, found } from "shared/failure.ts";
import { recordRevision } from "../revisions/changes.ts";
import { seedRows } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import { addDocument, changeDocument } from "./documentChanges.ts";
import { type CountryFactKind, countryColumns, reviewColumns, reviewKey } from "./facts.ts";
import { indexCountry } from "./found.ts";
import { countries, reviews } from "./tables.ts";
import { type CountryFactChange, of, seen, sourced, type Written } from "./writing.ts";

const writers: Record<CountryFactKind, (tx: Transaction, change: CountryFactChange) => Promise<Written>> = {
  country: changeCountry,
  review: (tx, change) => (change.field === "documents" ? addDocument(tx, change) : changeReview(tx, change)),
  "review-document": changeDocument,
};

/** Throws `stale` where the record changed since it was seen, `not-found` where it is gone. */
export async function changeCountryFact(tx: Transaction, change: CountryFactChange): Promise<void> {
  const { iso2, ...written } = await writers[change.kind](tx, change);
  const [country] = await tx
    .select({ region: countries.region })
    .from(countries)
    .where(eq(countries.iso2, iso2));
  const { source, credit, personId, actedAs } = change;
  await recordRevision(tx, {
    ...written,
    region: found(country).region,
    iso2,
    source,
    credit,
    personId,
    actedAs,
  });
  await indexCountry(tx, iso2);
}

async function changeCountry(tx: Transaction, change: CountryFactChange): Promise<Written> {
  const { ref: iso2, field, value } = change;
  const [row] = await tx.select().from(countries).where(eq(countries.iso2, iso2)).for("update");
  const country = seen(row, change);
  const { column, group } = found(countryColumns[field]);
  const known = {
    source: group && country[group.source],
    moreSources: group?.moreSources ? country[group.moreSources] : [],
    asOf: group && country[group.asOf],
  };
  const next = sourced(known, change);
  const set = {
    [column]: value,
    ...(group
      ? {
          [group.source]: next.source,
          [group.asOf]: next.asOf,
          ...(group.moreSources ? { [group.moreSources]: next.moreSources } : {}),
          ...(group.verified ? { [group.verified]: next.verified } : {}),
        }
      : {}),
  };
  await tx.update(countries).set(set).where(eq(countries.iso2, iso2));
  const dated = group && next.asOf !== known.asOf;
  return {
    ...of(change, iso2, country.version + 1),
    before: { [field]: country[column], ...(dated ? { asOf: known.asOf } : {}) },
    after: { [field]: value, ...(dated ? { asOf: next.asOf } : {}) },
  };
}

async function changeReview(tx: Transaction, change: CountryFactChange): Promise<Written> {
  const { ref, field, value } = change;
  const column = found(reviewColumns.find((one) => one === field));
  const { iso2, cycle } = reviewKey(ref);
  const key = and(eq(reviews.iso2, iso2), eq(reviews.cycle, cycle));
  const [row] = await tx.select().from(reviews).where(key).for("update");
  if (!row && change.version === 0) return addReview(tx, change);
  const review = seen(row, change);
  const next = sourced(review, change);
  await tx
    .update(reviews)
    .set({ [column]: value, ...next })
    .where(eq(reviews.id, review.id));
  const dated = next.asOf !== review.asOf;
  return {
    ...of(change, iso2, review.version + 1),
    before: { [field]: review[column], ...(dated ? { asOf: review.asOf } : {}) },
    after: { [field]: value, ...(dated ? { asOf: next.asOf } : {}) },
  };
}

/** A review that was not recorded begins with its status. */
async function addReview(tx: Transaction, change: CountryFactChange): Promise<Written> {
  if (change.field !== "status" || typeof change.value !== "string") throw new Failure("not-found");
  const { iso2, cycle } = reviewKey(change.ref);
  const { source, asOf, verified } = sourced({ source: null, moreSources: [], asOf: null }, change);
  const [row] = await tx
    .insert(reviews)
    .values({ iso2, cycle, status: change.value, reviewers: [], source, asOf, verified })
    .returning({ id: reviews.id });
  // An import that brings it later finds that a person has it already.
  const rowId = found(row).id;
  await tx
    .insert(seedRows)
    .values({ kind: "review", key: change.ref, digest: "", rowId, version: 0 })
    .onConflictDoUpdate({ target: [seedRows.kind, seedRows.key], set: { rowId, version: 0 } });
  return {
    ...of(change, iso2, 1),
    before: { status: null, asOf: null },
    after: { status: change.value, asOf },
  };
}
