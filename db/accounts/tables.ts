/** Tables of the accounts room: people, how they sign in, their sessions, roles and memberships. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { editable, id } from "../columns.ts";
import { organisations } from "../organisations/tables.ts";
import { regions } from "../regions/tables.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const moment = () => timestamp({ withTimezone: true });
const now = () => moment().notNull().defaultNow();

/** An account: a handle and an address, never a required real name. An erased person keeps the row and the id alone. */
export const people = pgTable(
  "people",
  {
    id: id(),
    handle: text(),
    email: text(),
    emailVerifiedAt: moment(),
    passwordHash: text(),
    /** Of letters and of the interface. */
    language: text().notNull().default("en"),
    /** Regions of accepted personal applications; those of CSOs and roles are derived. */
    regions: text().array().notNull().default([]),
    /** Letters tell neither names nor titles in their subject. */
    discreetMail: boolean().notNull().default(true),
    /** Sealed; confirmed once a first code was right. */
    totpSecret: text(),
    totpConfirmedAt: moment(),
    /** The last time step that was accepted: each is accepted once. */
    totpLastStep: bigint({ mode: "number" }),
    /** Labelled people of `npm run demo`. */
    demonstration: boolean().notNull().default(false),
    /** Demonstration people of a load test: rules of rate and likeness do not hold them; nobody else can be so. */
    unlimited: boolean().notNull().default(false),
    createdAt: now(),
    erasedAt: moment(),
    ...editable,
  },
  (table) => [
    uniqueIndex("people_by_handle").on(sql`lower(${table.handle})`),
    uniqueIndex("people_by_email").on(sql`lower(${table.email})`),
    check("people_unlimited", sql`${table.demonstration} or not ${table.unlimited}`),
  ],
);

const personId = () =>
  bigint({ mode: "number" })
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

export const recoveryCodes = pgTable(
  "recovery_codes",
  { id: id(), personId: personId(), codeHash: text().notNull(), usedAt: moment() },
  (table) => [unique().on(table.personId, table.codeHash)],
);

export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    personId: personId(),
    credentialId: text().notNull().unique(),
    publicKey: bytes().notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull().default([]),
    name: text().notNull(),
    createdAt: now(),
    lastUsedAt: moment(),
  },
  (table) => [index().on(table.personId)],
);

/** A signed-in device. Its refresh token is derived from `generation` and `nonce` by the server's secret. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: personId(),
    generation: integer().notNull().default(0),
    nonce: text().notNull(),
    rotatedAt: now(),
    /** Browser and system in words; never an address. */
    device: text().notNull(),
    /** Opened with a second factor or a passkey: without it staff roles sleep. */
    secondFactor: boolean().notNull().default(false),
    /** When password or passkey were last shown. */
    confirmedAt: now(),
    createdAt: now(),
    lastActiveAt: now(),
    endedAt: moment(),
  },
  (table) => [index().on(table.personId), index().on(table.lastActiveAt)],
);

export const roles = pgTable(
  "roles",
  {
    id: id(),
    personId: personId(),
    /** `moderator`, `curator`, `admin` of a region, or `steward` of all (region is null). */
    role: text().notNull(),
    region: text().references(() => regions.slug),
    grantedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    createdAt: now(),
  },
  (table) => [
    unique().on(table.personId, table.role, table.region).nullsNotDistinct(),
    index().on(table.region),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    personId: personId(),
    organisationId: bigint({ mode: "number" })
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** `owner`, `editor` or `poster`. */
    role: text().notNull(),
    createdAt: now(),
    ...editable,
  },
  (table) => [unique().on(table.personId, table.organisationId), index().on(table.organisationId)],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organisationId: bigint({ mode: "number" })
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text().notNull(),
    language: text().notNull(),
    invitedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    /** The link in its letter, if any is still open. */
    linkId: bigint({ mode: "number" }).references(() => links.id, { onDelete: "set null" }),
    createdAt: now(),
    /** When its last letter went out, and how many went out before it. */
    sentAt: now(),
    sendings: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    withdrawnAt: moment(),
    acceptedAt: moment(),
    acceptedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
  },
  (table) => [index().on(table.organisationId), index("invitations_by_email").on(sql`lower(${table.email})`)],
);

/** Links in letters: single use, hashed at rest, and ending. */
export const links = pgTable(
  "links",
  {
    id: id(),
    purpose: text().notNull(),
    tokenHash: text().notNull().unique(),
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "cascade" }),
    email: text(),
    data: jsonb().notNull().default({}).$type<Record<string, unknown>>(),
    createdAt: now(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index().on(table.personId), index().on(table.expiresAt)],
);

/** Failed tries to sign in, by a keyed digest of what was typed as handle or e-mail, whether or not it exists. */
export const signInTries = pgTable(
  "sign_in_tries",
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    nextAt: moment().notNull(),
    updatedAt: now(),
  },
  (table) => [index().on(table.updatedAt)],
);

/** Challenges of visitors' forms that were used, until they expire. */
export const spentChallenges = pgTable(
  "spent_challenges",
  { id: text().primaryKey(), expiresAt: moment().notNull() },
  (table) => [index().on(table.expiresAt)],
);

/** Who was erased and when, by opaque id: replayed after a backup is restored. */
export const erasures = pgTable("erasures", {
  personId: bigint({ mode: "number" }).primaryKey(),
  at: now(),
  /** Their posts were to stay, without a name. */
  keepPosts: boolean().notNull().default(false),
});
