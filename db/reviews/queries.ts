/** Reads of the review data for its curators: every review with its version, its documents, and who looked when. */
import { type SQL, sql } from "drizzle-orm";
import type { LoggedChange } from "shared/corrections/log.ts";
import { writeCursor } from "shared/page.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";
import { logColumns, logFrom, loggedKinds, olderThan } from "../revisions/queries.ts";
import type { Transaction } from "../transaction.ts";

const documents = sql`coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title,
    'language', d.language, 'url', d.url, 'publishedOn', d.published_on, 'size', d.size, 'version', d.version)
    order by d.position)
  from review_documents d where d.review_id = v.id), '[]')`;

/** Of changes that somebody made here; what the import brought is dated by its source. */
const changedOn = sql`(select to_char(max(r.at) at time zone 'UTC', 'YYYY-MM-DD') from revisions r
  where r.kind = 'review' and r.ref = c.iso2 || '/' || y.cycle)`;

const columns = sql`c.iso2 || '/' || y.cycle as ref, c.iso2, y.cycle, coalesce(v.version, 0) as version, v.status,
  v.phase, v.scheduled_year as "scheduledYear", v.started_in as "startedIn", coalesce(v.reviewers, '{}') as reviewers,
  v.visit_held as "visitHeld", v.visit_when as "visitWhen", v.civil_society_involved as "civilSocietyInvolved",
  v.civil_society_note as "civilSocietyNote", v.focal_point_institution as "focalPointInstitution", v.note,
  ${documents} as documents, v.source, coalesce(v.more_sources, '{}') as "moreSources", v.as_of as "asOf", v.verified,
  v.checked_on as "checkedOn", ${changedOn} as "changedOn"`;

/** Of a State party, and of a country whose status nobody recorded yet, reviews that are not recorded too: with version 0. */
const from = sql`countries c cross join review_cycles y left join reviews v on v.iso2 = c.iso2 and v.cycle = y.cycle`;
const isReviewed = sql`y.cycle is not null and (v.id is not null or c.uncac_status in ('state-party', 'unknown'))`;

async function read(db: Queries | Transaction, where: SQL): Promise<ReviewAtDesk[]> {
  const { rows } = await db.execute<ReviewAtDesk & Record<string, unknown>>(
    sql`select ${columns} from ${from} where ${isReviewed} and ${where} order by c.iso2, y.cycle`,
  );
  return rows;
}

/** By country's code and cycle. */
export function reviewsAtDesk(db: Queries | Transaction, region: string): Promise<ReviewAtDesk[]> {
  return read(db, sql`c.region = ${region}`);
}

/** `iso2` in capitals; null where the region has no such review. */
export async function reviewAtDesk(
  db: Queries | Transaction,
  region: string,
  { iso2, cycle }: { iso2: string; cycle: number },
): Promise<ReviewAtDesk | null> {
  const [row] = await read(db, sql`c.region = ${region} and c.iso2 = ${iso2} and y.cycle = ${cycle}`);
  return row ?? null;
}

export type ChangeAtDesk = LoggedChange & { ref: string; handle: string | null };

export interface LogAsked {
  region: string;
  /** Of one review with its documents, or of a country's own facts. */
  record?: { iso2: string; cycle: number | null };
  /** From that day on, YYYY-MM-DD. */
  since?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** What changed, the newest first, and by whom. */
export async function reviewLog(
  db: Queries,
  { region, record, since, after, limit }: LogAsked,
): Promise<{ items: ChangeAtDesk[]; next: string | null }> {
  const { rows } = await db.execute<ChangeAtDesk & Record<string, unknown>>(sql`
    select ${logColumns}, r.ref, p.handle from ${logFrom} left join people p on p.id = r.person_id
    where r.region = ${region} and ${loggedKinds} and ${recordIs(record)} and ${olderThan(after)}
      and ${since === undefined ? sql`true` : sql`r.at >= ${since}::date::timestamp at time zone 'UTC'`}
    order by r.id desc limit ${limit + 1}`);
  return cutAt(rows, limit, ({ id }) => writeCursor([id]));
}

function recordIs(record: LogAsked["record"]): SQL {
  if (!record) return sql`true`;
  const { iso2, cycle } = record;
  if (cycle === null) return sql`r.iso2 = ${iso2} and r.kind = 'country'`;
  return sql`r.iso2 = ${iso2} and r.kind <> 'country' and case r.kind when 'review' then r.ref = ${`${iso2}/${cycle}`}
    else coalesce(v.cycle, (gone.document->>'cycle')::int) = ${cycle} end`;
}

/** One change of that region; null where there is none. */
export async function changeAtDesk(db: Queries, region: string, id: number): Promise<ChangeAtDesk | null> {
  const { rows } = await db.execute<ChangeAtDesk & Record<string, unknown>>(sql`
    select ${logColumns}, r.ref, null as handle from ${logFrom}
    where r.region = ${region} and ${loggedKinds} and r.id = ${id}`);
  return rows[0] ?? null;
}
