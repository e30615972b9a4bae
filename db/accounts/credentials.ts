/** Writes of what a person signs in with: password, codes, address, handle. */
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { links, passkeys, people, recoveryCodes, sessions } from "./tables.ts";

type Writing = Queries | Transaction;

export async function setPassword(db: Writing, personId: number, passwordHash: string | null): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

/** False where this step, or a later one, was accepted before: of two at once, one is. */
export async function takeTotpStep(db: Writing, personId: number, step: number): Promise<boolean> {
  const isLater = or(isNull(people.totpLastStep), lt(people.totpLastStep, step));
  const taken = await db
    .update(people)
    .set({ totpLastStep: step })
    .where(and(eq(people.id, personId), isLater))
    .returning({ id: people.id });
  return taken.length > 0;
}

/** False where it is none of the person's, or was used. */
export async function takeRecoveryCode(
  db: Writing,
  { personId, codeHash, at }: { personId: number; codeHash: string; at: Date },
): Promise<boolean> {
  const isOpen = and(eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt));
  const taken = await db
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.personId, personId), isOpen))
    .returning({ id: recoveryCodes.id });
  return taken.length > 0;
}

export async function turnOnTotp(
  tx: Transaction,
  personId: number,
  { sealed, step, at }: { sealed: string; step: number; at: Date },
): Promise<void> {
  await tx
    .update(people)
    .set({ totpSecret: sealed, totpConfirmedAt: at, totpLastStep: step })
    .where(eq(people.id, personId));
}

export async function turnOffTotp(tx: Transaction, personId: number): Promise<void> {
  await tx
    .update(people)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(people.id, personId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.update(sessions).set({ secondFactor: false }).where(eq(sessions.personId, personId));
}

export async function replaceRecoveryCodes(
  tx: Transaction,
  personId: number,
  hashes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash })));
}

/** False where the address is somebody else's. */
export async function setEmail(
  tx: Transaction,
  personId: number,
  { email, verifiedAt }: { email: string; verifiedAt: Date },
): Promise<boolean> {
  const isFree = sql`not exists (select 1 from people as other where lower(other.email) = lower(${email}) and other.id <> ${personId})`;
  const changed = await tx
    .update(people)
    .set({ email, emailVerifiedAt: verifiedAt })
    .where(and(eq(people.id, personId), isFree))
    .returning({ id: people.id });
  return changed.length > 0;
}

export async function verifyEmail(tx: Transaction, personId: number, at: Date): Promise<void> {
  await tx
    .update(people)
    .set({ emailVerifiedAt: at })
    .where(and(eq(people.id, personId), isNull(people.emailVerifiedAt)));
}

/** False where somebody else has it. */
export async function setHandle(tx: Transaction, personId: number, handle: string): Promise<boolean> {
  const isFree = sql`not exists (select 1 from people as other where lower(other.handle) = lower(${handle}) and other.id <> ${personId})`;
  const changed = await tx
    .update(people)
    .set({ handle })
    .where(and(eq(people.id, personId), isFree))
    .returning({ id: people.id });
  return changed.length > 0;
}

export async function setLetters(
  tx: Transaction,
  personId: number,
  wishes: { language: string; discreetMail: boolean },
): Promise<void> {
  await tx.update(people).set(wishes).where(eq(people.id, personId));
}

/** Passkeys made since then go: whoever took the account over may have made them. */
export async function dropPasskeysSince(tx: Transaction, personId: number, since: Date): Promise<void> {
  await tx.delete(passkeys).where(and(eq(passkeys.personId, personId), gt(passkeys.createdAt, since)));
}

/** How many links of this purpose were made for a person within the last hour. */
export async function linksLastHour(
  db: Writing,
  { purpose, personId }: { purpose: string; personId: number },
): Promise<number> {
  const isRecent = gt(links.createdAt, sql`now() - interval '1 hour'`);
  return db.$count(links, and(eq(links.purpose, purpose), eq(links.personId, personId), isRecent));
}

/** Seen by every node once the transaction is committed: a job waits in the queue of this name. */
export async function tellOfJob(tx: Transaction, queue: string): Promise<void> {
  await tx.execute(sql`insert into changes (room) values (${queue})`);
}
