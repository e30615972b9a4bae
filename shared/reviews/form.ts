/** The form of several facts at once: what it sends, what of it is a change, and what somebody else changed meanwhile. */
import Type, { type Static, type TObject, type TSchema } from "typebox";
import { type Fact, facts, MAX_LINE, MAX_TEXT } from "../corrections/facts.ts";
import { MAX_SOURCE } from "../corrections/rules.ts";
import { readValue, sentOf } from "../corrections/values.ts";
import { wordsOf } from "../corrections/words.ts";
import { line, paragraphs, secret, TypedDate } from "../fields.ts";
import { entriesOf, readForm } from "../form.ts";
import type { Language } from "../i18n/languages.ts";
import type { TextKey } from "../i18n/text.ts";

/** The facts of a record as one form has them; documents have forms of their own. */
export const reviewFacts: readonly Fact[] = facts.review.filter(({ field }) => field !== "documents");
export const documentFacts: readonly Fact[] = facts["review-document"].filter(
  ({ field }) => field !== "removal",
);

export type Values = Readonly<Record<string, unknown>>;

/** All facts of a record as JSON: two long texts, and some lines. */
const MAX_SEEN = 20_000;

const common = {
  source: Type.Optional(line({ min: 3, max: MAX_SOURCE })),
  asOf: Type.Optional(TypedDate),
  confirm: Type.Optional(Type.Boolean()),
  /** What the form showed, as JSON: the lock, which tells two people's changes apart. */
  seen: Type.Optional(secret({ max: MAX_SEEN })),
};
export type FactsBody = Static<TObject<typeof common>>;

/** The facts stand beside the common fields, by their names. */
export function factsForm(of: readonly Fact[]): TObject<typeof common> {
  const fields = of.map(({ field, input }): [string, TSchema] => [
    field,
    Type.Optional(input.as === "text" ? paragraphs({ max: MAX_TEXT }) : fieldFor(input.as)),
  ]);
  return Type.Object({ ...Object.fromEntries(fields), ...common }) as TObject<typeof common>;
}

function fieldFor(as: Fact["input"]["as"]): TSchema {
  return line({ max: as === "url" ? 2000 : MAX_LINE });
}

/** What the fields hold at first; `values` may be others than `seen`, as where an earlier state comes back. */
export function filledFacts(
  of: readonly Fact[],
  { values, seen, language }: { values: Values; seen: Values; language: Language },
): Record<string, unknown> {
  const fields = of.map((fact) => [fact.field, sentOf(fact, values[fact.field], language).value]);
  return { ...Object.fromEntries(fields), seen: JSON.stringify(onlyFacts(of, seen)) };
}

export function onlyFacts(of: readonly Fact[], values: Values): Record<string, unknown> {
  return Object.fromEntries(of.map(({ field }) => [field, values[field] ?? null]));
}

export interface FactsReading {
  /** What the form changes of what it showed. */
  mine: Record<string, unknown>;
  problems: Record<string, TextKey>;
}

/** A field that was left as it was shown is no change, whatever a browser does to its line breaks. */
export function readFacts(
  of: readonly Fact[],
  { body, seen, language }: { body: object; seen: Values; language: Language },
): FactsReading {
  const schema = factsForm(of);
  const shown: object =
    readForm(schema, entriesOf(filledFacts(of, { values: seen, seen, language }))).body ?? {};
  const reading: FactsReading = { mine: {}, problems: {} };
  for (const fact of of) {
    const sent = textIn(body, fact.field);
    if (sent === textIn(shown, fact.field)) continue;
    const { value, problem } = { value: undefined, problem: undefined, ...readValue(fact, { value: sent }) };
    if (problem !== undefined) reading.problems[fact.field] = problem;
    else if (!isSame(value, seen[fact.field])) reading.mine[fact.field] = value;
  }
  return reading;
}

function textIn(body: object, field: string): string {
  const value: unknown = Reflect.get(body, field);
  return value === undefined ? "" : String(value);
}

/** A record without a list says the same as one with an empty list. */
export function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(Array.isArray(value) && value.length === 0 ? null : (value ?? null));
  return plain(one) === plain(other);
}

/** What the form showed; `now` where a client sends nothing, or nothing that can be read. */
export function seenIn(of: readonly Fact[], { seen }: FactsBody, now: Values): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(seen ?? "null");
    if (typeof read === "object" && read !== null) return onlyFacts(of, { ...read });
  } catch {
    // Falls through: there is nothing to compare with.
  }
  return onlyFacts(of, now);
}

/** What somebody else changed since, with what the form makes of it. */
export function conflictsIn(
  of: readonly Fact[],
  { seen, now, mine, language }: { seen: Values; now: Values; mine: Values; language: Language },
) {
  return of
    .filter(({ field }) => !isSame(seen[field], now[field]))
    .map((fact) => {
      const { field, label } = fact;
      const yours = field in mine ? wordsOf(fact, mine[field], language) : null;
      return {
        label,
        before: wordsOf(fact, seen[field], language),
        now: wordsOf(fact, now[field], language),
        yours,
      };
    });
}

/** Between its two steps a table travels with the form, compressed: as much as a form carries. */
export const MAX_KEPT_TABLE = 400_000;

/** A table that is pasted, or was looked at; a file travels beside. */
export const tableForm = Type.Object({
  text: Type.Optional(secret({ max: MAX_KEPT_TABLE })),
  kept: Type.Optional(secret({ max: MAX_KEPT_TABLE })),
  /** Of what was promised when it was looked at. */
  seal: Type.Optional(line({ max: 60 })),
});
