/** What the directory's pages and their JSON twins share: which CSOs are asked for, and which one an address means. */
import { type DirectoryAsk, directory } from "db/organisations/directory.ts";
import { type Facets, facetsOf } from "db/organisations/facets.ts";
import type { DirectoryFilter } from "db/organisations/filter.ts";
import { allSpecializations, organisationBySlug } from "db/organisations/queries.ts";
import { planSearch } from "db/search/plan.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { isStale } from "shared/confirm/rules.ts";
import type { Organisation, OrganisationQuery, Specialization } from "shared/organisations/contract.ts";
import { DEFAULT_LIMIT, type List } from "shared/page.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { recordAt } from "../record.ts";
import { profileForPerson } from "./reading.ts";

export const organisationRooms = ["organisations"] as const;

export interface Directory {
  list: List<Organisation>;
  /** What was probably meant, where a word of the search was misspelt. */
  corrected: string | null;
  /** False where no CSO has all words of the search: those listed have some. */
  allWords: boolean;
  /** What the list was asked for, to count its facets. */
  asked: Pick<DirectoryAsk, "filter" | "text">;
}

/** The directory as it is today: profiles that nobody confirmed for long say so. */
export async function directoryOf(app: App, region: string, query: OrganisationQuery): Promise<Directory> {
  const { list, ...found } = await foundOf(app, region, query);
  return { ...found, list: { ...list, items: list.items.map((item) => asOfToday(app, item)) } };
}

function asOfToday(app: App, organisation: Organisation): Organisation {
  const isOld = isStale(organisation.lastConfirmedOn, dayOf(app.now()));
  return isOld ? { ...organisation, stale: true } : organisation;
}

async function foundOf(app: App, region: string, query: OrganisationQuery): Promise<Directory> {
  const filter = filterOf(region, query);
  const { limit = DEFAULT_LIMIT, after } = query;
  const db = app.db.queries;
  if (query.q === undefined) {
    const list = await directory(db, { filter, text: null, sort: "name", limit, after });
    return { list, corrected: null, allWords: true, asked: { filter, text: null } };
  }
  const plan = await planSearch(db, query.q);
  const ask = { filter, sort: query.sort ?? "relevance", limit, after };
  const strict = { plan, strictness: "all" } as const;
  const list = await directory(db, { ...ask, text: strict });
  if (list.total > 0)
    return { list, corrected: plan.corrected, allWords: true, asked: { filter, text: strict } };
  const loose = { plan, strictness: "any" } as const;
  const some = await directory(db, { ...ask, text: loose });
  return {
    list: some,
    corrected: plan.corrected,
    allWords: some.total === 0,
    asked: { filter, text: loose },
  };
}

export function directoryFacets(app: App, { filter, text }: Directory["asked"]): Promise<Facets> {
  return facetsOf(app.db.queries, filter, text);
}

function filterOf(region: string, query: OrganisationQuery): DirectoryFilter {
  const distinct = <T>(values: readonly T[] = []) => [...new Set(values)];
  return {
    region,
    country: distinct(query.country?.map((iso2) => iso2.toUpperCase())),
    specialization: distinct(query.specialization),
    language: distinct(query.language),
    member: distinct(query.member),
  };
}

interface OrganisationAddress {
  region: string;
  slug: string;
  /** Who asks: signed-in people are shown what is for members. */
  actor?: Actor | null;
  path(region: string, slug: string): string;
}

/** The CSO of an address; 308 to its own where it was renamed or stands under another region, else 404. */
export async function organisationAt(
  app: App,
  { region, slug, actor = null, path }: OrganisationAddress,
): Promise<Organisation> {
  const read = async (at: string) => {
    const organisation = await (actor === null
      ? organisationBySlug(app.db.queries, at)
      : profileForPerson(app, actor, at));
    return organisation && { slug: organisation.slug, regions: [organisation.region], organisation };
  };
  const { organisation } = await recordAt(app, { kind: "organisation", region, slug, read, path });
  return asOfToday(app, organisation);
}

export function specializationsOf(app: App): Promise<Specialization[]> {
  return app.remember("specializations", organisationRooms, () => allSpecializations(app.db.queries));
}
