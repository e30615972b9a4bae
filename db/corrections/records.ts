/** What a record says today of the facts that can be corrected, and in which version. */
import { and, eq } from "drizzle-orm";
import type { FactKind } from "shared/corrections/facts.ts";
import type { Queries } from "../connect.ts";
import { countryColumns, documentColumns, reviewColumns, reviewKey } from "../countries/facts.ts";
import { countries, reviewDocuments, reviews } from "../countries/tables.ts";
import { organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";

export interface RecordNow {
  /** 0: a review that is not recorded. */
  version: number;
  values: Record<string, unknown>;
  /** Of a document. */
  title: string | null;
  /** Of a review or its document. */
  cycle: number | null;
}

type Db = Queries | Transaction;

const readers: Record<FactKind, (db: Db, ref: string) => Promise<RecordNow | null>> = {
  country: countryNow,
  review: reviewNow,
  "review-document": documentNow,
  organisation: organisationNow,
};

/** Null where the record is gone. */
export function recordNow(db: Db, kind: FactKind, ref: string): Promise<RecordNow | null> {
  return readers[kind](db, ref);
}

async function countryNow(db: Db, ref: string): Promise<RecordNow | null> {
  const [row] = await db.select().from(countries).where(eq(countries.iso2, ref));
  if (!row) return null;
  const values = Object.fromEntries(
    Object.entries(countryColumns).map(([field, { column }]) => [field, row[column]]),
  );
  return { version: row.version, values, title: null, cycle: null };
}

async function reviewNow(db: Db, ref: string): Promise<RecordNow> {
  const { iso2, cycle } = reviewKey(ref);
  const [row] = await db
    .select()
    .from(reviews)
    .where(and(eq(reviews.iso2, iso2), eq(reviews.cycle, cycle)));
  const values = row ? Object.fromEntries(reviewColumns.map((column) => [column, row[column]])) : {};
  return { version: row?.version ?? 0, values, title: null, cycle };
}

async function documentNow(db: Db, ref: string): Promise<RecordNow | null> {
  const [row] = await db
    .select({ document: reviewDocuments, cycle: reviews.cycle })
    .from(reviewDocuments)
    .innerJoin(reviews, eq(reviews.id, reviewDocuments.reviewId))
    .where(eq(reviewDocuments.id, Number(ref)));
  if (!row) return null;
  const { document, cycle } = row;
  const values = Object.fromEntries(documentColumns.map((column) => [column, document[column]]));
  return { version: document.version, values, title: document.title, cycle };
}

async function organisationNow(db: Db, ref: string): Promise<RecordNow | null> {
  const [row] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.id, Number(ref)));
  if (!row) return null;
  const { version, cityName: city, ...values } = row;
  return { version, values: { ...values, city }, title: null, cycle: null };
}
