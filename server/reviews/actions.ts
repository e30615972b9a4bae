/** What pages and endpoints of the review data have in common: reads at the desk, and changes with their source. */

import { recordNow } from "db/corrections/records.ts";
import { changeCountryFact, changeCountryFacts } from "db/countries/changes.ts";
import { markChecked } from "db/reviews/changes.ts";
import { reviewAtDesk, reviewsAtDesk } from "db/reviews/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { actsAs } from "shared/corrections/rules.ts";
import type { Country } from "shared/countries/contract.ts";
import { Failure, found } from "shared/failure.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { countriesIn } from "../countries/actions.ts";

/** Who changes what from which source. */
export interface Sourced {
  region: string;
  actor: Actor;
  source: string;
  /** Undefined leaves the record's own day. */
  asOf?: string | undefined;
}

export function allReviews(app: App, region: string): Promise<ReviewAtDesk[]> {
  return reviewsAtDesk(app.db.queries, region);
}

/** The country of that code in either case; `not-found` in another region. */
export async function countryOf(app: App, region: string, iso2: string): Promise<Country> {
  const code = iso2.toUpperCase();
  return found((await countriesIn(app, region)).find((country) => country.iso2 === code));
}

export async function reviewAt(app: App, region: string, iso2: string, cycle: string): Promise<ReviewAtDesk> {
  if (!/^[1-9][0-9]?$/.test(cycle) || !/^[A-Za-z]{2}$/.test(iso2)) throw new Failure("not-found");
  const key = { iso2: iso2.toUpperCase(), cycle: Number(cycle) };
  return found(await reviewAtDesk(app.db.queries, region, key));
}

/** A country's own facts, as they may be corrected. */
export async function conventionAt(app: App, region: string, iso2: string) {
  const country = await countryOf(app, region, iso2);
  const { version, values } = found(await recordNow(app.db.queries, "country", country.iso2));
  return { country, version, values };
}

export interface FactsChange extends Sourced {
  kind: "country" | "review" | "review-document";
  /** A country's code, "TN/2", a document's id; the caller has seen that it is of the region. */
  ref: string;
  version: number;
  /** None: the source alone was read, and says what stands here. */
  values: Record<string, unknown>;
}

/** Throws `stale` where the record changed since that version. */
export async function changeFacts(app: App, change: FactsChange): Promise<void> {
  await transaction(app.db, (tx) => changeCountryFacts(tx, written(change)));
}

function written({ region, actor, ...change }: FactsChange) {
  return { ...change, credit: null, personId: actor.id, actedAs: actsAs(actor, region, null) };
}

/** What `changeFacts` writes, for those who write several in one transaction. */
export const asWritten = written;

interface DocumentChange extends Sourced {
  kind: "review" | "review-document";
  ref: string;
  version: number;
}

export async function addDocument(app: App, change: DocumentChange, document: object): Promise<void> {
  const { region, actor, ...known } = change;
  const by = { credit: null, personId: actor.id, actedAs: actsAs(actor, region, null) };
  await transaction(app.db, (tx) =>
    changeCountryFact(tx, { ...known, ...by, field: "documents", value: document }),
  );
}

export async function removeDocument(app: App, change: DocumentChange): Promise<void> {
  const { region, actor, ...known } = change;
  const by = { credit: null, personId: actor.id, actedAs: actsAs(actor, region, null) };
  await transaction(app.db, (tx) =>
    changeCountryFact(tx, { ...known, ...by, field: "removal", value: true }),
  );
}

/** Nothing new, looked at today; gives how many reviews that was. */
export async function checkToday(
  app: App,
  region: string,
  refs: readonly string[],
): Promise<{ checkedOn: string; checked: number }> {
  const checkedOn = dayOf(app.now());
  const checked = await transaction(app.db, (tx) => markChecked(tx, { region, refs, on: checkedOn }));
  return { checkedOn, checked };
}
