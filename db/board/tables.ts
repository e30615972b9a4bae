/** Tables of the board room: boards and who is in them, threads, posts and what hangs on them, drafts, what was read. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { organisations } from "../organisations/tables.ts";
import { regions } from "../regions/tables.ts";

const ref = () => bigint({ mode: "number" });
const moment = () => timestamp({ withTimezone: true });
const now = () => moment().notNull().defaultNow();
/** Who wrote something: the name goes with the account, the text only if the person says so. */
const author = () => ref().references(() => people.id, { onDelete: "set null" });
const mine = () =>
  ref()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

export const boards = pgTable(
  "boards",
  {
    id: id(),
    /** Null: of all regions. */
    region: text().references(() => regions.slug),
    slug: text().notNull(),
    /** By language of the interface. */
    names: jsonb().notNull().$type<Record<string, string>>(),
    purposes: jsonb().notNull().$type<Record<string, string>>(),
    position: integer().notNull().default(0),
    /** `public`, `members` or `group`. */
    visibility: text().notNull(),
    /** Who may start threads: `members` or `moderators`. */
    starters: text().notNull().default("members"),
    /** Between two posts of one person; 0: none. */
    slowSeconds: integer().notNull().default(0),
    /** Closed: it can be read, nothing is written any more. */
    closedAt: moment(),
    createdAt: now(),
    ...editable,
  },
  (table) => [
    unique().on(table.region, table.slug).nullsNotDistinct(),
    check("boards_visibility", sql`${table.visibility} in ('public', 'members', 'group')`),
    check("boards_starters", sql`${table.starters} in ('members', 'moderators')`),
  ],
);

/** Who is in a board of visibility `group`: a person, or everybody of a CSO. */
export const boardMembers = pgTable(
  "board_members",
  {
    id: id(),
    boardId: ref()
      .notNull()
      .references(() => boards.id, { onDelete: "cascade" }),
    personId: ref().references(() => people.id, { onDelete: "cascade" }),
    organisationId: ref().references(() => organisations.id, { onDelete: "cascade" }),
    addedBy: author(),
    createdAt: now(),
  },
  (table) => [
    unique().on(table.boardId, table.personId, table.organisationId).nullsNotDistinct(),
    index().on(table.personId),
    index().on(table.organisationId),
    check("board_members_one", sql`num_nonnulls(${table.personId}, ${table.organisationId}) = 1`),
  ],
);

export const threads = pgTable(
  "threads",
  {
    id: id(),
    boardId: ref()
      .notNull()
      .references(() => boards.id),
    title: text().notNull(),
    /** `discussion`, `question`, `announcement` or `live`. */
    kind: text().notNull(),
    language: text().notNull(),
    /** Countries it is about, in capitals; and specialisations. */
    countries: text().array().notNull().default([]),
    specializations: text().array().notNull().default([]),
    authorId: author(),
    /** The CSO whose badge its author wore. */
    organisationId: ref().references(() => organisations.id, { onDelete: "set null" }),
    /** The starter's own id of it: sent again it is the same thread. */
    clientId: text(),
    /** `visible`, `pending`, `hidden`, `deleted` or `merged`. */
    state: text().notNull().default("visible"),
    mergedInto: ref(),
    lockedAt: moment(),
    pinned: boolean().notNull().default(false),
    slowSeconds: integer().notNull().default(0),
    /** The number of the post that answers a question. */
    answer: integer(),
    /** Each change of the thread or of one of its posts raises it. */
    version: integer().notNull().default(1),
    /** The version at which what the thread itself says changed last: title, state, lock, pin, board, answer. */
    ownVersion: integer().notNull().default(1),
    /** The number of its last post; numbers have no gaps. */
    lastNumber: integer().notNull().default(0),
    createdAt: now(),
    /** When its last post that all may see was written: lists go by it. */
    lastPostAt: now(),
  },
  (table) => [
    foreignKey({ columns: [table.mergedInto], foreignColumns: [table.id] }),
    unique().on(table.boardId, table.authorId, table.clientId),
    index("threads_latest").on(table.boardId, table.pinned, table.lastPostAt, table.id),
    index("threads_newest").on(table.boardId, table.pinned, table.createdAt, table.id),
    index("threads_unanswered")
      .on(table.boardId, table.lastPostAt, table.id)
      .where(sql`${table.lastNumber} = 1 or (${table.kind} = 'question' and ${table.answer} is null)`),
    index("threads_of_author").on(table.authorId, table.lastPostAt, table.id),
    index("threads_of_organisation").on(table.organisationId).where(sql`${table.organisationId} is not null`),
    index("threads_of_countries").using("gin", table.countries),
    check("threads_kind", sql`${table.kind} in ('discussion', 'question', 'announcement', 'live')`),
    check("threads_state", sql`${table.state} in ('visible', 'pending', 'hidden', 'deleted', 'merged')`),
  ],
);

/** Who may write entries of live coverage, beside who started it. */
export const threadAuthors = pgTable(
  "thread_authors",
  {
    threadId: ref()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    personId: mine(),
    createdAt: now(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.personId] }), index().on(table.personId)],
);

export const posts = pgTable(
  "posts",
  {
    id: id(),
    threadId: ref()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** The thread's version at which it was written, and at which it last changed. */
    createdVersion: integer().notNull(),
    version: integer().notNull(),
    authorId: author(),
    organisationId: ref().references(() => organisations.id, { onDelete: "set null" }),
    /** The writer's own id of it: sent again it is the same post. */
    clientId: text(),
    /** Markdown as it was typed, and the HTML that was made of it; both empty once deleted by its author. */
    body: text().notNull(),
    html: text().notNull(),
    language: text().notNull(),
    /** `visible`, `pending` (waits for approval), `hidden` (by a moderator), `deleted` (by its author) or `moved`. */
    state: text().notNull().default("visible"),
    /** Where it stands now: the post that took its place in another thread. */
    movedTo: ref(),
    /** The number of the post that it answers, if it says so. */
    replyTo: integer(),
    /** How many of each kind: `{ "thanks": 3 }`. */
    reactions: jsonb().notNull().default({}).$type<Record<string, number>>(),
    /** Came by `web` or `mail`. */
    via: text().notNull().default("web"),
    edits: integer().notNull().default(0),
    editedAt: moment(),
    /** Of normalised words, to know the same text again. */
    digest: text(),
    createdAt: now(),
  },
  (table) => [
    foreignKey({ columns: [table.movedTo], foreignColumns: [table.id] }),
    unique("posts_by_number").on(table.threadId, table.number),
    uniqueIndex("posts_once").on(table.threadId, table.authorId, table.clientId),
    index("posts_changed").on(table.threadId, table.version),
    index("posts_of_author").on(table.authorId, table.createdAt),
    index("posts_of_organisation").on(table.organisationId).where(sql`${table.organisationId} is not null`),
    index("posts_pending").on(table.threadId).where(sql`${table.state} = 'pending'`),
    index("posts_moved_to").on(table.movedTo).where(sql`${table.movedTo} is not null`),
    check("posts_state", sql`${table.state} in ('visible', 'pending', 'hidden', 'deleted', 'moved')`),
  ],
);

/** What a post said before an edit; members may see it. */
export const postRevisions = pgTable(
  "post_revisions",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    body: text().notNull(),
    html: text().notNull(),
    /** The thread's version from which on the post said something else. */
    version: integer().notNull().default(0),
    /** Who ended this version, and when. */
    personId: author(),
    at: now(),
  },
  (table) => [index().on(table.postId, table.id), index().on(table.personId)],
);

/** Posts of the platform itself in further languages, made by people. */
export const postTranslations = pgTable(
  "post_translations",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    language: text().notNull(),
    title: text(),
    body: text().notNull(),
    html: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.language] })],
);

export const reactions = pgTable(
  "reactions",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    personId: mine(),
    kind: text().notNull(),
    at: now(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.personId, table.kind] }),
    index().on(table.personId),
  ],
);

export const mentions = pgTable(
  "mentions",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    personId: ref().references(() => people.id, { onDelete: "cascade" }),
    organisationId: ref().references(() => organisations.id, { onDelete: "cascade" }),
  },
  (table) => [
    unique().on(table.postId, table.personId, table.organisationId).nullsNotDistinct(),
    index().on(table.personId),
    index().on(table.organisationId),
  ],
);

/** Uploads that a post shows, by the files' `set`; one that is in no post is only its uploader's. */
export const postFiles = pgTable(
  "post_files",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    fileSet: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.fileSet] }), index().on(table.fileSet)],
);

/** What follows a post once it is committed (telling, finding): taken by one node, and gone when done. */
export const postWork = pgTable(
  "post_work",
  {
    id: id(),
    /** `tell` or `find`. */
    kind: text().notNull(),
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    at: now(),
  },
  (table) => [index().on(table.kind, table.id), index().on(table.postId)],
);

export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    personId: mine(),
    /** `thread:12`, `board:5` or `desk:africa:news:new`. */
    place: text().notNull(),
    /** The fields as they stood in the form. */
    fields: jsonb().notNull().$type<Record<string, string | string[]>>(),
    /** The id that the post will have, so that it is sent once. */
    clientId: text().notNull(),
    /** Was sent while the network was away: it goes out by itself. */
    queued: boolean().notNull().default(false),
    ...editable,
  },
  (table) => [unique().on(table.personId, table.place, table.clientId)],
);

/** Up to which number a person has read a thread. */
export const reads = pgTable(
  "reads",
  {
    personId: mine(),
    threadId: ref()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    at: now(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.threadId] }), index().on(table.threadId)],
);

/** Up to when everything in a board counts as read. */
export const boardReads = pgTable(
  "board_reads",
  {
    personId: mine(),
    boardId: ref()
      .notNull()
      .references(() => boards.id, { onDelete: "cascade" }),
    until: now(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.boardId] })],
);
