/** What every change of a country's facts is told, what it gives back, and how its source is kept. */
import { Failure, found } from "shared/failure.ts";
import type { CountryFactKind } from "./facts.ts";

export interface CountryFactChange {
  kind: CountryFactKind;
  /** A country's code, "TN/2", or a document's id. */
  ref: string;
  field: string;
  value: unknown;
  /** The record's version that was seen: another one is refused as `stale`. 0: it was not there. */
  version: number;
  /** An address or words. */
  source: string | null;
  /** What day the fact describes; undefined leaves the record's own. */
  asOf?: string | null | undefined;
  credit: string | null;
  personId: number | null;
  /** As what: `curator`, `admin`, `steward`, `platform`. */
  actedAs: string;
}

/** Facts of one record, changed at once from one source; none: the source alone was read and says the same. */
export interface CountryFactsChange extends Omit<CountryFactChange, "field" | "value"> {
  values: Readonly<Record<string, unknown>>;
}

/** What a revision is made of. */
export interface Written {
  iso2: string;
  ref: string;
  kind: CountryFactKind;
  version: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export function of({ kind, ref }: Pick<CountryFactChange, "kind" | "ref">, iso2: string, version: number) {
  return { kind, ref, iso2, version };
}

/** The row that the change was written for; throws `stale` where it changed since. */
export function seen<T extends { version: number }>(
  row: T | undefined,
  { version }: Pick<CountryFactChange, "version">,
): T {
  const there = found(row);
  if (there.version !== version) throw new Failure("stale");
  return there;
}

interface Sourced {
  source: unknown;
  moreSources: unknown;
  asOf: unknown;
}

/** The new source stands first, the one before it among the others. */
export function sourced(known: Sourced, { source, asOf }: Pick<CountryFactChange, "source" | "asOf">) {
  const others = Array.isArray(known.moreSources) ? known.moreSources.map(String) : [];
  const before = typeof known.source === "string" ? known.source : null;
  const moreSources = [...new Set([...(before === null ? [] : [before]), ...others])];
  return {
    source: source ?? before,
    moreSources: moreSources.filter((one) => one !== (source ?? before)),
    asOf: asOf === undefined ? (typeof known.asOf === "string" ? known.asOf : null) : asOf,
    verified: source !== null && /^https?:\/\/\S+$/.test(source) ? "page" : "record",
  };
}

interface Dated {
  asOf: unknown;
  verified?: unknown;
}

/** What changed beside the facts: the day that they describe, and, where they are confirmed, how they are known. */
export function aside(
  { values }: Pick<CountryFactsChange, "values">,
  before: Dated,
  after: Dated,
): Record<"before" | "after", Record<string, unknown>> {
  const confirms = Object.keys(values).length === 0;
  const fields = [
    ...(before.asOf === after.asOf ? [] : (["asOf"] as const)),
    ...(confirms && before.verified !== after.verified ? (["verified"] as const) : []),
  ];
  const of = (record: Dated) => Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
  return { before: of(before), after: of(after) };
}
