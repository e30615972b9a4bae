/** Everything in the database that refers to a person: what they are given of it, and what erasing them does with it. */
import { boardGiven, boardReferences } from "./boardRegistry.ts";
import { deskGiven, deskReferences } from "./deskRegistry.ts";

/** How a column names a person. */
export type Holds =
  /** Their id in `people`. */
  | "id"
  /** Their address, in any case of letters. */
  | "email"
  /** Their id, where `owner_kind` says that a person is meant. */
  | "owner";

export interface Reference {
  table: string;
  column: string;
  holds: Holds;
  /** The row is about the person, so that it belongs into what they are given; otherwise it only says who did something. */
  mine: boolean;
  /** `keep`: the opaque id stays, and is shown as "person removed". */
  erase: "delete" | "empty" | "keep";
  /** Which rows alone are erased, as a condition. */
  only?: string;
  /** What else of the row the person wrote about themselves: emptied too. */
  alsoEmpty?: readonly string[];
  /** Such words that may not be null: they become empty. */
  alsoBlank?: readonly string[];
}

/** In the order in which they are erased: a row that others are found by comes after them. */
export const references: readonly Reference[] = [
  { table: "sessions", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "recovery_codes", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "passkeys", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "roles", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "roles", column: "granted_by", holds: "id", mine: false, erase: "keep" },
  { table: "memberships", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "links", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "links", column: "email", holds: "email", mine: true, erase: "delete" },
  { table: "invitations", column: "email", holds: "email", mine: true, erase: "delete" },
  {
    table: "invitations",
    column: "invited_by",
    holds: "id",
    mine: false,
    erase: "delete",
    // Nobody would know any more who asks them in; the CSO's other owners invite anew.
    only: "accepted_at is null",
  },
  { table: "invitations", column: "accepted_by", holds: "id", mine: true, erase: "delete" },
  { table: "applications", column: "email", holds: "email", mine: true, erase: "delete" },
  { table: "applications", column: "decided_by", holds: "id", mine: false, erase: "keep" },
  { table: "application_messages", column: "person_id", holds: "id", mine: false, erase: "keep" },
  {
    table: "corrections",
    column: "email",
    holds: "email",
    mine: true,
    erase: "empty",
    alsoEmpty: ["credit", "note", "person_id"],
  },
  {
    table: "corrections",
    column: "person_id",
    holds: "id",
    mine: true,
    erase: "empty",
    alsoEmpty: ["credit", "note", "email"],
  },
  { table: "corrections", column: "decided_by", holds: "id", mine: false, erase: "keep" },
  { table: "follows", column: "email", holds: "email", mine: true, erase: "delete" },
  { table: "files", column: "owner_id", holds: "owner", mine: true, erase: "delete" },
  { table: "files", column: "uploaded_by", holds: "id", mine: false, erase: "empty" },
  ...boardReferences,
  ...deskReferences,
  { table: "revisions", column: "person_id", holds: "id", mine: true, erase: "keep" },
  { table: "audit", column: "person_id", holds: "id", mine: true, erase: "keep" },
  { table: "erasures", column: "person_id", holds: "id", mine: false, erase: "keep" },
];

/** Columns whose name sounds like a person's, with the reason why they are none. */
export const notOfPersons: Readonly<Record<string, string>> = {
  "people.handle": "the person's own row, which is emptied",
  "people.email": "the person's own row, which is emptied",
  "board_settings.mail": "how often letters come",
  "events.run_by": "who runs a workshop, as its announcement says it",
  "organisations.email": "the CSO's own contact, published by it",
  "organisations.phone": "the CSO's own contact, published by it",
};

/** What a person is given of each table that holds rows about them: every column is either given, or kept back with a reason. */
export interface Given {
  table: string;
  columns: readonly string[];
  withheld: Readonly<Record<string, string>>;
  /** The column that rows are ordered by, where the table has no id. */
  by?: string;
}

const secret = "a secret that only proves who somebody is";
const own = "the person themselves";
const inner = "a number of the database's own";

export const given: readonly Given[] = [
  {
    table: "people",
    columns: [
      "handle",
      "email",
      "email_verified_at",
      "language",
      "regions",
      "discreet_mail",
      "totp_confirmed_at",
      "created_at",
      "updated_at",
    ],
    withheld: {
      id: inner,
      version: inner,
      password_hash: secret,
      totp_secret: secret,
      totp_last_step: secret,
      demonstration: inner,
      unlimited: inner,
      erased_at: "whoever is erased is given nothing any more",
    },
  },
  {
    table: "sessions",
    columns: [
      "device",
      "second_factor",
      "created_at",
      "last_active_at",
      "confirmed_at",
      "rotated_at",
      "ended_at",
    ],
    withheld: { id: secret, generation: secret, nonce: secret, person_id: own },
    by: "created_at",
  },
  {
    table: "recovery_codes",
    columns: ["used_at"],
    withheld: { id: inner, person_id: own, code_hash: secret },
  },
  {
    table: "passkeys",
    columns: ["name", "transports", "created_at", "last_used_at"],
    withheld: { id: inner, person_id: own, credential_id: secret, public_key: secret, counter: secret },
  },
  {
    table: "roles",
    columns: ["role", "region", "created_at"],
    withheld: { id: inner, person_id: own, granted_by: "another person" },
  },
  {
    table: "memberships",
    columns: ["organisation_id", "role", "created_at", "updated_at"],
    withheld: { id: inner, person_id: own, version: inner },
  },
  {
    table: "links",
    columns: ["purpose", "email", "created_at", "expires_at", "used_at"],
    withheld: { id: inner, person_id: own, token_hash: secret, data: "may name others" },
  },
  {
    table: "invitations",
    columns: [
      "organisation_id",
      "role",
      "language",
      "created_at",
      "expires_at",
      "withdrawn_at",
      "accepted_at",
      "sent_at",
      "sendings",
    ],
    withheld: {
      id: inner,
      email: "where an invitation was sent may be somebody else's address",
      invited_by: "another person",
      link_id: inner,
      accepted_by: own,
    },
  },
  {
    table: "applications",
    columns: [
      "region",
      "iso2",
      "kind",
      "organisation_id",
      "status",
      "language",
      "name",
      "email",
      "answers",
      "proved_by",
      "created_at",
      "submitted_at",
      "decided_at",
      "reason",
      "updated_at",
    ],
    withheld: {
      id: inner,
      version: inner,
      token_hash: secret,
      code_hash: secret,
      code_tries: secret,
      code_expires_at: secret,
      decided_by: "another person",
    },
  },
  {
    table: "corrections",
    columns: [
      "region",
      "iso2",
      "organisation_id",
      "kind",
      "ref",
      "field",
      "current",
      "proposed",
      "source",
      "note",
      "language",
      "email",
      "credit",
      "status",
      "reason",
      "decided_at",
      "created_at",
      "updated_at",
    ],
    withheld: { id: inner, version: inner, person_id: own, decided_by: "another person" },
  },
  {
    table: "follows",
    columns: ["email", "language", "region", "kind", "target", "created_at", "confirmed_at", "told_until"],
    withheld: { id: inner },
  },
  {
    table: "files",
    columns: ["variant", "type", "width", "height", "size", "created_at"],
    withheld: { id: inner, hash: secret, owner_kind: own, owner_id: own, set: inner, uploaded_by: own },
  },
  ...boardGiven,
  ...deskGiven,
  {
    table: "revisions",
    columns: ["kind", "ref", "region", "iso2", "version", "after", "acted_as", "source", "at"],
    withheld: {
      id: inner,
      before: "what others wrote",
      credit: "may name another person",
      person_id: own,
    },
  },
  {
    table: "audit",
    columns: ["at", "action", "region"],
    withheld: {
      id: inner,
      person_id: own,
      target: "may name another person",
      digest: secret,
      previous_hash: inner,
      hash: inner,
    },
  },
];
