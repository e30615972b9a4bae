/** Writes of the applications room; each that another may have done meanwhile tells whether it came in time. */
import { and, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import {
  ACCEPTED_DAYS,
  CODE_TRIES,
  DECLINED_DAYS,
  DRAFT_DAYS,
  UNCONFIRMED_DAYS,
} from "shared/applications/rules.ts";
import type { Transaction } from "../transaction.ts";
import { applicationMessages, applications } from "./tables.ts";

export type NewApplication = Omit<typeof applications.$inferInsert, "id" | "version" | "updatedAt">;
type Fields = Partial<typeof applications.$inferInsert>;

/** Its number. */
export async function insertApplication(tx: Transaction, application: NewApplication): Promise<number> {
  const [row] = await tx.insert(applications).values(application).returning({ id: applications.id });
  if (!row) throw new Error("a new application gave no id");
  return row.id;
}

/** True where the row was in one of these states, and was changed. */
async function change(tx: Transaction, where: SQL | undefined, fields: Fields): Promise<boolean> {
  const rows = await tx.update(applications).set(fields).where(where).returning({ id: applications.id });
  return rows.length > 0;
}

const isIn = (id: number, ...statuses: string[]) =>
  and(eq(applications.id, id), inArray(applications.status, statuses));

export function setToken(tx: Transaction, id: number, tokenHash: string): Promise<boolean> {
  return change(tx, eq(applications.id, id), { tokenHash });
}

export function keepDraft(tx: Transaction, id: number, fields: Fields): Promise<boolean> {
  return change(tx, isIn(id, "draft"), fields);
}

/** The form is complete and its address is to be confirmed. */
export function submitDraft(tx: Transaction, id: number, fields: Fields): Promise<boolean> {
  return change(tx, isIn(id, "draft"), { ...fields, status: "unconfirmed" });
}

/** Its address is confirmed: from now on it waits for the region's admins. */
export function enterQueue(tx: Transaction, id: number, now: Date, fields: Fields = {}): Promise<boolean> {
  return change(tx, isIn(id, "unconfirmed"), {
    ...fields,
    status: "waiting",
    submittedAt: now,
    codeHash: null,
    codeExpiresAt: null,
  });
}

export function keepCode(
  tx: Transaction,
  id: number,
  code: { codeHash: string; codeExpiresAt: Date },
): Promise<boolean> {
  return change(tx, isIn(id, "unconfirmed"), code);
}

/**
 * Counts a try before it is judged, and ends the code with the last one, so that many at once are not free. How many
 * there were in all, or null where this code is not open.
 */
export async function countTry(tx: Transaction, id: number, codeHash: string): Promise<number | null> {
  const next = sql`${applications.codeTries} + 1`;
  const [row] = await tx
    .update(applications)
    .set({
      codeTries: next,
      codeHash: sql`case when (${next}) % ${CODE_TRIES} = 0 then null else ${applications.codeHash} end`,
    })
    .where(and(isIn(id, "unconfirmed"), eq(applications.codeHash, codeHash)))
    .returning({ tries: applications.codeTries });
  return row?.tries ?? null;
}

/** No further code is given: a link takes its place. */
export function closeCode(tx: Transaction, id: number): Promise<boolean> {
  return change(tx, isIn(id, "unconfirmed"), { codeHash: null, codeExpiresAt: null });
}

export function acceptByDomain(tx: Transaction, id: number, now: Date): Promise<boolean> {
  return change(tx, isIn(id, "unconfirmed"), {
    status: "accepted",
    provedBy: "domain",
    submittedAt: now,
    decidedAt: now,
    codeHash: null,
    codeExpiresAt: null,
  });
}

export interface Deciding {
  id: number;
  region: string;
  /** As it was read. */
  version: number;
  personId: number;
  now: Date;
}

const stillSo = ({ id, region, version }: Deciding) =>
  and(isIn(id, "waiting", "asked"), eq(applications.region, region), eq(applications.version, version));

/** False where another admin was quicker. */
export function decide(
  tx: Transaction,
  deciding: Deciding,
  { status, reason }: { status: "accepted" | "declined"; reason: string | null },
): Promise<boolean> {
  return change(tx, stillSo(deciding), {
    status,
    reason,
    decidedAt: deciding.now,
    decidedBy: deciding.personId,
  });
}

/** The profile that was made for it. */
export function setOrganisation(tx: Transaction, id: number, organisationId: number): Promise<boolean> {
  return change(tx, eq(applications.id, id), { organisationId });
}

export function askBack(tx: Transaction, deciding: Deciding): Promise<boolean> {
  return change(tx, stillSo(deciding), { status: "asked" });
}

export function answered(tx: Transaction, id: number): Promise<boolean> {
  return change(tx, isIn(id, "asked"), { status: "waiting" });
}

/** Takes back what a code had accepted: an admin decides against it. */
export function undoAcceptance(tx: Transaction, deciding: Deciding, reason: string): Promise<boolean> {
  const { id, region, version, personId, now } = deciding;
  const where = and(
    isIn(id, "accepted"),
    eq(applications.region, region),
    eq(applications.version, version),
    eq(applications.provedBy, "domain"),
    isNull(applications.decidedBy),
  );
  return change(tx, where, { status: "declined", reason, decidedAt: now, decidedBy: personId });
}

export async function addMessage(
  tx: Transaction,
  message: { applicationId: number; personId: number | null; fromApplicant: boolean; body: string },
): Promise<void> {
  await tx.insert(applicationMessages).values(message);
}

/** By its applicant, at any time: nothing of it stays. */
export async function eraseApplication(tx: Transaction, id: number): Promise<boolean> {
  const rows = await tx
    .delete(applications)
    .where(eq(applications.id, id))
    .returning({ id: applications.id });
  return rows.length > 0;
}

const DAY_MS = 86_400_000;

/** Erases what nobody needs any more; of accepted ones the dates stay, for the median waiting time. How many. */
export async function eraseEnded(tx: Transaction, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const gone = await tx
    .delete(applications)
    .where(
      or(
        and(eq(applications.status, "draft"), lt(applications.updatedAt, before(DRAFT_DAYS))),
        and(eq(applications.status, "unconfirmed"), lt(applications.updatedAt, before(UNCONFIRMED_DAYS))),
        and(eq(applications.status, "declined"), lt(applications.decidedAt, before(DECLINED_DAYS))),
      ),
    )
    .returning({ id: applications.id });
  const emptied = await tx.execute(sql`
    with ended as (
      update applications set name = null, email = null, answers = '{}', token_hash = null, reason = null
      where status = 'accepted' and email is not null and decided_at < ${before(ACCEPTED_DAYS).toISOString()}::timestamptz
      returning id
    ), said as (delete from application_messages where application_id in (select id from ended))
    select id from ended`);
  return gone.length + emptied.rows.length;
}
