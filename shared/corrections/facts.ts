/** The facts that anybody may correct: of a country, of its reviews and their documents, of a CSO's profile. */
import type { TSchema } from "typebox";
import Type from "typebox";
import {
  conventionStatuses,
  documentKinds,
  ratificationActs,
  reviewPhases,
  reviewStatuses,
} from "../countries/contract.ts";
import { isOutsideConvention } from "../countries/rules.ts";
import { LanguageTag, orNull, PartialDate, Slug, Url } from "../fields.ts";
import type { TextKey } from "../i18n/text.ts";

export const factKinds = ["country", "review", "review-document", "organisation"] as const;
export type FactKind = (typeof factKinds)[number];

/** How a value is asked for and shown. */
export type FactInput =
  /** One of some words; `texts` is what their keys begin with. */
  | { as: "choice"; options: readonly string[]; texts: string }
  | { as: "yes-no" }
  | { as: "date" }
  /** The year of a review cycle. */
  | { as: "cycle-year" }
  | { as: "line" | "text" | "url" | "email" | "phone" }
  | { as: "countries" | "languages" | "subjects" }
  | { as: "language" }
  /** A document that is missing, and one that does not belong. */
  | { as: "document" | "removal" };

export interface Fact {
  kind: FactKind;
  field: string;
  label: TextKey;
  input: FactInput;
  /** What a value must be; the same pieces as in the contracts of the records. */
  schema: TSchema;
}

/** A name or a place is no longer than this anywhere in the records. */
export const MAX_LINE = 300;
/** A summary of some paragraphs. */
export const MAX_TEXT = 3000;
/** Terms of reference of the Mechanism, paragraph 18: two States review; a few more leave room for a change of one. */
const MAX_REVIEWERS = 4;
/** A cycle was drawn over five years (terms of reference, paragraph 14). */
export const CYCLE_YEARS = [1, 2, 3, 4, 5] as const;

const line = Type.String({ minLength: 1, maxLength: MAX_LINE });
const text = Type.String({ minLength: 1, maxLength: MAX_TEXT });
const yesNo = orNull(Type.Boolean());
const Email = Type.String({ pattern: "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$", maxLength: 254 });
const Phone = Type.String({ pattern: "^\\+?[0-9 ()/.-]{5,40}$" });

export const ProposedDocument = Type.Object({
  kind: Type.Enum(documentKinds),
  title: line,
  language: orNull(LanguageTag),
  url: Url,
  publishedOn: orNull(PartialDate),
});

const choice = (options: readonly string[], texts: string): FactInput => ({ as: "choice", options, texts });

type Row = readonly [field: string, label: TextKey, input: FactInput, schema: TSchema];

const rows: Record<FactKind, readonly Row[]> = {
  country: [
    [
      "status",
      "country.status",
      choice(conventionStatuses, "countries.convention."),
      Type.Enum(conventionStatuses),
    ],
    ["signedOn", "country.signed", { as: "date" }, orNull(PartialDate)],
    [
      "ratificationAct",
      "corrections.field.act",
      choice(ratificationActs, "country.act."),
      orNull(Type.Enum(ratificationActs)),
    ],
    ["ratifiedOn", "country.act.unknown", { as: "date" }, orNull(PartialDate)],
    ["pledgeSigned", "countries.view.pledge", { as: "yes-no" }, yesNo],
    ["pledgeSignedOn", "corrections.field.pledgeSignedOn", { as: "date" }, orNull(PartialDate)],
    ["note", "country.note", { as: "text" }, orNull(text)],
  ],
  review: [
    ["status", "country.status", choice(reviewStatuses, "countries.status."), Type.Enum(reviewStatuses)],
    [
      "phase",
      "corrections.field.phase",
      choice(reviewPhases, "corrections.phase."),
      orNull(Type.Enum(reviewPhases)),
    ],
    [
      "scheduledYear",
      "corrections.field.scheduledYear",
      { as: "cycle-year" },
      orNull(Type.Integer({ minimum: 1, maximum: 5 })),
    ],
    ["startedIn", "country.step.start", { as: "date" }, orNull(PartialDate)],
    [
      "reviewers",
      "country.reviewers",
      { as: "countries" },
      Type.Array(Type.String({ pattern: "^[A-Z]{2}$" }), { maxItems: MAX_REVIEWERS }),
    ],
    ["visitHeld", "country.step.country-visit", { as: "yes-no" }, yesNo],
    ["visitWhen", "corrections.field.visitWhen", { as: "line" }, orNull(line)],
    ["civilSocietyInvolved", "corrections.field.involved", { as: "yes-no" }, yesNo],
    ["civilSocietyNote", "country.civilSociety", { as: "text" }, orNull(text)],
    ["focalPointInstitution", "country.focalPoint", { as: "line" }, orNull(line)],
    ["note", "country.note", { as: "text" }, orNull(text)],
    ["documents", "corrections.field.missingDocument", { as: "document" }, ProposedDocument],
  ],
  "review-document": [
    ["title", "corrections.field.title", { as: "line" }, line],
    ["kind", "corrections.field.kind", choice(documentKinds, "country.kind."), Type.Enum(documentKinds)],
    ["url", "corrections.field.url", { as: "url" }, Url],
    ["language", "corrections.field.language", { as: "language" }, orNull(LanguageTag)],
    ["publishedOn", "corrections.field.publishedOn", { as: "date" }, orNull(PartialDate)],
    ["removal", "corrections.field.removal", { as: "removal" }, Type.Literal(true)],
  ],
  organisation: [
    ["name", "corrections.field.name", { as: "line" }, line],
    ["nameLocal", "corrections.field.nameLocal", { as: "line" }, orNull(line)],
    ["acronym", "corrections.field.acronym", { as: "line" }, orNull(line)],
    ["summary", "corrections.field.summary", { as: "text" }, text],
    [
      "specializations",
      "organisations.specializations",
      { as: "subjects" },
      Type.Array(Slug, { minItems: 1, maxItems: 30 }),
    ],
    ["website", "organisations.website", { as: "url" }, orNull(Url)],
    ["email", "organisations.email", { as: "email" }, orNull(Email)],
    ["phone", "organisations.phone", { as: "phone" }, orNull(Phone)],
    ["city", "organisations.city", { as: "line" }, orNull(line)],
    ["foundedYear", "organisations.founded", { as: "date" }, orNull(PartialDate)],
    ["languages", "organisations.languages", { as: "languages" }, Type.Array(LanguageTag, { maxItems: 30 })],
    ["uncacCoalitionMember", "organisations.member", { as: "yes-no" }, yesNo],
  ],
};

export const facts: Record<FactKind, readonly Fact[]> = {
  country: factsOf("country"),
  review: factsOf("review"),
  "review-document": factsOf("review-document"),
  organisation: factsOf("organisation"),
};

function factsOf(kind: FactKind): Fact[] {
  return rows[kind].map(([field, label, input, schema]) => ({ kind, field, label, input, schema }));
}

export function factOf(kind: FactKind, field: string): Fact | null {
  return facts[kind].find((fact) => fact.field === field) ?? null;
}

export function isFactKind(kind: string): kind is FactKind {
  return factKinds.some((one) => one === kind);
}

/** Of a place outside the Convention's lists nothing can be said of its status there. */
const OF_CONVENTION: ReadonlySet<string> = new Set(["status", "signedOn", "ratificationAct", "ratifiedOn"]);

export function countryFacts(iso2: string): readonly Fact[] {
  if (!isOutsideConvention(iso2)) return facts.country;
  return facts.country.filter(({ field }) => !OF_CONVENTION.has(field));
}
