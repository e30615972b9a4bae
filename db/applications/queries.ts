/** Reads of the applications room: one application by its token or number, the queue, who is to be told, the median. */
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type ApplicationKind, type ApplicationStatus, MEDIAN_OVER_DAYS } from "shared/applications/rules.ts";
import type { Queries } from "../connect.ts";
import { organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";
import { applicationMessages, applications } from "./tables.ts";

export interface StoredApplication {
  id: number;
  region: string;
  iso2: string | null;
  kind: ApplicationKind;
  organisation: { id: number; slug: string; name: string } | null;
  status: ApplicationStatus;
  language: string;
  name: string | null;
  email: string | null;
  answers: Record<string, unknown>;
  tokenHash: string | null;
  provedBy: string | null;
  codeHash: string | null;
  codeTries: number;
  codeExpiresAt: Date | null;
  createdAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  reason: string | null;
  version: number;
}

const fields = {
  id: applications.id,
  region: applications.region,
  iso2: applications.iso2,
  kind: sql<ApplicationKind>`${applications.kind}`,
  organisation: { id: organisations.id, slug: organisations.slug, name: organisations.name },
  status: sql<ApplicationStatus>`${applications.status}`,
  language: applications.language,
  name: applications.name,
  email: applications.email,
  answers: applications.answers,
  tokenHash: applications.tokenHash,
  provedBy: applications.provedBy,
  codeHash: applications.codeHash,
  codeTries: applications.codeTries,
  codeExpiresAt: applications.codeExpiresAt,
  createdAt: applications.createdAt,
  submittedAt: applications.submittedAt,
  decidedAt: applications.decidedAt,
  reason: applications.reason,
  version: applications.version,
};

function found(db: Queries) {
  return db
    .select(fields)
    .from(applications)
    .leftJoin(organisations, eq(organisations.id, applications.organisationId));
}

export async function applicationByToken(
  db: Queries,
  region: string,
  tokenHash: string,
): Promise<StoredApplication | null> {
  const rows = await found(db).where(
    and(eq(applications.region, region), eq(applications.tokenHash, tokenHash)),
  );
  return rows[0] ?? null;
}

/** For the region's admins: never a draft, which nobody has sent. */
export async function applicationById(
  db: Queries,
  region: string,
  id: number,
): Promise<StoredApplication | null> {
  const rows = await found(db).where(
    and(
      eq(applications.id, id),
      eq(applications.region, region),
      inArray(applications.status, ["waiting", "asked", "accepted", "declined"]),
    ),
  );
  return rows[0] ?? null;
}

export interface QueuePart {
  /** The last one of the part before: when it was submitted (ISO 8601, to the microsecond), and its id. */
  after: { submittedAt: string; id: number } | null;
  limit: number;
}

const inQueue = (region: string): SQL =>
  sql`${applications.region} = ${region} and ${applications.status} in ('waiting', 'asked')`;

/** What waits for the region's admins, or for an answer to them: the oldest first. */
export function queueOf(
  db: Queries,
  region: string,
  { after, limit }: QueuePart,
): Promise<StoredApplication[]> {
  const beyond = after
    ? sql`(${applications.submittedAt}, ${applications.id}) > (${after.submittedAt}::timestamptz, ${after.id}::bigint)`
    : sql`true`;
  return found(db)
    .where(sql`${inQueue(region)} and ${beyond}`)
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(limit);
}

export async function queueLength(db: Queries, region: string, upTo: number): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select 1 from ${applications} where ${inQueue(region)} limit ${upTo + 1}) as waiting`);
  return result.rows[0]?.count ?? 0;
}

/** Claims that a code accepted since then, and that are not taken back: the latest first. */
export function acceptedByDomain(db: Queries, region: string, since: Date): Promise<StoredApplication[]> {
  return found(db)
    .where(
      sql`${applications.region} = ${region} and ${applications.status} = 'accepted' and ${applications.kind} = 'claim'
        and ${applications.provedBy} = 'domain' and ${applications.decidedBy} is null
        and ${applications.decidedAt} > ${since.toISOString()}::timestamptz`,
    )
    .orderBy(sql`${applications.decidedAt} desc`, sql`${applications.id} desc`)
    .limit(50);
}

export interface StoredMessage {
  fromApplicant: boolean;
  body: string;
  createdAt: Date;
}

export function messagesOf(db: Queries, applicationId: number): Promise<StoredMessage[]> {
  return db
    .select({
      fromApplicant: applicationMessages.fromApplicant,
      body: applicationMessages.body,
      createdAt: applicationMessages.createdAt,
    })
    .from(applicationMessages)
    .where(eq(applicationMessages.applicationId, applicationId))
    .orderBy(asc(applicationMessages.id));
}

/** Seconds from arrival in the queue to the decision by an admin, and of how many decisions this is the median. */
export async function medianWait(
  db: Queries,
  region: string,
  now: Date,
): Promise<{ seconds: number; decisions: number }> {
  const result = await db.execute<{ seconds: number | null; decisions: number }>(sql`
    select percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at))::float8 as seconds,
      count(*)::int as decisions
    from ${applications} where region = ${region} and status in ('accepted', 'declined') and decided_by is not null
      and submitted_at is not null and decided_at > ${now.toISOString()}::timestamptz - make_interval(days => ${MEDIAN_OVER_DAYS})`);
  const row = result.rows[0];
  return { seconds: row?.seconds ?? 0, decisions: row?.decisions ?? 0 };
}

/** Applications for this address that still wait to be confirmed. */
export async function unconfirmedFor(db: Queries, email: string): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${applications} where status = 'unconfirmed' and lower(email) = lower(${email})`);
  return result.rows[0]?.count ?? 0;
}

/** One at a time for each address, so that their number is counted rightly. */
export async function lockAddress(tx: Transaction, email: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`application ${email.toLowerCase()}`}, 0))`,
  );
}

/** One that was sent and is not confirmed yet. */
export async function unconfirmedById(db: Queries, id: number): Promise<StoredApplication | null> {
  const rows = await found(db).where(and(eq(applications.id, id), eq(applications.status, "unconfirmed")));
  return rows[0] ?? null;
}
