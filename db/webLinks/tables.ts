/** Tables of the webLinks room: addresses on the web that records point to, and whether they still lead anywhere. */
import { bigint, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable } from "../columns.ts";

const moment = () => timestamp({ withTimezone: true });

export const webLinks = pgTable(
  "web_links",
  {
    url: text().primaryKey(),
    /** `unchecked`, `ok`, `moved`, `gone` or `failing`. */
    state: text().notNull().default("unchecked"),
    /** Where a permanent redirect leads. */
    movedTo: text(),
    /** The last answer's status; null: none came. */
    status: integer(),
    failures: integer().notNull().default(0),
    /** Since when it is not what it was. */
    since: moment(),
    checkedAt: moment(),
    nextAt: moment().notNull().defaultNow(),
    /** What a curator said of it: `gone`, `archived` or `fine`; null: nothing yet. */
    verdict: text(),
    archivedUrl: text(),
    decidedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    decidedAt: moment(),
    ...editable,
  },
  (table) => [index().on(table.nextAt), index().on(table.state)],
);
