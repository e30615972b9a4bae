/** Drafts of posts, threads and what is written at a desk: texts that were not sent yet, kept for their writer alone. */
import Type, { type Static } from "typebox";
import { CLIENT_ID } from "../board/rules.ts";
import { endpoint } from "../endpoint.ts";
import { listOf } from "../page.ts";
import { MAX_DRAFT_FIELDS, MAX_DRAFT_TEXT, PLACE } from "./rules.ts";

const Place = Type.String({ pattern: PLACE });
const Text = Type.String({ maxLength: MAX_DRAFT_TEXT });
/** The fields as they stand in the form, by name. */
const Fields = Type.Record(
  Type.String(),
  Type.Union([Text, Type.Array(Text, { maxItems: MAX_DRAFT_FIELDS })]),
  {
    maxProperties: MAX_DRAFT_FIELDS,
  },
);

export const Draft = Type.Object({
  id: Type.Integer(),
  place: Place,
  /** The id that the post will have, so that it is sent once. */
  clientId: Type.String(),
  fields: Fields,
  /** Was sent while the network was away: it goes out by itself. */
  queued: Type.Boolean(),
  version: Type.Integer(),
  /** Seconds since it was last changed. */
  age: Type.Integer(),
});
export type Draft = Static<typeof Draft>;

export const listDrafts = endpoint({
  id: "listDrafts",
  method: "GET",
  path: "/api/v1/drafts",
  summary: "One's own drafts, the last changed first; not those that were sent meanwhile",
  who: "person",
  reply: listOf(Draft),
});

export const listDraftsAt = endpoint({
  id: "listDraftsAt",
  method: "GET",
  path: "/api/v1/drafts/:place",
  summary:
    "One's own drafts for a thread (thread:12), a new thread in a board (board:5), or a form of a desk (desk:africa:news:new)",
  who: "person",
  params: Type.Object({ place: Place }),
  reply: listOf(Draft),
});

export const saveDraft = endpoint({
  id: "saveDraft",
  method: "PUT",
  path: "/api/v1/drafts/:place",
  summary:
    "Keeps a draft; `stale` where another device changed it after that version, `conflict` where it was sent",
  who: "person",
  params: Type.Object({ place: Place }),
  body: Type.Object({
    clientId: Type.String({ pattern: CLIENT_ID }),
    fields: Fields,
    /** The version that it is based on; 0: it is new. */
    version: Type.Integer({ minimum: 0 }),
    queued: Type.Optional(Type.Boolean()),
  }),
  reply: Draft,
  failures: ["invalid", "not-found", "stale", "conflict", "too-many", "too-large"],
});

export const dropDraft = endpoint({
  id: "dropDraft",
  method: "DELETE",
  path: "/api/v1/drafts/:place/:clientId",
  summary: "Throws a draft away",
  who: "person",
  params: Type.Object({ place: Place, clientId: Type.String({ pattern: CLIENT_ID }) }),
  reply: Type.Null(),
  failures: ["not-found"],
});

/** The fields that say whose draft a form holds; all others are its text. */
export const KeepDraftForm = Type.Object({
  place: Place,
  clientId: Type.String({ pattern: CLIENT_ID }),
});

export const DropDraftForm = Type.Object({ id: Type.Integer({ minimum: 1 }) });

/** Of a form's address: the draft with which it begins. */
export const DraftAsked = Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000_000 }));
