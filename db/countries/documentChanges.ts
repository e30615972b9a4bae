/** Writes the documents of a review: one that was missing, a fact of one, one that does not belong. */
import { and, eq, sql } from "drizzle-orm";
import { Failure, found } from "shared/failure.ts";
import type { Transaction } from "../transaction.ts";
import { documentColumns, reviewKey } from "./facts.ts";
import { reviewDocuments, reviews } from "./tables.ts";
import { type CountryFactChange, type CountryFactsChange, of, seen, type Written } from "./writing.ts";

export async function addDocument(tx: Transaction, change: CountryFactChange): Promise<Written> {
  const { iso2, cycle } = reviewKey(change.ref);
  const key = and(eq(reviews.iso2, iso2), eq(reviews.cycle, cycle));
  const [row] = await tx.select().from(reviews).where(key).for("update");
  const review = seen(row, change);
  const values = documentValues(change.value);
  const [added] = await tx
    .insert(reviewDocuments)
    .values({
      ...values,
      reviewId: review.id,
      position: sql`(select coalesce(max(position), -1) + 1 from review_documents where review_id = ${review.id})`,
    })
    .returning({ id: reviewDocuments.id });
  // Its review is another than before: who looks at the old one is told so.
  await tx.update(reviews).set({ iso2 }).where(eq(reviews.id, review.id));
  return {
    iso2,
    kind: "review-document",
    ref: String(found(added).id),
    version: 1,
    before: {},
    after: { ...values, cycle },
  };
}

function documentValues(value: unknown) {
  if (typeof value !== "object" || value === null) throw new Failure("invalid");
  const text = (name: string): string | null => {
    const part: unknown = Reflect.get(value, name);
    return typeof part === "string" ? part : null;
  };
  return {
    kind: found(text("kind")),
    title: found(text("title")),
    url: found(text("url")),
    language: text("language"),
    publishedOn: text("publishedOn"),
  };
}

/** Its kind, title, language, address or date. */
export async function changeDocument(tx: Transaction, change: CountryFactsChange): Promise<Written> {
  const { document, iso2 } = await lockedDocument(tx, change);
  const columns = Object.keys(change.values).map((field) =>
    found(documentColumns.find((one) => one === field)),
  );
  await tx.update(reviewDocuments).set(change.values).where(eq(reviewDocuments.id, document.id));
  return {
    ...of(change, iso2, document.version + 1),
    before: Object.fromEntries(columns.map((column) => [column, document[column]])),
    after: { ...change.values },
  };
}

export async function removeDocument(
  tx: Transaction,
  change: Pick<CountryFactChange, "kind" | "ref" | "version">,
): Promise<Written> {
  const { document, iso2, cycle } = await lockedDocument(tx, change);
  await tx.delete(reviewDocuments).where(eq(reviewDocuments.id, document.id));
  const { kind, title, language, url, publishedOn } = document;
  const before = { kind, title, language, url, publishedOn, cycle };
  return { ...of(change, iso2, document.version + 1), before, after: {} };
}

async function lockedDocument(tx: Transaction, change: Pick<CountryFactChange, "ref" | "version">) {
  const [row] = await tx
    .select({ document: reviewDocuments, iso2: reviews.iso2, cycle: reviews.cycle })
    .from(reviewDocuments)
    .innerJoin(reviews, eq(reviews.id, reviewDocuments.reviewId))
    .where(eq(reviewDocuments.id, Number(change.ref)))
    .for("update");
  const document = seen(row?.document, change);
  const { iso2, cycle } = found(row);
  return { document, iso2, cycle };
}
