/** Review data at the desk: what a curator changes, confirms and looks at, as JSON. */
import Type, { type Static, type TObject, type TSchema } from "typebox";
import { factKinds, facts, ProposedDocument } from "../corrections/facts.ts";
import { MAX_SOURCE } from "../corrections/rules.ts";
import { ReviewDocument, reviewPhases, reviewStatuses } from "../countries/contract.ts";
import { endpoint } from "../endpoint.ts";
import {
  anyOf,
  CountryCode,
  known,
  line,
  orNull,
  PartialDate,
  RegionParam,
  secret,
  TypedDate,
} from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

/** To be confirmed on a page; not looked at for half a year. */
export const reviewMarks = ["to-confirm", "not-looked"] as const;
export type ReviewMark = (typeof reviewMarks)[number];
export const reviewSorts = ["name", "oldest"] as const;
export type ReviewSort = (typeof reviewSorts)[number];

/** A review as its curators have it. One that is not recorded has version 0 and no status. */
export const ReviewAtDesk = Type.Object({
  /** "TN/2". */
  ref: Type.String(),
  iso2: Type.String(),
  cycle: Type.Integer(),
  /** Give it back with a change. */
  version: Type.Integer(),
  status: orNull(Type.Enum(reviewStatuses)),
  phase: orNull(Type.Enum(reviewPhases)),
  scheduledYear: orNull(Type.Integer()),
  startedIn: orNull(PartialDate),
  reviewers: Type.Array(Type.String()),
  visitHeld: orNull(Type.Boolean()),
  visitWhen: orNull(Type.String()),
  civilSocietyInvolved: orNull(Type.Boolean()),
  civilSocietyNote: orNull(Type.String()),
  focalPointInstitution: orNull(Type.String()),
  note: orNull(Type.String()),
  documents: Type.Array(Type.Object({ ...ReviewDocument.properties, version: Type.Integer() })),
  ...known,
  /** The last day on which a curator found nothing new; YYYY-MM-DD. */
  checkedOn: orNull(PartialDate),
  /** The day of the last change that somebody made here. */
  changedOn: orNull(PartialDate),
});
export type ReviewAtDesk = Static<typeof ReviewAtDesk>;

const inRegion = { region: RegionParam };
const ofCountry = Type.Object({ ...inRegion, iso2: CountryCode });
const ofReview = { ...inRegion, iso2: CountryCode, cycle: Type.String({ pattern: "^[1-9][0-9]?$" }) };
const ofDocument = Type.Object({ ...ofReview, document: Type.String({ pattern: "^[1-9][0-9]{0,14}$" }) });

const source = line({ min: 3, max: MAX_SOURCE });
const seen = { version: Type.Integer({ minimum: 0 }), source, asOf: Type.Optional(TypedDate) };

/** A fact that is not named stays as it is. */
function optional(named: Readonly<Record<string, TSchema>>): Record<string, TSchema> {
  return Object.fromEntries(Object.entries(named).map(([field, schema]) => [field, Type.Optional(schema)]));
}

function schemasOf(kind: "country" | "review"): Record<string, TSchema> {
  return Object.fromEntries(
    facts[kind].filter(({ field }) => field !== "documents").map(({ field, schema }) => [field, schema]),
  );
}

/** Its facts have the schemas of shared/corrections/facts.ts, which types do not know. */
function changeOf(named: Readonly<Record<string, TSchema>>): TObject<typeof seen> {
  return Type.Object({ ...optional(named), ...seen }) as TObject<typeof seen>;
}

export const reviewQuery = Type.Object({
  status: anyOf(Type.Enum(reviewStatuses)),
  mark: anyOf(Type.Enum(reviewMarks)),
  sort: Type.Optional(Type.Enum(reviewSorts)),
});

export const listReviews = endpoint({
  id: "listReviews",
  method: "GET",
  path: "/api/v1/regions/:region/reviews",
  summary: "The region's reviews, country by country and cycle by cycle, with their versions and last looks",
  who: "curator",
  params: regionParams,
  query: Type.Object({ ...reviewQuery.properties, ...paging }),
  reply: listOf(ReviewAtDesk),
  failures: ["unauthenticated", "not-found", "invalid"],
});

export const getReview = endpoint({
  id: "getReview",
  method: "GET",
  path: "/api/v1/regions/:region/reviews/:iso2/:cycle",
  summary: "One review as its curators have it",
  who: "curator",
  params: Type.Object(ofReview),
  reply: ReviewAtDesk,
  failures: ["unauthenticated", "not-found"],
});

export const changeReview = endpoint({
  id: "changeReview",
  method: "PATCH",
  path: "/api/v1/regions/:region/reviews/:iso2/:cycle",
  summary: "Changes facts of a review, with one source; without facts it confirms those that stand",
  who: "curator",
  params: Type.Object(ofReview),
  body: changeOf(schemasOf("review")),
  reply: ReviewAtDesk,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "stale"],
});

export const ConventionAtDesk = Type.Object({
  iso2: Type.String(),
  version: Type.Integer(),
  ...schemasOf("country"),
  ...known,
});

export const getConvention = endpoint({
  id: "getConvention",
  method: "GET",
  path: "/api/v1/regions/:region/reviews/:iso2",
  summary: "A country's own facts (the Convention, the pledge, its note) as its curators have them",
  who: "curator",
  params: ofCountry,
  reply: ConventionAtDesk,
  failures: ["unauthenticated", "not-found"],
});

export const changeConvention = endpoint({
  id: "changeConvention",
  method: "PATCH",
  path: "/api/v1/regions/:region/reviews/:iso2",
  summary:
    "Changes a country's own facts, with one source; without facts it confirms those of the Convention",
  who: "curator",
  params: ofCountry,
  body: changeOf(schemasOf("country")),
  reply: ConventionAtDesk,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "stale"],
});

/** "TN/2". */
const ReviewRef = Type.String({ pattern: "^[A-Z]{2}/[1-9][0-9]?$" });

export const checkReviews = endpoint({
  id: "checkReviews",
  method: "POST",
  path: "/api/v1/regions/:region/reviews/checked",
  summary: "Nothing new, checked today: of one review or of several",
  who: "curator",
  params: regionParams,
  body: Type.Object({ reviews: Type.Array(ReviewRef, { minItems: 1, maxItems: 500 }) }),
  reply: Type.Object({ checkedOn: PartialDate, checked: Type.Integer() }),
  failures: ["unauthenticated", "forbidden", "not-found", "invalid"],
});

export const addReviewDocument = endpoint({
  id: "addReviewDocument",
  method: "POST",
  path: "/api/v1/regions/:region/reviews/:iso2/:cycle/documents",
  summary: "Adds a document to a review",
  who: "curator",
  params: Type.Object(ofReview),
  body: Type.Object({ source, ...ProposedDocument.properties }),
  reply: ReviewAtDesk,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid"],
});

export const changeReviewDocument = endpoint({
  id: "changeReviewDocument",
  method: "PATCH",
  path: "/api/v1/regions/:region/reviews/:iso2/:cycle/documents/:document",
  summary: "Changes facts of a review's document; `version` is the document's",
  who: "curator",
  params: ofDocument,
  body: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    source,
    ...optional(ProposedDocument.properties),
  }),
  reply: ReviewAtDesk,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "stale"],
});

export const removeReviewDocument = endpoint({
  id: "removeReviewDocument",
  method: "POST",
  path: "/api/v1/regions/:region/reviews/:iso2/:cycle/documents/:document/removal",
  summary: "Takes a document away from a review; `version` is the document's",
  who: "curator",
  params: ofDocument,
  body: Type.Object({ version: Type.Integer({ minimum: 1 }), source }),
  reply: ReviewAtDesk,
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "stale"],
});

/** One change of what is public. */
export const ReviewChange = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(factKinds),
  /** A country's code, "TN/2", a document's id. */
  ref: Type.String(),
  iso2: Type.String(),
  cycle: orNull(Type.Integer()),
  /** The facts that changed, as they were and as they are. */
  before: Type.Record(Type.String(), Type.Unknown()),
  after: Type.Record(Type.String(), Type.Unknown()),
  /** Of a document. */
  title: orNull(Type.String()),
  source: orNull(Type.String()),
  actedAs: Type.String(),
  /** Who did it; null: nobody signed in, or a person who was removed. */
  handle: orNull(Type.String()),
  credit: orNull(Type.String()),
  /** RFC 3339 in UTC. */
  at: Type.String(),
});

export type ReviewChange = Static<typeof ReviewChange>;

export const changesQuery = Type.Object({ since: Type.Optional(TypedDate), after: paging.after });

export const listReviewChanges = endpoint({
  id: "listReviewChanges",
  method: "GET",
  path: "/api/v1/regions/:region/reviews/changes",
  summary: "What changed in the region's review data, the newest first, since a day if one is given",
  who: "curator",
  params: regionParams,
  query: Type.Object({ ...changesQuery.properties, limit: paging.limit }),
  reply: Type.Object({ items: Type.Array(ReviewChange), next: orNull(Type.String()) }),
  failures: ["unauthenticated", "not-found", "invalid"],
});

/** What a table's row would do. */
export const ReviewRow = Type.Object({
  /** Of the file, from 1. */
  line: Type.Integer(),
  /** "TN/2". */
  ref: Type.String(),
  iso2: Type.String(),
  cycle: orNull(Type.Integer()),
  fate: Type.Enum(["unchanged", "changes", "refused"]),
  /** Cells as the table writes them. */
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() })),
  problems: Type.Array(Type.Object({ field: Type.String(), reason: Type.String() })),
});
export type ReviewRow = Static<typeof ReviewRow>;

/** Of all reviews of the largest region, with their notes. */
export const MAX_TABLE_LENGTH = 500_000;

export const importReviews = endpoint({
  id: "importReviews",
  method: "POST",
  path: "/api/v1/regions/:region/reviews/import",
  summary:
    "A table of reviews (CSV): with `dryRun=true` what each row would do; without, all of it or nothing",
  who: "curator",
  params: regionParams,
  query: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }),
  body: Type.Object({
    csv: secret({ max: MAX_TABLE_LENGTH }),
    /** Of a dry run: what it promised is done, or nothing (409 `stale`). */
    seal: Type.Optional(line({ max: 60 })),
  }),
  reply: Type.Object({
    rows: Type.Array(ReviewRow),
    seal: Type.String(),
    /** How many reviews were changed; 0 in a dry run. */
    written: Type.Integer(),
  }),
  failures: ["unauthenticated", "forbidden", "invalid", "stale"],
});
