/** Applications: what is asked of whoever joins or claims a profile, and the endpoints of the admins' queue. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import {
  CountryCode,
  EmailAddress,
  LanguageTag,
  line,
  orNull,
  paragraphs,
  RegionParam,
  Slug,
  WebAddress,
} from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { applicationKinds, applicationStatuses, decisions } from "./rules.ts";

/** Names of organisations in the directory are at most about this long. */
const NAME = { min: 2, max: 200 };
/** A profile's summary: what fits on a card and a little more. */
const SUMMARY = { min: 10, max: 1500 };
const NOTE = { max: 2000 };

const ofOrganisation = {
  name: line(NAME),
  nameLocal: Type.Optional(line({ max: 200 })),
  acronym: Type.Optional(line({ max: 40 })),
  iso2: CountryCode,
  city: Type.Optional(line({ max: 100 })),
  website: Type.Optional(WebAddress),
  specializations: Type.Array(Slug, { minItems: 1, maxItems: 25 }),
  languages: Type.Optional(Type.Array(LanguageTag, { maxItems: 25 })),
  summary: paragraphs(SUMMARY),
  position: line({ max: 120 }),
  email: EmailAddress,
  note: Type.Optional(paragraphs(NOTE)),
};

export const occupations = ["expert", "journalist", "other"] as const;

const ofPerson = {
  name: line(NAME),
  iso2: CountryCode,
  occupation: Type.Enum(occupations),
  website: Type.Optional(WebAddress),
  summary: paragraphs(SUMMARY),
  email: EmailAddress,
  note: Type.Optional(paragraphs(NOTE)),
};

/** A CSO that is not listed yet. */
export const ApplyOrganisation = Type.Object(ofOrganisation);
export type ApplyOrganisation = Static<typeof ApplyOrganisation>;

/** A person alone: an expert, a journalist. `name` is what they wish to be called. */
export const ApplyPerson = Type.Object(ofPerson);
export type ApplyPerson = Static<typeof ApplyPerson>;

/** The same while it is still a draft: whatever there is. */
export const DraftOrganisation = Type.Partial(
  Type.Object({ ...ofOrganisation, specializations: Type.Array(Slug, { maxItems: 25 }) }),
);
export const DraftPerson = Type.Partial(ApplyPerson);

/** Of a listed CSO, by somebody who works there. */
export const ClaimProfile = Type.Object({
  position: line({ max: 120 }),
  email: EmailAddress,
  note: Type.Optional(paragraphs(NOTE)),
});
export type ClaimProfile = Static<typeof ClaimProfile>;

/** Spaces and dashes are how people group digits. */
export const EnterCode = Type.Object({
  code: Type.String({ pattern: "^[0-9 -]{4,20}$", maxLength: 20, problem: "applications.code.misfit" }),
});

export const AnswerQuestion = Type.Object({ answer: paragraphs(NOTE) });

export const Decide = Type.Object(
  {
    decision: Type.Enum(decisions),
    /** The question, the reason, or a word of welcome: it is mailed to the applicant. */
    words: Type.Optional(paragraphs(NOTE)),
    /** Of the application as it was read: another admin may have been quicker. */
    version: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);
export type Decide = Static<typeof Decide>;

const Moment = Type.String({ description: "ISO 8601, UTC" });

/** A profile or another application that may be the same organisation. */
export const Likeness = Type.Object({
  kind: Type.Enum(["organisation", "application"]),
  id: Type.Integer(),
  /** Of a profile; null for an application. */
  slug: orNull(Slug),
  region: Slug,
  name: Type.String(),
  /** Why it is suggested. */
  by: Type.Array(Type.Enum(["website", "acronym", "name", "email"])),
});
export type Likeness = Static<typeof Likeness>;

export const Message = Type.Object({ fromApplicant: Type.Boolean(), body: Type.String(), at: Moment });
export type Message = Static<typeof Message>;

export const Application = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(applicationKinds),
  status: Type.Enum(applicationStatuses),
  region: Slug,
  iso2: orNull(Type.String()),
  name: orNull(Type.String()),
  email: orNull(Type.String()),
  /** In which the applicant is written to. */
  language: LanguageTag,
  /** Of a claim: the profile. */
  organisation: orNull(
    Type.Object({ id: Type.Integer(), slug: Slug, name: Type.String(), members: Type.Integer() }),
  ),
  answers: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
  /** `domain`: a code mailed to the organisation's own domain was right. */
  provedBy: orNull(Type.String()),
  /** Since when it waits for the region's admins. */
  submittedAt: orNull(Moment),
  decidedAt: orNull(Moment),
  reason: orNull(Type.String()),
  version: Type.Integer(),
  messages: Type.Array(Message),
  likenesses: Type.Array(Likeness),
});
export type Application = Static<typeof Application>;

export const listApplications = endpoint({
  id: "listApplications",
  method: "GET",
  path: "/api/v1/regions/:region/applications",
  summary: "What waits for the region's admins, the oldest first, with possible duplicates",
  who: "admin",
  params: regionParams,
  query: Type.Object({ ...paging }),
  reply: listOf(Application),
  failures: ["unauthenticated", "not-found"],
});

export const decideApplication = endpoint({
  id: "decideApplication",
  method: "POST",
  path: "/api/v1/regions/:region/applications/:id/decision",
  summary: "Accepts, asks back, or declines with a reason",
  who: "admin",
  params: Type.Object({ region: RegionParam, id: Type.String({ pattern: "^[0-9]{1,12}$" }) }),
  body: Decide,
  reply: Application,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "stale"],
});
