/** Keeps the search document of a country: in the transaction that changes what it is found by. */
import { eq } from "drizzle-orm";
import { found } from "shared/failure.ts";
import { languagesOf } from "../regions/queries.ts";
import { indexDocument } from "../search/changes.ts";
import { countryDocument } from "../search/documents.ts";
import type { Transaction } from "../transaction.ts";
import { countries, reviews } from "./tables.ts";

export async function indexCountry(tx: Transaction, iso2: string): Promise<void> {
  const [country] = await tx.select().from(countries).where(eq(countries.iso2, iso2));
  const focalPoints = await tx
    .select({ text: reviews.focalPointInstitution })
    .from(reviews)
    .where(eq(reviews.iso2, iso2))
    .orderBy(reviews.cycle);
  const record = found(country);
  const document = countryDocument({
    ...record,
    focalPoints: focalPoints.map(({ text }) => text),
    around: await languagesOf(tx, record.region),
  });
  await indexDocument(tx, document);
}
