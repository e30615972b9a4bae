/** Tables of the moderation room: flags, decisions, appeals, who may not post for a time, and who does not want to read whom. */
import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { boards, posts, threads } from "../board/tables.ts";
import { editable, id } from "../columns.ts";
import { regions } from "../regions/tables.ts";

const ref = () => bigint({ mode: "number" });
const moment = () => timestamp({ withTimezone: true });
const now = () => moment().notNull().defaultNow();
const somebody = () => ref().references(() => people.id, { onDelete: "set null" });
const mine = () =>
  ref()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** What a moderator decided, and why. Never edited; an appeal may reverse it, which is a decision of its own. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    /** Where it is public and who may see it; null: of the boards of all regions. */
    region: text().references(() => regions.slug),
    boardId: ref().references(() => boards.id, { onDelete: "set null" }),
    threadId: ref().references(() => threads.id, { onDelete: "set null" }),
    postId: ref().references(() => posts.id, { onDelete: "set null" }),
    /** About whose post or whom. */
    personId: somebody(),
    /** `keep`, `hide`, `show`, `lock`, `unlock`, `warn`, `suspend`, `ban`, `lift`, `approve`, `reject`, `pin`, `unpin`, `move`, `split`, `merge`. */
    action: text().notNull(),
    /** Of the rules' list, for the public log. */
    ground: text().notNull(),
    /** What the person is told, in the moderator's words. */
    reason: text().notNull().default(""),
    until: moment(),
    moderatorId: somebody(),
    /** The decision that this one reverses or upholds after an appeal. */
    about: ref(),
    at: now(),
  },
  (table) => [
    index("decisions_log").on(table.region, table.id),
    index().on(table.personId),
    index().on(table.moderatorId),
    index().on(table.postId),
    index().on(table.threadId),
  ],
);

export const flags = pgTable(
  "flags",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** Of the post's board when it was flagged. */
    region: text().references(() => regions.slug),
    personId: somebody(),
    ground: text().notNull(),
    note: text().notNull().default(""),
    createdAt: now(),
    decisionId: ref().references(() => decisions.id, { onDelete: "set null" }),
    decidedAt: moment(),
  },
  (table) => [
    uniqueIndex("flags_open_once").on(table.postId, table.personId).where(sql`${table.decidedAt} is null`),
    index("flags_open").on(table.region, table.createdAt).where(sql`${table.decidedAt} is null`),
    index().on(table.personId),
    index().on(table.decisionId),
  ],
);

/** One for each decision. */
export const appeals = pgTable(
  "appeals",
  {
    id: id(),
    decisionId: ref()
      .notNull()
      .unique()
      .references(() => decisions.id, { onDelete: "cascade" }),
    /** Of which region's moderators it is asked; another one's where its own has no second moderator. */
    region: text().references(() => regions.slug),
    personId: somebody(),
    words: text().notNull(),
    createdAt: now(),
    decidedBy: somebody(),
    decidedAt: moment(),
    /** `upheld` or `reversed`. */
    outcome: text(),
    answer: text().notNull().default(""),
    ...editable,
  },
  (table) => [
    index("appeals_open").on(table.region, table.createdAt).where(sql`${table.decidedAt} is null`),
    index().on(table.personId),
    index().on(table.decidedBy),
  ],
);

/** Who may not post: `suspended` until a moment, `banned` from a region's boards. */
export const standings = pgTable(
  "standings",
  {
    id: id(),
    personId: mine(),
    /** Null: of the boards of all regions too. */
    region: text().references(() => regions.slug),
    kind: text().notNull(),
    until: moment(),
    decisionId: ref().references(() => decisions.id, { onDelete: "set null" }),
    at: now(),
    endedAt: moment(),
  },
  (table) => [
    index("standings_of").on(table.personId).where(sql`${table.endedAt} is null`),
    index().on(table.decisionId),
    check("standings_kind", sql`${table.kind} in ('suspended', 'banned')`),
  ],
);

/** `block`: neither hears of the other, and the other cannot name or answer me; `mute`: I do not see their posts. */
export const blocks = pgTable(
  "blocks",
  { personId: mine(), otherId: mine(), kind: text().notNull(), at: now() },
  (table) => [primaryKey({ columns: [table.personId, table.otherId] }), index().on(table.otherId)],
);
