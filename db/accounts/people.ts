/** People: how one is found by what was typed, and what the pages of an account show. */
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { passkeys, people, recoveryCodes, sessions } from "./tables.ts";

const shown = {
  id: people.id,
  handle: people.handle,
  email: people.email,
  emailVerifiedAt: people.emailVerifiedAt,
  passwordHash: people.passwordHash,
  language: people.language,
  discreetMail: people.discreetMail,
  /** Sealed; in use once it was confirmed. */
  totpSecret: people.totpSecret,
  totpConfirmedAt: people.totpConfirmedAt,
};

export interface Person {
  id: number;
  handle: string;
  email: string;
  emailVerifiedAt: Date | null;
  passwordHash: string | null;
  language: string;
  discreetMail: boolean;
  totpSecret: string | null;
  totpConfirmedAt: Date | null;
}

type Reading = Queries | Transaction;

async function one(db: Reading, condition: SQL): Promise<Person | null> {
  const [row] = await db
    .select(shown)
    .from(people)
    .where(and(condition, isNull(people.erasedAt)));
  const { handle, email, ...rest } = row ?? { handle: null, email: null };
  return row && handle !== null && email !== null ? { ...row, ...rest, handle, email } : null;
}

/** By handle or, with an @, by e-mail; in any case of letters. */
export function personByName(db: Reading, name: string): Promise<Person | null> {
  return name.includes("@")
    ? personByEmail(db, name)
    : one(db, sql`lower(${people.handle}) = lower(${name})`);
}

export function personByEmail(db: Reading, email: string): Promise<Person | null> {
  return one(db, sql`lower(${people.email}) = lower(${email})`);
}

export function personById(db: Reading, id: number): Promise<Person | null> {
  return one(db, eq(people.id, id));
}

export async function isHandleTaken(db: Reading, handle: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.handle}) = lower(${handle})`);
  return rows.length > 0;
}

export interface Device {
  id: string;
  device: string;
  lastActiveAt: Date;
}

/** Where a person is signed in, the last active first. */
export function devicesOf(db: Queries, personId: number): Promise<Device[]> {
  return db
    .select({ id: sessions.id, device: sessions.device, lastActiveAt: sessions.lastActiveAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.lastActiveAt), asc(sessions.id));
}

export async function recoveryCodesLeft(db: Queries, personId: number): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
}

export function passkeysOf(db: Queries, personId: number): Promise<number> {
  return db.$count(passkeys, eq(passkeys.personId, personId));
}

/** The names of CSOs, for what a link gives. */
export async function organisationNames(db: Queries, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: number; name: string }>(
    sql`select id, name from organisations where id in (${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )})`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
