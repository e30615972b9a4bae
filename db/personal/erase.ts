/** Erases a person: what is theirs goes, what others rely on stays by an opaque id that nobody can resolve any more. */
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { erasures, memberships, people } from "../accounts/tables.ts";
import type { Database, Queries } from "../connect.ts";
import { organisations } from "../organisations/tables.ts";
import { recordRevision } from "../revisions/changes.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { erasePosts } from "./board.ts";
import { type Reference, references } from "./registry.ts";

/** A CSO that nobody but this person owns. */
export interface OwnedAlone {
  organisationId: number;
  slug: string;
  region: string;
  name: string;
  /** Members that would stay, as editors and posters. */
  others: number;
}

/** Holds the memberships of the person's CSOs until the transaction ends, so that no co-owner leaves meanwhile. */
export async function holdOwners(tx: Transaction, personId: number): Promise<void> {
  await tx.execute(sql`select 1 from ${memberships} where ${memberships.organisationId} in
    (select organisation_id from ${memberships} where person_id = ${personId} and role = 'owner') order by id for update`);
}

/** What a person owns alone. */
export async function ownedAlone(db: Queries | Transaction, personId: number): Promise<OwnedAlone[]> {
  const { rows } = await db.execute<{
    organisation_id: number;
    slug: string;
    region: string;
    name: string;
    others: string;
  }>(sql`select o.id as organisation_id, o.slug, o.region, o.name,
      (select count(*)::text from memberships m where m.organisation_id = o.id and m.person_id <> ${personId}) as others
    from organisations o join memberships mine on mine.organisation_id = o.id
    where mine.person_id = ${personId} and mine.role = 'owner' and not exists (select 1 from memberships m
      where m.organisation_id = o.id and m.person_id <> ${personId} and m.role = 'owner')
    order by o.name`);
  return rows.map(({ organisation_id, others, ...rest }) => ({
    ...rest,
    organisationId: organisation_id,
    others: Number(others),
  }));
}

/**
 * Erases the person in this transaction, and remembers that it was done. CSOs that are left without any member are
 * listed again, so that somebody else may claim them. Posts lose their words unless they are to be kept. Returns these; null where there is nobody to erase.
 */
export async function erasePerson(
  tx: Transaction,
  personId: number,
  { at = new Date(), keepPosts = false }: { at?: Date; keepPosts?: boolean } = {},
): Promise<OwnedAlone[] | null> {
  const [person] = await tx
    .select({ email: people.email, handle: people.handle })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)))
    .for("update");
  if (!person) return null;
  await holdOwners(tx, personId);
  const alone = (await ownedAlone(tx, personId)).filter(({ others }) => others === 0);
  await uncredit(tx, personId, person.email);
  await erasePosts(tx, { personId, handle: person.handle, keepPosts });
  for (const reference of references) await eraseBy(tx, reference, personId, person.email);
  await tx
    .update(people)
    .set({ ...emptied, erasedAt: at })
    .where(eq(people.id, personId));
  await tx.insert(erasures).values({ personId, at, keepPosts }).onConflictDoNothing();
  for (const { organisationId } of alone) await listAgain(tx, organisationId);
  // Whatever shows who did something is read anew, on every node.
  await tx.execute(sql`insert into changes (room) values ('revisions'), ('organisations')`);
  return alone;
}

const emptied = {
  handle: null,
  email: null,
  emailVerifiedAt: null,
  passwordHash: null,
  language: "en",
  regions: [],
  discreetMail: true,
  totpSecret: null,
  totpConfirmedAt: null,
  totpLastStep: null,
};

/** Which rows a reference finds for a person; null where nothing can be found, as by an address that is not known. */
export function rowsOf(reference: Reference, personId: number, email: string | null): SQL | null {
  const column = sql.identifier(reference.column);
  if (reference.holds === "id") return sql`${column} = ${personId}`;
  if (reference.holds === "owner") return sql`${column} = ${personId} and owner_kind = 'person'`;
  return email === null ? null : sql`lower(${column}) = lower(${email})`;
}

async function eraseBy(
  tx: Transaction,
  reference: Reference,
  personId: number,
  email: string | null,
): Promise<void> {
  const found = rowsOf(reference, personId, email);
  if (reference.erase === "keep" || !found) return;
  const table = sql.identifier(reference.table);
  const rows = reference.only ? sql`${found} and ${sql.raw(reference.only)}` : found;
  if (reference.erase === "delete") {
    await tx.execute(sql`delete from ${table} where ${rows}`);
    return;
  }
  const empty = [reference.column, ...(reference.alsoEmpty ?? [])].map(
    (column) => sql`${sql.identifier(column)} = null`,
  );
  for (const column of reference.alsoBlank ?? []) empty.push(sql`${sql.identifier(column)} = ''`);
  await tx.execute(sql`update ${table} set ${sql.join(empty, sql`, `)} where ${rows}`);
}

/** Whoever was thanked by name for a correction is not named any longer. */
async function uncredit(tx: Transaction, personId: number, email: string | null): Promise<void> {
  await tx.execute(sql`update revisions set credit = null from corrections c
    where (c.person_id = ${personId} or lower(c.email) = lower(${email}))
      and revisions.credit = c.credit and revisions.region = c.region`);
}

/** A CSO that hides itself stays hidden: nobody who knew why is left to decide otherwise. */
async function listAgain(tx: Transaction, organisationId: number): Promise<void> {
  const [changed] = await tx
    .update(organisations)
    .set({
      status: sql`case when ${organisations.darkSince} is null then 'listed' else ${organisations.status} end`,
      statusBefore: sql`case when ${organisations.darkSince} is null then ${organisations.statusBefore} else 'listed' end`,
    })
    .where(eq(organisations.id, organisationId))
    .returning({ region: organisations.region, version: organisations.version });
  if (!changed) return;
  await recordRevision(tx, {
    kind: "organisation",
    ref: String(organisationId),
    region: changed.region,
    version: changed.version,
    before: { status: "claimed" },
    after: { status: "listed" },
    personId: null,
    actedAs: "platform",
  });
}

export interface Erasure {
  personId: number;
  at: Date;
  /** Their posts were to stay, without a name. */
  keepPosts: boolean;
}

/** Every erasure that this database knows of, the oldest first. */
export async function allErasures(db: Database): Promise<Erasure[]> {
  return db.queries.select().from(erasures).orderBy(erasures.at, erasures.personId);
}

/**
 * After a backup was restored: erases again whoever was erased since. A person who came later than the erasure got a
 * number anew, and is somebody else. Returns how many were erased.
 */
export async function replayErasures(db: Database, known: readonly Erasure[]): Promise<number> {
  if (known.length === 0) return 0;
  const ids = known.map(({ personId }) => personId);
  const knownOf = new Map(known.map((erasure) => [erasure.personId, erasure]));
  const back = await db.queries
    .select({ id: people.id, createdAt: people.createdAt })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.erasedAt)));
  let erased = 0;
  for (const { id, createdAt } of back) {
    const erasure = knownOf.get(id);
    if (!erasure || createdAt >= erasure.at) continue;
    const done = await transaction(db, (tx) => erasePerson(tx, id, erasure));
    if (done !== null) erased += 1;
  }
  return erased;
}
