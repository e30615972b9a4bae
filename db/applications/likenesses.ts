/** Which profiles and applications may be the same organisation as one that applies. */
import { sql } from "drizzle-orm";
import type { Likeness } from "shared/applications/contract.ts";
import { areAlike, shareAcronym } from "shared/applications/likeness.ts";
import type { Queries } from "../connect.ts";
import { directory } from "../organisations/directory.ts";
import { planSearch } from "../search/plan.ts";

export interface LikenessAsk {
  /** Not to be suggested to itself. */
  applicationId: number;
  region: string;
  name: string;
  nameLocal: string | null;
  acronym: string | null;
  email: string | null;
  /** The registrable domain of its website, where it is its own. */
  domain: string | null;
}

interface Candidate extends Record<string, unknown> {
  id: number;
  slug: string;
  region: string;
  name: string;
  nameLocal: string | null;
  acronym: string | null;
}

/** So many that share words are looked at; the search puts those first that share most. */
const LOOKED_AT = 20;
const SUGGESTED = 5;

export async function likenessesOf(db: Queries, ask: LikenessAsk): Promise<Likeness[]> {
  const [bySite, byWords, waiting] = await Promise.all([
    withSite(db, ask),
    withWords(db, ask),
    applicationsLike(db, ask),
  ]);
  const sites = new Set(bySite.map(({ id }) => id));
  const candidates = new Map([...bySite, ...byWords].map((candidate) => [candidate.id, candidate]));
  const profiles = [...candidates.values()].flatMap((candidate): Likeness[] => {
    const by = reasons(ask, candidate, sites.has(candidate.id));
    const { id, slug, region, name } = candidate;
    return by.length > 0 ? [{ kind: "organisation", id, slug, region, name, by }] : [];
  });
  return [...profiles.slice(0, SUGGESTED), ...waiting];
}

function reasons(ask: LikenessAsk, candidate: Candidate, sameSite: boolean): Likeness["by"] {
  const alike = areAlike([ask.name, ask.nameLocal], [candidate.name, candidate.nameLocal]);
  return [
    ...(sameSite ? (["website"] as const) : []),
    ...(alike ? (["name"] as const) : []),
    ...(shareAcronym(ask, candidate) ? (["acronym"] as const) : []),
  ];
}

async function withSite(db: Queries, { region, domain }: LikenessAsk): Promise<Candidate[]> {
  if (domain === null) return [];
  const result = await db.execute<Candidate>(sql`
    select id, slug, region, name, name_local as "nameLocal", acronym from organisations
    where region = ${region} and site_of(website) = ${domain} order by id limit ${SUGGESTED}`);
  return result.rows;
}

/** Whatever the directory finds by the name or the acronym, misspelt words corrected. */
async function withWords(
  db: Queries,
  { region, name, nameLocal, acronym }: LikenessAsk,
): Promise<Candidate[]> {
  const asked = [name, nameLocal, acronym].filter((text): text is string => text !== null);
  const filter = { region, country: [], specialization: [], language: [], member: [] };
  const lists = await Promise.all(
    asked.map(async (text) => {
      const search = { plan: await planSearch(db, text), strictness: "any" } as const;
      return directory(db, { filter, text: search, sort: "relevance", limit: LOOKED_AT, after: undefined });
    }),
  );
  return lists.flatMap(({ items }) =>
    items.map(({ id, slug, region: at, name: called, nameLocal: local, acronym: short }) => ({
      id,
      slug,
      region: at,
      name: called,
      nameLocal: local,
      acronym: short,
    })),
  );
}

/** Enough to find the few that were sent twice. */
const WAITING = 200;

async function applicationsLike(db: Queries, ask: LikenessAsk): Promise<Likeness[]> {
  const { rows } = await db.execute<{ id: number; name: string; email: string | null }>(sql`
    select id, coalesce(name, '') as name, email from applications
    where region = ${ask.region} and id <> ${ask.applicationId} and status in ('waiting', 'asked')
    order by submitted_at desc limit ${WAITING}`);
  return rows
    .flatMap(({ id, name, email }): Likeness[] => {
      const sameAddress = email !== null && email.toLowerCase() === ask.email?.toLowerCase();
      const by: Likeness["by"] = [
        ...(areAlike([ask.name], [name]) ? (["name"] as const) : []),
        ...(sameAddress ? (["email"] as const) : []),
      ];
      return by.length > 0 ? [{ kind: "application", id, slug: null, region: ask.region, name, by }] : [];
    })
    .slice(0, SUGGESTED);
}
