/** Puts the address to which a page moved into the records that pointed to the old one, each with its revision. */
import { and, eq, sql } from "drizzle-orm";
import type { LinkUse } from "shared/webLinks/contract.ts";
import { changeCountryFact } from "../countries/changes.ts";
import { commitments, parallelReports, reviewDocuments } from "../countries/tables.ts";
import { events } from "../events/tables.ts";
import { articles } from "../news/tables.ts";
import { changeOrganisationFact } from "../organisations/factChange.ts";
import { organisations } from "../organisations/tables.ts";
import { partners } from "../partners/tables.ts";
import { resources } from "../resources/tables.ts";
import { recordRevision } from "../revisions/changes.ts";
import type { Transaction } from "../transaction.ts";
import { webLinks } from "./tables.ts";

export interface Taking {
  from: string;
  to: string;
  /** Whose desk it is. */
  region: string;
  personId: number;
  actedAs: string;
}

const tables = {
  resource: resources,
  article: articles,
  event: events,
  partner: partners,
  "parallel-report": parallelReports,
  commitment: commitments,
} as const;

/** One that points elsewhere by now stays as it is. */
export async function takeAddress(tx: Transaction, use: LinkUse, taking: Taking): Promise<void> {
  if (use.kind === "organisation") return takeWebsite(tx, use, taking);
  if (use.kind === "review-document") return takeDocument(tx, use, taking);
  const table = tables[use.kind];
  const { from, to, region, personId, actedAs } = taking;
  const key = and(eq(table.id, Number(use.ref)), eq(table.url, from));
  const [row] = await tx
    .select({ source: table.source, version: table.version })
    .from(table)
    .where(key)
    .for("update");
  if (!row) return;
  // Where the page is its own source, that moved with it.
  const isSource = row.source === from;
  await tx
    .update(table)
    .set({ url: to, ...(isSource ? { source: to } : {}) })
    .where(key);
  await recordRevision(tx, {
    kind: use.kind,
    ref: use.ref,
    region: use.region ?? region,
    iso2: use.kind === "parallel-report" || use.kind === "commitment" ? use.place.toUpperCase() : null,
    version: row.version + 1,
    before: { url: from, ...(isSource ? { source: from } : {}) },
    after: { url: to, ...(isSource ? { source: to } : {}) },
    source: to,
    personId,
    actedAs,
  });
}

/** A profile that its CSO keeps is changed by nobody else. */
async function takeWebsite(tx: Transaction, use: LinkUse, { from, to, personId, actedAs }: Taking) {
  const id = Number(use.ref);
  const [row] = await tx
    .select({ version: organisations.version, status: organisations.status })
    .from(organisations)
    .where(and(eq(organisations.id, id), eq(organisations.website, from)))
    .for("update");
  if (row?.status !== "listed") return;
  const change = { id, field: "website", value: to, version: row.version, source: to, credit: null };
  await changeOrganisationFact(tx, { ...change, personId, actedAs });
}

async function takeDocument(tx: Transaction, use: LinkUse, { from, to, personId, actedAs }: Taking) {
  const [row] = await tx
    .select({ version: reviewDocuments.version })
    .from(reviewDocuments)
    .where(and(eq(reviewDocuments.id, Number(use.ref)), eq(reviewDocuments.url, from)))
    .for("update");
  if (!row) return;
  const change = { kind: use.kind, ref: use.ref, field: "url", value: to, version: row.version } as const;
  await changeCountryFact(tx, {
    ...change,
    kind: "review-document",
    source: to,
    credit: null,
    personId,
    actedAs,
  });
}

/** The new address was just answered; the old one is watched on only where a record still points to it. */
export async function followMove(tx: Transaction, { from, to }: Taking, next: Date): Promise<void> {
  await tx.insert(webLinks).values({ url: to, state: "ok", nextAt: next }).onConflictDoNothing();
  await tx.execute(sql`
    delete from web_links w where w.url = ${from} and not exists (select from web_link_uses u where u.url = w.url)`);
}
