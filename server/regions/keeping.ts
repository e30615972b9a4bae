/** Adds a region and changes it: drawn first, then written whole or not at all. */
import { recordAudit } from "db/audit/changes.ts";
import {
  indexCountries,
  insertCountries,
  insertRegion,
  keepMaps,
  removeCountries,
  updateRegion,
} from "db/regions/changes.ts";
import { countryCodes, keptRegion } from "db/regions/queries.ts";
import { personByHandle } from "db/roles/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { RegionContent } from "shared/regions/form.ts";
import { MAX_ADMINS } from "shared/regions/rules.ts";
import type { Drawn, RegionMaps } from "web/render";
import type { App } from "../app.ts";
import { startMissingBoards } from "../board/starting.ts";
import { tellOfRoles, writeRoles } from "../roles/actions.ts";
import { contentProblems, named, type Problems, slugProblems } from "./checks.ts";
import { drawn } from "./drawing.ts";

/** What is wrong, by field: a page shows it beside them, the JSON twin names them. */
export class RegionRefused extends Error {
  readonly problems: Problems;

  constructor(problems: Problems) {
    super("refused");
    this.name = "RegionRefused";
    this.problems = problems;
  }
}

function refuseIf(problems: Problems): void {
  if (Object.keys(problems).length > 0) throw new RegionRefused(problems);
}

interface Asking {
  actor: Actor;
  language: Language;
}

interface Maps {
  bounds: NonNullable<Drawn["bounds"]>;
  maps: RegionMaps;
}

/** All maps of these countries; refused where the edges leave one of them out. */
async function mapsOf(
  { countries, bounds }: Pick<RegionContent, "countries" | "bounds">,
  language: Language,
): Promise<Maps> {
  const made = await drawn({ countries, bounds, whole: true });
  refuseIf(leftOutProblems(made, language));
  return { bounds: found(made.bounds), maps: found(made.maps) };
}

export function leftOutProblems({ leftOut }: Pick<Drawn, "leftOut">, language: Language): Problems {
  if (leftOut.length === 0) return {};
  return { "bounds.west": { key: "regionKeeping.leftOut", values: { countries: named(leftOut, language) } } };
}

export interface NewRegion extends RegionContent {
  slug: string;
  /** Handles. */
  admins: readonly string[];
}

/** The region, its countries, its maps, its boards and its admins, in one transaction. */
export async function addRegion(
  app: App,
  { slug, admins, countries, ...content }: NewRegion,
  { actor, language }: Asking,
): Promise<void> {
  const problems = await contentProblems(app, { ...content, countries }, { region: null, language });
  const people = await adminsCalled(app, admins);
  refuseIf({ ...slugProblems(app, slug), ...problems, ...people.problems });
  if (await keptRegion(app.db.queries, slug)) throw new RegionRefused(slugTaken);
  const { bounds, maps } = await mapsOf({ countries, bounds: content.bounds }, language);
  await transaction(app.db, async (tx) => {
    await insertRegion(tx, slug, { ...content, bounds });
    await insertCountries(tx, slug, countries);
    await indexCountries(tx, countries);
    await keepMaps(tx, { region: slug, countries, bounds, maps });
    await startMissingBoards(tx);
    for (const personId of people.ids) await giveAdmin(app, tx, { personId, region: slug, by: actor.id });
    await recordAudit(tx, app.secrets, {
      ...{ actor: actor.id, action: "region.added", target: `region:${slug}`, region: slug },
      value: { countries, ...content },
    });
  });
}

const slugTaken: Problems = { slug: { key: "regionKeeping.slugTaken" } };

async function adminsCalled(
  app: App,
  handles: readonly string[],
): Promise<{ ids: number[]; problems: Problems }> {
  if (handles.length > MAX_ADMINS)
    return { ids: [], problems: { admins: { key: "form.tooMany", values: { count: MAX_ADMINS } } } };
  const people = await Promise.all(
    handles.map((handle) => personByHandle(app.db.queries, handle.replace(/^@/, ""))),
  );
  const nobody = handles.filter((_handle, index) => !people[index]);
  if (nobody.length > 0)
    return {
      ids: [],
      problems: { admins: { key: "regionKeeping.nobody", values: { handles: nobody.join(", ") } } },
    };
  return { ids: [...new Set(people.flatMap((person) => person?.id ?? []))], problems: {} };
}

async function giveAdmin(
  app: App,
  tx: Transaction,
  { personId, region, by }: { personId: number; region: string; by: number },
): Promise<void> {
  const done = await writeRoles(
    tx,
    app.secrets,
    { personId, give: [{ role: "admin", region }], take: [] },
    by,
  );
  if (done.length > 0) await tellOfRoles(app, tx, personId, done);
}

/** What is left out stays. Throws `stale` where it changed since that version. */
export async function changeRegion(
  app: App,
  { slug, version, ...change }: Partial<RegionContent> & { slug: string; version: number },
  { actor, language }: Asking,
): Promise<void> {
  const now = found(await keptRegion(app.db.queries, slug));
  if (now.version !== version) throw new Failure("stale");
  const had = await countryCodes(app.db.queries, slug);
  const { countries, ...content } = { ...now.content, countries: had, ...change };
  refuseIf(await contentProblems(app, { ...content, countries }, { region: slug, language }));
  const added = countries.filter((iso2) => !had.includes(iso2));
  const removed = had.filter((iso2) => !countries.includes(iso2));
  const isSame = added.length + removed.length === 0 && sameEdges(content.bounds, now.content.bounds);
  const made = isSame ? null : await mapsOf({ countries, bounds: content.bounds }, language);
  const bounds = made?.bounds ?? found(now.content.bounds);
  await transaction(app.db, async (tx) => {
    await updateRegion(tx, { slug, version }, { ...content, bounds });
    await insertCountries(tx, slug, added);
    await removeCountries(tx, slug, removed).catch((error: unknown) => {
      throw error instanceof Failure && error.code === "conflict" ? notFree(removed, language) : error;
    });
    await indexCountries(tx, countries);
    if (made) await keepMaps(tx, { region: slug, countries, bounds, maps: made.maps });
    await recordAudit(tx, app.secrets, {
      ...{ actor: actor.id, action: "region.changed", target: `region:${slug}`, region: slug },
      value: { countries, ...content },
    });
  });
}

const notFree = (removed: readonly string[], language: Language) =>
  new RegionRefused({
    countries: { key: "regionKeeping.notFree", values: { countries: named(removed, language) } },
  });

function sameEdges(a: RegionContent["bounds"], b: RegionContent["bounds"]): boolean {
  if (a === null || b === null) return a === b;
  return a.west === b.west && a.east === b.east && a.south === b.south && a.north === b.north;
}
