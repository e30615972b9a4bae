/** Tables of the applications room: who wants to join or claims a CSO, and what was said about it. */
import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { countries } from "../countries/tables.ts";
import { organisations } from "../organisations/tables.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });

export const applications = pgTable(
  "applications",
  {
    id: id(),
    region: text()
      .notNull()
      .references(() => regions.slug),
    iso2: text().references(() => countries.iso2),
    /** `organisation` (a new CSO), `person` (alone) or `claim` (of a listed CSO). */
    kind: text().notNull(),
    organisationId: bigint({ mode: "number" }).references(() => organisations.id, { onDelete: "cascade" }),
    /** `draft`, `unconfirmed` (its address), `waiting`, `asked`, `accepted`, `declined` or `withdrawn`. */
    status: text().notNull(),
    /** In which the applicant reads and is written to. */
    language: text().notNull(),
    name: text(),
    email: text(),
    /** The form as it was filled in, by the contract's fields. */
    answers: jsonb().notNull().default({}).$type<Record<string, unknown>>(),
    /** By which its applicant comes back to it. */
    tokenHash: text().unique(),
    /** `domain`: a code mailed to the organisation's own domain was right. */
    provedBy: text(),
    codeHash: text(),
    codeTries: integer().notNull().default(0),
    codeExpiresAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    submittedAt: moment(),
    decidedAt: moment(),
    decidedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    /** Why it was declined, in the applicant's language. */
    reason: text(),
    ...editable,
  },
  (table) => [index().on(table.region, table.status, table.submittedAt), index().on(table.organisationId)],
);

export const applicationMessages = pgTable(
  "application_messages",
  {
    id: id(),
    applicationId: bigint({ mode: "number" })
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** The admin who wrote it; null: the applicant. */
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    fromApplicant: boolean().notNull(),
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.applicationId, table.id)],
);
