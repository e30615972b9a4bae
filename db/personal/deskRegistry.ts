/** What the desk and its events hold of a person: given to them, and ended with them. */
import type { Given, Reference } from "./registry.ts";

const own = "the person themselves";
const inner = "a number of the database's own";
const another = "another person";
const secret = "a secret that only proves who somebody is";

export const deskReferences: readonly Reference[] = [
  {
    table: "entries",
    column: "proposed_by",
    holds: "id",
    mine: true,
    erase: "delete",
    // What was taken up by the curators has become theirs.
    only: "state in ('proposed', 'declined')",
  },
  {
    table: "entries",
    column: "created_by",
    holds: "id",
    mine: false,
    erase: "empty",
    alsoEmpty: ["proposed_by"],
  },
  { table: "entries", column: "changed_by", holds: "id", mine: false, erase: "empty" },
  { table: "inbox_feeds", column: "added_by", holds: "id", mine: false, erase: "empty" },
  { table: "registrations", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "registrations", column: "email", holds: "email", mine: true, erase: "delete" },
  { table: "assignments", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "desk_settings", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "intakes", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "set_aside", column: "person_id", holds: "id", mine: false, erase: "empty" },
  { table: "web_links", column: "decided_by", holds: "id", mine: false, erase: "empty" },
];

export const deskGiven: readonly Given[] = [
  {
    table: "entries",
    columns: [
      "kind",
      "region",
      "state",
      "content",
      "slug",
      "publish_at",
      "reason",
      "created_at",
      "updated_at",
    ],
    withheld: {
      id: inner,
      version: inner,
      record_id: inner,
      record_version: inner,
      inbox_item_id: inner,
      problem: inner,
      proposed_by: own,
      created_by: another,
      changed_by: another,
    },
    by: "created_at",
  },
  {
    table: "registrations",
    columns: [
      "event_id",
      "email",
      "name",
      "organisation",
      "note",
      "language",
      "state",
      "reminded",
      "created_at",
      "updated_at",
    ],
    withheld: { id: inner, version: inner, person_id: own, token_hash: secret },
    by: "created_at",
  },
  {
    table: "assignments",
    columns: ["region", "kind", "ref", "at"],
    withheld: { person_id: own },
    by: "at",
  },
  {
    table: "desk_settings",
    columns: ["region", "weekly", "sent_at"],
    withheld: { person_id: own },
    by: "region",
  },
  {
    table: "intakes",
    columns: ["region", "kind", "format", "as_drafts", "content", "state", "counts", "created_at"],
    withheld: { person_id: own, token: secret, digest: inner, written: inner, total: inner },
    by: "created_at",
  },
];
