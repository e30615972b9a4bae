/** Keeps the search document of a CSO, in the transaction that changes what it is found by. */
import { eq } from "drizzle-orm";
import { dropDocument, indexDocument } from "../search/changes.ts";
import { organisationDocument } from "../search/documents.ts";
import type { Transaction } from "../transaction.ts";
import { activities, organisations } from "./tables.ts";

/** One that is hidden, or gone, is found no more. */
export async function indexOrganisation(tx: Transaction, id: number): Promise<void> {
  const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, id));
  if (!organisation || organisation.status === "hidden") {
    await dropDocument(tx, "organisations", String(id));
    return;
  }
  const done = await tx
    .select({ title: activities.title, summary: activities.summary })
    .from(activities)
    .where(eq(activities.organisationId, id))
    .orderBy(activities.id);
  await indexDocument(tx, organisationDocument(String(id), { ...organisation, activities: done }));
}
