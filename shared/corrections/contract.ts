/** Corrections: what anybody sends to say that a fact is wrong, and how curators and editors answer it. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { EmailAddress, line, orNull, paragraphs, RegionParam, Slug, TypedDate } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { factKinds, MAX_TEXT, ProposedDocument } from "./facts.ts";
import { MAX_CREDIT, MAX_NOTE, MAX_SOURCE } from "./rules.ts";

/** A value as a form sends it: which of the three depends on the fact. */
const sentValue = {
  value: Type.Optional(paragraphs({ max: MAX_TEXT })),
  values: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 50 })),
  document: Type.Optional(Type.Partial(ProposedDocument)),
};

/** What a visitor sends. */
export const correctBody = Type.Object({
  ...sentValue,
  source: line({ min: 3, max: MAX_SOURCE }),
  note: Type.Optional(paragraphs({ max: MAX_NOTE })),
  email: Type.Optional(EmailAddress),
  credit: Type.Optional(line({ max: MAX_CREDIT })),
});

export const decisions = ["accept", "decline"] as const;
export type Decision = (typeof decisions)[number];

/** What a curator or an editor answers; `version` of the correction, `record` of what it corrects, as they were seen. */
export const decideBody = Type.Object({
  decision: Type.Enum(decisions),
  ...sentValue,
  source: Type.Optional(line({ min: 3, max: MAX_SOURCE })),
  asOf: Type.Optional(TypedDate),
  reason: Type.Optional(paragraphs({ max: MAX_NOTE })),
  version: Type.Integer({ minimum: 1 }),
  record: Type.Integer({ minimum: 0 }),
});

export const correctionStatuses = ["waiting", "accepted", "declined"] as const;

export const Correction = Type.Object({
  id: Type.Integer(),
  region: Slug,
  /** ISO 3166-1 alpha-2; null for a CSO. */
  iso2: orNull(Type.String()),
  organisation: orNull(Type.Object({ slug: Slug, name: Type.String() })),
  kind: Type.Enum(factKinds),
  /** Of the record: a country's code, "TN/2" for a review, an id. */
  ref: Type.String(),
  field: Type.String(),
  /** What it said when the correction was written. */
  current: Type.Unknown(),
  /** What it says today. */
  now: Type.Unknown(),
  proposed: Type.Unknown(),
  source: Type.String(),
  note: orNull(Type.String()),
  /** Of its giver. */
  language: Type.String(),
  credit: orNull(Type.String()),
  /** Whether its giver left an address for the answer. */
  wantsAnswer: Type.Boolean(),
  status: Type.Enum(correctionStatuses),
  reason: orNull(Type.String()),
  /** RFC 3339 in UTC. */
  createdAt: Type.String(),
  version: Type.Integer(),
  /** The record's version: give it back as `record`; 0 where there is no record yet. */
  record: Type.Integer(),
});
export type Correction = Static<typeof Correction>;

export const listCorrections = endpoint({
  id: "listCorrections",
  method: "GET",
  path: "/api/v1/regions/:region/corrections",
  summary: "The corrections that wait for the region's curators, the oldest first",
  who: "curator",
  params: regionParams,
  query: Type.Object({ ...paging }),
  reply: listOf(Correction),
  failures: ["unauthenticated", "not-found", "invalid"],
});

/** As JSON the value stands as the record holds it. */
const decision = Type.Object({
  decision: Type.Enum(decisions),
  /** Another value than the proposed one. */
  value: Type.Optional(Type.Unknown()),
  source: Type.Optional(line({ min: 3, max: MAX_SOURCE })),
  asOf: Type.Optional(TypedDate),
  reason: Type.Optional(paragraphs({ max: MAX_NOTE })),
  version: Type.Integer({ minimum: 1 }),
  record: Type.Integer({ minimum: 0 }),
});

const id = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });

export const decideCorrection = endpoint({
  id: "decideCorrection",
  method: "POST",
  path: "/api/v1/regions/:region/corrections/:correction/decision",
  summary: "Accepts a correction, as proposed or amended, or declines it with a reason",
  who: "curator",
  params: Type.Object({ region: RegionParam, correction: id }),
  body: decision,
  reply: Correction,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "conflict", "stale"],
});

const organisationParams = { region: RegionParam, slug: Slug };

export const listOwnCorrections = endpoint({
  id: "listOwnCorrections",
  method: "GET",
  path: "/api/v1/regions/:region/organisations/:slug/corrections",
  summary: "The corrections of a profile that wait for those who keep it, the oldest first",
  who: "editor",
  params: Type.Object(organisationParams),
  query: Type.Object({ ...paging }),
  reply: listOf(Correction),
  failures: ["unauthenticated", "not-found", "invalid"],
});

export const decideOwnCorrection = endpoint({
  id: "decideOwnCorrection",
  method: "POST",
  path: "/api/v1/regions/:region/organisations/:slug/corrections/:correction/decision",
  summary: "Accepts a correction of the own profile, as proposed or amended, or declines it with a reason",
  who: "editor",
  params: Type.Object({ ...organisationParams, correction: id }),
  body: decision,
  reply: Correction,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "conflict", "stale"],
});
