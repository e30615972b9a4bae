/** Writes facts of a country, of a review or of a review's document, with their source and their revision. */
import { and, eq } from "drizzle-orm";
import { Failure, found } from "shared/failure.ts";
import { recordRevision } from "../revisions/changes.ts";
import { seedRows } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import { addDocument, changeDocument, removeDocument } from "./documentChanges.ts";
import { conventionSource, countryColumns, reviewColumns, reviewKey, type SourceColumns } from "./facts.ts";
import { indexCountry } from "./found.ts";
import { countries, reviews } from "./tables.ts";
import {
  aside,
  type CountryFactChange,
  type CountryFactsChange,
  of,
  seen,
  sourced,
  type Written,
} from "./writing.ts";

/** Throws `stale` where the record changed since it was seen, `not-found` where it is gone. */
export async function changeCountryFact(tx: Transaction, change: CountryFactChange): Promise<void> {
  const { kind, field, value, ...known } = change;
  if (field === "removal") return record(tx, change, await removeDocument(tx, change));
  if (field === "documents") return record(tx, change, await addDocument(tx, change));
  await changeCountryFacts(tx, { ...known, kind, values: { [field]: value } });
}

/** Several facts at once: one revision, or of a country one for each group of facts with a source of its own. */
export async function changeCountryFacts(tx: Transaction, change: CountryFactsChange): Promise<void> {
  if (change.kind === "review-document") return record(tx, change, await changeDocument(tx, change));
  if (change.kind === "review") return record(tx, change, await changeReview(tx, change));
  for (const [place, { group, values }] of groupsOf(change).entries()) {
    const part = { ...change, values, version: change.version + place };
    await record(tx, change, await changeCountry(tx, part, group));
  }
}

async function record(
  tx: Transaction,
  { source, credit, personId, actedAs }: Omit<CountryFactsChange, "kind" | "values">,
  { iso2, ...written }: Written,
): Promise<void> {
  const [country] = await tx
    .select({ region: countries.region })
    .from(countries)
    .where(eq(countries.iso2, iso2));
  const { region } = found(country);
  await recordRevision(tx, { ...written, region, iso2, source, credit, personId, actedAs });
  await indexCountry(tx, iso2);
}

interface FactGroup {
  group: SourceColumns | null;
  values: Record<string, unknown>;
}

function groupsOf({ values }: CountryFactsChange): FactGroup[] {
  const entries = Object.entries(values);
  // Only the Convention's facts say how they are known.
  if (entries.length === 0) return [{ group: conventionSource, values: {} }];
  const groups = new Map<SourceColumns | null, FactGroup>();
  for (const [field, value] of entries) {
    const { group } = found(countryColumns[field]);
    const known = groups.get(group) ?? { group, values: {} };
    groups.set(group, { group, values: { ...known.values, [field]: value } });
  }
  return [...groups.values()];
}

async function changeCountry(
  tx: Transaction,
  change: CountryFactsChange,
  group: SourceColumns | null,
): Promise<Written> {
  const { ref: iso2, values } = change;
  const [row] = await tx.select().from(countries).where(eq(countries.iso2, iso2)).for("update");
  const country = seen(row, change);
  const known = {
    source: group && country[group.source],
    moreSources: group?.moreSources ? country[group.moreSources] : [],
    asOf: group && country[group.asOf],
    verified: group?.verified ? country[group.verified] : undefined,
  };
  const next = sourced(known, change);
  const columns = Object.entries(values).map(([field, value]) => [
    found(countryColumns[field]).column,
    value,
  ]);
  const set = {
    ...Object.fromEntries(columns),
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
  const beside = group ? aside(change, known, next) : { before: {}, after: {} };
  const before = Object.keys(values).map((field) => [field, country[found(countryColumns[field]).column]]);
  return {
    ...of(change, iso2, country.version + 1),
    before: { ...Object.fromEntries(before), ...beside.before },
    after: { ...values, ...beside.after },
  };
}

async function changeReview(tx: Transaction, change: CountryFactsChange): Promise<Written> {
  const { ref, values } = change;
  const columns = Object.keys(values).map((field) => found(reviewColumns.find((one) => one === field)));
  const { iso2, cycle } = reviewKey(ref);
  const key = and(eq(reviews.iso2, iso2), eq(reviews.cycle, cycle));
  const [row] = await tx.select().from(reviews).where(key).for("update");
  if (!row && change.version === 0) return addReview(tx, change);
  const review = seen(row, change);
  const next = sourced(review, change);
  await tx
    .update(reviews)
    .set({ ...values, ...next })
    .where(eq(reviews.id, review.id));
  const beside = aside(change, review, next);
  return {
    ...of(change, iso2, review.version + 1),
    before: { ...Object.fromEntries(columns.map((column) => [column, review[column]])), ...beside.before },
    after: { ...values, ...beside.after },
  };
}

/** A review that was not recorded begins with its status. */
async function addReview(tx: Transaction, change: CountryFactsChange): Promise<Written> {
  const { status, ...others } = change.values;
  if (typeof status !== "string") throw new Failure("not-found");
  const { iso2, cycle } = reviewKey(change.ref);
  const { source, asOf, verified } = sourced({ source: null, moreSources: [], asOf: null }, change);
  const [row] = await tx
    .insert(reviews)
    .values({ iso2, cycle, status, reviewers: [], ...others, source, asOf, verified })
    .returning({ id: reviews.id });
  // An import that brings it later finds that a person has it already.
  const rowId = found(row).id;
  await tx
    .insert(seedRows)
    .values({ kind: "review", key: change.ref, digest: "", rowId, version: 0 })
    .onConflictDoUpdate({ target: [seedRows.kind, seedRows.key], set: { rowId, version: 0 } });
  const nothing = Object.fromEntries(Object.keys(change.values).map((field) => [field, null]));
  return {
    ...of(change, iso2, 1),
    before: { ...nothing, asOf: null },
    after: { ...change.values, asOf },
  };
}
