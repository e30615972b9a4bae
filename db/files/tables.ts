/** Tables of the files room: pictures in the database, in chunks, so that all nodes and one backup see the same. */
import {
  bigint,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { id } from "../columns.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const files = pgTable(
  "files",
  {
    id: id(),
    /** Its address: an HMAC of owner and content. */
    hash: text().notNull().unique(),
    /** What it hangs on, whose rule says who may read it: "organisation" and its id. */
    ownerKind: text().notNull(),
    ownerId: bigint({ mode: "number" }).notNull(),
    /** All variants of one upload have the same. */
    set: text().notNull(),
    /** "webp-192", "png-96" … */
    variant: text().notNull(),
    type: text().notNull(),
    width: integer(),
    height: integer(),
    size: integer().notNull(),
    uploadedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.ownerKind, table.ownerId), index().on(table.set)],
);

export const fileChunks = pgTable(
  "file_chunks",
  {
    fileId: bigint({ mode: "number" })
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.position] })],
);
