/** Writes CSOs that others tell of: listed until they claim their profile. Many at once, with addresses, revisions and what they are found by. */
import { and, eq, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { freeSlug } from "shared/slugs.ts";
import { textArray } from "../conditions.ts";
import { type Revision, recordRevision } from "../revisions/changes.ts";
import { indexDocuments } from "../search/changes.ts";
import { organisationDocument } from "../search/documents.ts";
import { oldSlugs } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import { indexOrganisation } from "./found.ts";
import { activities, organisations } from "./tables.ts";

type Columns = Omit<typeof organisations.$inferInsert, "status" | "slug" | "region">;
type NewActivity = Omit<typeof activities.$inferInsert, "organisationId">;

export interface ListedOrganisation {
  /** As its address should be; a number is added where it is taken. */
  slug: string;
  columns: Columns;
  activities: readonly NewActivity[];
  /** The fields as its history has them. */
  after: Record<string, unknown>;
}

export interface By {
  region: string;
  personId: number;
  actedAs: string;
}

/** In one statement for each table. */
export async function createListed(
  tx: Transaction,
  by: By,
  organisationsGiven: readonly ListedOrganisation[],
): Promise<void> {
  const slugs = await freeSlugsFor(
    tx,
    organisationsGiven.map(({ slug }) => slug),
  );
  const values = organisationsGiven.map(({ columns }, index) => ({
    ...columns,
    slug: slugs[index] ?? "",
    region: by.region,
    status: "listed",
  }));
  const rows = await tx
    .insert(organisations)
    .values(values)
    .returning({ id: organisations.id, slug: organisations.slug });
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const made = organisationsGiven.map((one, index) => ({ ...one, id: ids.get(slugs[index] ?? "") ?? 0 }));
  const done = made.flatMap(({ id, activities: of }) =>
    of.map((activity) => ({ ...activity, organisationId: id })),
  );
  if (done.length > 0) await tx.insert(activities).values(done);
  await indexDocuments(
    tx,
    made.map(({ id, columns, activities: of }) => documentOf(id, by.region, columns, of)),
  );
  for (const { id, after, columns } of made) {
    await recordRevision(
      tx,
      revisionOf(by, { id, version: 1, before: {}, after, source: columns.source ?? null }),
    );
  }
}

function documentOf(id: number, region: string, columns: Columns, done: readonly NewActivity[]) {
  const { acronym = null, cityName = null, languages = [], uncacCoalitionMember = null } = columns;
  return organisationDocument(String(id), {
    ...columns,
    ...{ acronym, cityName, languages, uncacCoalitionMember, region },
    activities: [...done],
  });
}

/** Two imports at once wait for each other. */
async function freeSlugsFor(tx: Transaction, wished: readonly string[]): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('slugs of organisations', 0))`);
  const stems = sql`unnest(${textArray([...new Set(wished)])}) as wished`;
  const { rows } = await tx.execute<{ slug: string }>(sql`
    select o.slug from ${stems} join ${organisations} as o on o.slug = wished or o.slug like wished || '-%'
    union select s.old_slug from ${stems} join ${oldSlugs} as s
      on s.kind = 'organisation' and (s.old_slug = wished or s.old_slug like wished || '-%')`);
  const taken = new Set(rows.map(({ slug }) => slug));
  return wished.map((wish) => {
    const slug = freeSlug(wish, (one) => taken.has(one));
    taken.add(slug);
    return slug;
  });
}

export interface ListedChange {
  id: number;
  /** That it was planned for; another one is refused as `stale`. */
  version: number;
  columns: Partial<Columns>;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  source: string | null;
}

/** Of one that nobody has claimed; one that was claimed meanwhile is `stale` too. */
export async function changeListed(tx: Transaction, by: By, change: ListedChange): Promise<void> {
  const { id, version, columns } = change;
  const rows = await tx
    .update(organisations)
    .set(columns)
    .where(
      and(
        eq(organisations.id, id),
        eq(organisations.version, version),
        eq(organisations.region, by.region),
        eq(organisations.status, "listed"),
      ),
    )
    .returning({ version: organisations.version });
  const [row] = rows;
  if (!row) throw new Failure("stale");
  await recordRevision(tx, revisionOf(by, { ...change, version: row.version }));
  await indexOrganisation(tx, id);
}

type Facts = Pick<ListedChange, "id" | "version" | "before" | "after" | "source">;

function revisionOf(by: By, { id, ...facts }: Facts): Revision {
  return { kind: "organisation", ref: String(id), ...by, ...facts };
}
