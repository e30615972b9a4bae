/** Writes of a profile: its fields, its activities, its logo, and what it is found by. */
import { and, eq, sql } from "drizzle-orm";
import { activityId, activityKey, isActivity, isSame, unflatten } from "shared/organisations/flat.ts";
import type { Activity } from "shared/organisations/profile.ts";
import type { FieldChange, Flat } from "shared/organisations/rules.ts";
import type { Transaction } from "../transaction.ts";
import { indexOrganisation } from "./found.ts";
import { activities, organisations } from "./tables.ts";

export interface ProfileWrite {
  id: number;
  /** As it is. */
  now: Flat;
  /** Fields that become something else. */
  changes: Flat;
  /** `YYYY-MM-DD`, where those who keep it say that it is true today. */
  confirmedOn: string | null;
}

export interface Written extends FieldChange {
  version: number;
}

/** Gives what it was and became, with the ids of activities that are new, and the profile's new version. */
export async function writeProfile(tx: Transaction, write: ProfileWrite): Promise<Written> {
  const { id, now, changes, confirmedOn } = write;
  const next = { ...now, ...changes };
  const after: Flat = {};
  for (const [field, value] of Object.entries(changes)) {
    if (!isActivity(field)) after[field] = value;
    else after[await writeActivity(tx, write, field, value as Activity | null)] = value;
  }
  const version = await writeFields(tx, id, now, next, confirmedOn);
  if (changes.language !== undefined) {
    const language = unflatten(next).language;
    await tx.update(activities).set({ language }).where(eq(activities.organisationId, id));
  }
  await indexOrganisation(tx, id);
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, now[field] ?? null]));
  return { before, after, version };
}

async function writeFields(
  tx: Transaction,
  id: number,
  now: Flat,
  next: Flat,
  confirmedOn: string | null,
): Promise<number> {
  const { city, activities: _apart, ...fields } = unflatten(next);
  const values = {
    ...fields,
    socials: withoutNulls(fields.socials),
    cityName: city?.name ?? null,
    cityLat: city?.lat ?? null,
    cityLon: city?.lon ?? null,
    ...(isSame(now.website, next.website) ? {} : { websiteVerified: null }),
    ...(confirmedOn === null ? {} : { lastConfirmedOn: confirmedOn }),
  };
  const [row] = await tx
    .update(organisations)
    .set(values)
    .where(eq(organisations.id, id))
    .returning({ version: organisations.version });
  if (!row) throw new TypeError("the profile that was locked is gone");
  return row.version;
}

function withoutNulls(record: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** The activity's key from now on. One that comes back has the id that it had. */
async function writeActivity(
  tx: Transaction,
  { id: organisationId, now }: ProfileWrite,
  key: string,
  value: Activity | null,
): Promise<string> {
  const id = activityId(key);
  const own = and(eq(activities.id, id ?? 0), eq(activities.organisationId, organisationId));
  if (value === null) {
    await tx.delete(activities).where(own);
    return key;
  }
  if (id !== null && now[key] != null) {
    await tx.update(activities).set(value).where(own);
    return key;
  }
  const [row] = await tx
    .insert(activities)
    .overridingSystemValue()
    .values({ ...value, organisationId, ...(id === null ? { id: sql`default` } : { id }) })
    .returning({ id: activities.id });
  return activityKey(row?.id ?? 0);
}

/** The set of its logo from now on, null: none. Gives the one that it had. */
export async function setLogo(tx: Transaction, id: number, logo: string | null): Promise<string | null> {
  const [before] = await tx
    .select({ logo: organisations.logo })
    .from(organisations)
    .where(eq(organisations.id, id));
  await tx.update(organisations).set({ logo }).where(eq(organisations.id, id));
  return before?.logo ?? null;
}
