/** Writes of the demonstration: people and CSOs that are marked as such, and nothing but them is ever removed here. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { memberships, people, roles } from "../accounts/tables.ts";
import { indexOrganisation } from "../organisations/found.ts";
import { activities, organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";
import { dropDemoThreads } from "./threads.ts";

interface Organisation {
  slug: string;
  name: string;
  region: string;
  iso2: string;
  status: string;
  summary: string;
  specializations: string[];
  languages: string[];
  website: string;
  email: string;
  phone: string;
  visibility: Record<string, string>;
  activities: { title: string; summary: string; startedOn: string; endedOn: string | null; status: string }[];
}

/** Its id; one that is there stays as it is. */
export async function keepDemoOrganisation(
  tx: Transaction,
  { activities: done, ...facts }: Organisation,
): Promise<number> {
  const [made] = await tx
    .insert(organisations)
    .values({ ...facts, demonstration: true })
    .onConflictDoNothing({ target: organisations.slug })
    .returning({ id: organisations.id });
  if (!made) return demoOrganisation(tx, facts.slug);
  for (const activity of done) await tx.insert(activities).values({ ...activity, organisationId: made.id });
  await indexOrganisation(tx, made.id);
  return made.id;
}

async function demoOrganisation(tx: Transaction, slug: string): Promise<number> {
  const [found] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, slug), eq(organisations.demonstration, true)));
  if (!found) throw new Error(`the address ${slug} is taken`);
  return found.id;
}

interface Person {
  handle: string;
  email: string;
  role: string;
  region: string | null;
  language: string;
  passwordHash: string;
  totpSecret: string | null;
  organisationId: number | null;
}

/** Past every stage of newcomers. */
const JOINED = sql`now() - interval '1 year'`;

/** The id; null where somebody who is no demonstration has the handle. One who is there gets the new password. */
export async function keepDemoPerson(tx: Transaction, person: Person): Promise<number | null> {
  const { handle, email, role, region, language, passwordHash, totpSecret, organisationId } = person;
  await tx
    .delete(people)
    .where(and(sql`lower(${people.handle}) = lower(${handle})`, eq(people.demonstration, true)));
  const totp = totpSecret === null ? {} : { totpSecret, totpConfirmedAt: sql`now()` };
  const [made] = await tx
    .insert(people)
    .values({
      ...{ handle, email, language, passwordHash, ...totp, demonstration: true },
      emailVerifiedAt: JOINED,
      createdAt: JOINED,
      regions: role === "member" && region !== null ? [region] : [],
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!made) return null;
  const isMembership = role === "owner" || role === "editor" || role === "poster";
  if (isMembership && organisationId !== null) {
    await tx.insert(memberships).values({ personId: made.id, organisationId, role });
  } else if (!isMembership && role !== "member") {
    await tx.insert(roles).values({ personId: made.id, role, region });
  }
  return made.id;
}

/** How many of each are gone. What they did stands in the audit log by their numbers alone. */
export async function dropDemo(tx: Transaction): Promise<{ people: number; organisations: number }> {
  await dropDemoThreads(tx);
  const csos = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.demonstration, true));
  const ids = csos.map(({ id }) => id);
  if (ids.length > 0) {
    const refs = ids.map(String);
    await tx.execute(sql`delete from files where owner_kind = 'organisation' and owner_id in ${ids}`);
    await tx.execute(sql`delete from revisions where kind = 'organisation' and ref in ${refs}`);
    await tx.execute(sql`delete from old_slugs where kind = 'organisation' and slug in
      (select slug from organisations where demonstration)`);
    await tx.delete(organisations).where(inArray(organisations.id, ids));
  }
  const gone = await tx.delete(people).where(eq(people.demonstration, true)).returning({ id: people.id });
  return { people: gone.length, organisations: ids.length };
}
