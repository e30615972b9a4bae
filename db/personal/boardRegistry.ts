/** What the board, its watches and its moderation hold of a person: given to them, and ended with them. */
import type { Given, Reference } from "./registry.ts";

const own = "the person themselves";
const inner = "a number of the database's own";
const another = "another person";

/** Posts and threads themselves are ended before, by `board.ts`: whether their words stay is the person's choice. */
export const boardReferences: readonly Reference[] = [
  { table: "board_members", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "board_members", column: "added_by", holds: "id", mine: false, erase: "keep" },
  { table: "thread_authors", column: "person_id", holds: "id", mine: true, erase: "delete" },
  {
    table: "threads",
    column: "author_id",
    holds: "id",
    mine: true,
    erase: "empty",
    alsoEmpty: ["client_id"],
  },
  { table: "posts", column: "author_id", holds: "id", mine: true, erase: "empty", alsoEmpty: ["client_id"] },
  { table: "post_revisions", column: "person_id", holds: "id", mine: true, erase: "empty" },
  { table: "reactions", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "mentions", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "drafts", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "reads", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "board_reads", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "watches", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "notifications", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "notifications", column: "actor_id", holds: "id", mine: false, erase: "keep" },
  { table: "board_settings", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "flags", column: "person_id", holds: "id", mine: true, erase: "empty", alsoBlank: ["note"] },
  {
    table: "appeals",
    column: "person_id",
    holds: "id",
    mine: true,
    erase: "delete",
    // Nobody is left to be answered; what was decided already is counted in the public log.
    only: "decided_at is null",
  },
  {
    table: "appeals",
    column: "person_id",
    holds: "id",
    mine: true,
    erase: "empty",
    alsoBlank: ["words", "answer"],
  },
  { table: "appeals", column: "decided_by", holds: "id", mine: false, erase: "keep" },
  { table: "standings", column: "person_id", holds: "id", mine: true, erase: "delete" },
  { table: "decisions", column: "person_id", holds: "id", mine: true, erase: "empty", alsoBlank: ["reason"] },
  { table: "decisions", column: "moderator_id", holds: "id", mine: false, erase: "keep" },
  { table: "blocks", column: "person_id", holds: "id", mine: true, erase: "delete" },
  // Whoever blocks or mutes somebody is not told to them.
  { table: "blocks", column: "other_id", holds: "id", mine: false, erase: "delete" },
];

export const boardGiven: readonly Given[] = [
  {
    table: "board_members",
    columns: ["board_id", "created_at"],
    withheld: { id: inner, person_id: own, organisation_id: "not the person but a CSO", added_by: another },
  },
  {
    table: "thread_authors",
    columns: ["thread_id", "created_at"],
    withheld: { person_id: own },
    by: "created_at",
  },
  {
    table: "threads",
    columns: [
      "id",
      "board_id",
      "title",
      "kind",
      "language",
      "countries",
      "specializations",
      "organisation_id",
      "state",
      "created_at",
    ],
    withheld: {
      author_id: own,
      client_id: inner,
      merged_into: inner,
      locked_at: "what moderators decided of the thread",
      pinned: "what moderators decided of the thread",
      slow_seconds: "what moderators decided of the thread",
      answer: "may be another person's post",
      version: inner,
      own_version: inner,
      last_number: "what others wrote",
      last_post_at: "what others wrote",
    },
  },
  {
    table: "posts",
    columns: [
      "thread_id",
      "number",
      "organisation_id",
      "body",
      "language",
      "state",
      "reply_to",
      "via",
      "edits",
      "edited_at",
      "created_at",
    ],
    withheld: {
      id: inner,
      author_id: own,
      created_version: inner,
      version: inner,
      client_id: inner,
      html: "made from the body",
      moved_to: inner,
      reactions: "what others did",
      digest: "made from the body",
    },
  },
  {
    table: "post_revisions",
    columns: ["post_id", "body", "at"],
    withheld: { id: inner, version: inner, person_id: own, html: "made from the body" },
  },
  { table: "reactions", columns: ["post_id", "kind", "at"], withheld: { person_id: own }, by: "at" },
  {
    table: "mentions",
    columns: ["post_id"],
    withheld: { id: inner, person_id: own, organisation_id: "not the person but a CSO" },
  },
  {
    table: "drafts",
    columns: ["place", "fields", "queued", "updated_at"],
    withheld: { id: inner, person_id: own, client_id: inner, version: inner },
  },
  { table: "reads", columns: ["thread_id", "number", "at"], withheld: { person_id: own }, by: "at" },
  { table: "board_reads", columns: ["board_id", "until"], withheld: { person_id: own }, by: "until" },
  { table: "watches", columns: ["kind", "target", "level", "at"], withheld: { person_id: own }, by: "at" },
  {
    table: "notifications",
    columns: ["kind", "thread_id", "post_id", "created_at", "read_at", "mailed_at"],
    withheld: { id: inner, person_id: own, actor_id: another, data: inner },
  },
  {
    table: "board_settings",
    columns: ["mail", "presence", "typing", "told_until"],
    withheld: { person_id: own },
    by: "person_id",
  },
  {
    table: "flags",
    columns: ["post_id", "region", "ground", "note", "created_at", "decided_at"],
    withheld: { id: inner, person_id: own, decision_id: inner },
  },
  {
    table: "appeals",
    columns: ["region", "words", "created_at", "decided_at", "outcome", "answer", "updated_at"],
    withheld: { id: inner, person_id: own, decision_id: inner, decided_by: another, version: inner },
  },
  {
    table: "standings",
    columns: ["region", "kind", "until", "at", "ended_at"],
    withheld: { id: inner, person_id: own, decision_id: inner },
  },
  {
    table: "decisions",
    columns: ["region", "thread_id", "post_id", "action", "ground", "reason", "until", "at"],
    withheld: { id: inner, person_id: own, board_id: inner, moderator_id: another, about: inner },
  },
  { table: "blocks", columns: ["kind", "at"], withheld: { person_id: own, other_id: another }, by: "at" },
];
