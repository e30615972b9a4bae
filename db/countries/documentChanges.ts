/** Writes the documents of a review: one that was missing, a fact of one, one that does not belong. */
import { and, eq, sql } from "drizzle-orm";
import { Failure, found } from "shared/failure.ts";
import type { Transaction } from "../transaction.ts";
import { documentColumns, reviewKey } from "./facts.ts";
import { reviewDocuments, reviews } from "./tables.ts";
import { type CountryFactChange, of, seen, type Written } from "./writing.ts";

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

export async function changeDocument(tx: Transaction, change: CountryFactChange): Promise<Written> {
  const { ref, field, value } = change;
  const id = Number(ref);
  const [row] = await tx
    .select({ document: reviewDocuments, iso2: reviews.iso2, cycle: reviews.cycle })
    .from(reviewDocuments)
    .innerJoin(reviews, eq(reviews.id, reviewDocuments.reviewId))
    .where(eq(reviewDocuments.id, id))
    .for("update");
  const document = seen(row?.document, change);
  const { iso2, cycle } = found(row);
  const written = { ...of(change, iso2, document.version + 1) };
  if (field === "removal") {
    await tx.delete(reviewDocuments).where(eq(reviewDocuments.id, id));
    const { kind, title, language, url, publishedOn } = document;
    return { ...written, before: { kind, title, language, url, publishedOn, cycle }, after: {} };
  }
  const column = found(documentColumns.find((one) => one === field));
  await tx
    .update(reviewDocuments)
    .set({ [column]: value })
    .where(eq(reviewDocuments.id, id));
  return { ...written, before: { [field]: document[column] }, after: { [field]: value } };
}
