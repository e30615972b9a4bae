/** Tables of the inbox room: other people's feeds that a region's curators read, and what came by them. */
import { bigint, boolean, index, integer, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });

export const inboxFeeds = pgTable(
  "inbox_feeds",
  {
    id: id(),
    region: text()
      .notNull()
      .references(() => regions.slug),
    url: text().notNull(),
    /** As the feed calls itself, until a curator calls it otherwise. */
    title: text().notNull(),
    siteUrl: text(),
    language: text(),
    /** What the server wants to see again for a conditional GET. */
    etag: text(),
    lastModified: text(),
    fetchedAt: moment(),
    /** When it last answered with a feed. */
    okAt: moment(),
    nextAt: moment().notNull().defaultNow(),
    /** A node asks it until then: no other does. */
    fetchingUntil: moment(),
    /** In a row: the pause grows with them. */
    failures: integer().notNull().default(0),
    /** Why the last one failed: a code of `shared/inbox/rules.ts`. */
    problem: text(),
    paused: boolean().notNull().default(false),
    addedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    ...editable,
  },
  (table) => [unique().on(table.region, table.url), index().on(table.nextAt)],
);

export const inboxItems = pgTable(
  "inbox_items",
  {
    id: id(),
    feedId: bigint({ mode: "number" })
      .notNull()
      .references(() => inboxFeeds.id, { onDelete: "cascade" }),
    region: text().notNull(),
    /** What it is recognised by, in whichever of the region's feeds it comes: `address_key` of its address. */
    key: text().notNull(),
    url: text().notNull(),
    title: text().notNull(),
    /** Plain text, as the feed has it: to be read at the desk only, never published. */
    excerpt: text().notNull().default(""),
    publishedOn: text(),
    language: text(),
    /** `new`, `used` or `dismissed`. */
    state: text().notNull().default("new"),
    seenAt: moment().notNull().defaultNow(),
    ...editable,
  },
  (table) => [
    unique().on(table.region, table.key),
    index().on(table.region, table.state, table.id.desc()),
    index().on(table.feedId, table.state, table.id.desc()),
  ],
);
