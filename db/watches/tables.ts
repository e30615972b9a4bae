/** Tables of the watches room: what a person watches, what they were told, and how they want to be told. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { posts, threads } from "../board/tables.ts";
import { id } from "../columns.ts";

const ref = () => bigint({ mode: "number" });
const moment = () => timestamp({ withTimezone: true });
const mine = () =>
  ref()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

export const watches = pgTable(
  "watches",
  {
    personId: mine(),
    /** `thread`, `board` or `country`. */
    kind: text().notNull(),
    /** A thread's or board's id, or an iso2. */
    target: text().notNull(),
    /** `all`, `mentions` (only what names or answers me) or `none`. */
    level: text().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.kind, table.target] }),
    index().on(table.kind, table.target),
  ],
);

export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    personId: mine(),
    /** `reply`, `mention`, `quote`, `thread`, `answer`, `decision`, `appeal` … */
    kind: text().notNull(),
    threadId: ref().references(() => threads.id, { onDelete: "cascade" }),
    postId: ref().references(() => posts.id, { onDelete: "cascade" }),
    /** Who did it. */
    actorId: ref().references(() => people.id, { onDelete: "set null" }),
    /** What the sentence needs beside them; never a name or a text of somebody's. */
    data: jsonb().notNull().default({}).$type<Record<string, string | number>>(),
    createdAt: moment().notNull().defaultNow(),
    readAt: moment(),
    /** When a letter told of it. */
    mailedAt: moment(),
  },
  (table) => [
    unique().on(table.personId, table.postId, table.kind),
    index("notifications_newest").on(table.personId, table.id),
    index("notifications_unread").on(table.personId, table.readAt),
    index("notifications_to_mail")
      .on(table.personId, table.id)
      .where(sql`${table.mailedAt} is null and ${table.readAt} is null`),
    index().on(table.threadId),
    index().on(table.postId),
    index().on(table.actorId),
  ],
);

/** How a person wants the board; who chose nothing has no row. */
export const boardSettings = pgTable("board_settings", {
  personId: mine().primaryKey(),
  /** `at-once`, `daily`, `weekly` or `never`. */
  mail: text().notNull().default("daily"),
  /** Shows others in members' boards that one is there, and that one writes; off until chosen. */
  presence: boolean().notNull().default(false),
  typing: boolean().notNull().default(false),
  /** Up to when the last digest told. */
  toldUntil: moment(),
});
