/** How a fact of a country is named in an address: "country.signedOn", "review.2.status", "document.15.title". */
import type { Country, Review, ReviewDocument } from "../countries/contract.ts";
import { reviewOf } from "../countries/rules.ts";
import { countryFacts, type Fact, factOf, facts } from "./facts.ts";

/** A record of a country's page, of which something may be wrong. */
export type FactRecord =
  | { kind: "country" }
  /** `review` is null where none is recorded for that cycle. */
  | { kind: "review"; cycle: number; review: Review | null }
  | { kind: "review-document"; cycle: number; document: ReviewDocument };

export interface FactPlace {
  record: FactRecord;
  /** Null: the address names the record alone, and its facts are to choose from. */
  fact: Fact | null;
}

/** The longest address there can be: a kind, a number, a field. */
export const MAX_FACT_ADDRESS = 60;

export function factAddress(record: FactRecord, field?: string): string {
  const of =
    record.kind === "country"
      ? ["country"]
      : record.kind === "review"
        ? ["review", record.cycle]
        : ["document", record.document.id];
  return [...of, ...(field === undefined ? [] : [field])].join(".");
}

/** Null where the country has no such fact. `cycles` are those that a review may be recorded of. */
export function placeOf(address: string, country: Country, cycles: readonly number[]): FactPlace | null {
  const [kind = "", ...rest] = address.split(".");
  if (kind === "country") return within({ kind: "country" }, rest, country);
  const [key = "", ...field] = rest;
  const number = /^\d{1,15}$/.test(key) ? Number(key) : Number.NaN;
  if (kind === "review" && cycles.includes(number))
    return within({ kind: "review", cycle: number, review: reviewOf(country, number) }, field, country);
  const found = kind === "document" ? documentIn(country, number) : null;
  return found && within(found, field, country);
}

function documentIn(country: Country, id: number): FactRecord | null {
  for (const { cycle, documents } of country.reviews) {
    const document = documents.find((one) => one.id === id);
    if (document) return { kind: "review-document", cycle, document };
  }
  return null;
}

function within(record: FactRecord, rest: readonly string[], country: Country): FactPlace | null {
  const [field, ...more] = rest;
  if (field === undefined) return { record, fact: null };
  const fact = factOf(record.kind, field);
  return fact && more.length === 0 && factsIn(record, country).includes(fact) ? { record, fact } : null;
}

/** What may be wrong of a record; of a review that is not recorded, its status alone: the rest can follow. */
export function factsIn(record: FactRecord, country: Pick<Country, "iso2">): readonly Fact[] {
  if (record.kind === "country") return countryFacts(country.iso2);
  if (record.kind === "review" && record.review === null)
    return facts.review.filter(({ field }) => field === "status");
  return facts[record.kind];
}

/** How corrections and revisions name the record: a country's code, "TN/2", a document's id. */
export function refOf(record: FactRecord, iso2: string): string {
  if (record.kind === "country") return iso2;
  return record.kind === "review" ? `${iso2}/${record.cycle}` : String(record.document.id);
}

/** What the record says of the fact today; null where it says nothing. */
export function valueIn(record: FactRecord, field: string, country: Country): unknown {
  if (record.kind === "country") return countryValue(country, field);
  if (record.kind === "review-document") return ofDocument(record.document, field);
  return record.review && reviewValue(record.review, field);
}

function countryValue({ uncac, transparencyPledge, note }: Country, field: string): unknown {
  if (field === "note") return note;
  if (field === "pledgeSigned") return transparencyPledge.signed;
  if (field === "pledgeSignedOn") return transparencyPledge.signedOn;
  return (uncac && Reflect.get(uncac, field)) ?? null;
}

function reviewValue(review: Review, field: string): unknown {
  if (field === "visitHeld") return review.countryVisit.held;
  if (field === "visitWhen") return review.countryVisit.when;
  // A document that is missing is nothing that the record says.
  return field === "documents" ? null : (Reflect.get(review, field) ?? null);
}

function ofDocument(document: ReviewDocument, field: string): unknown {
  return field === "removal" ? null : (Reflect.get(document, field) ?? null);
}
