/** Regions as stewards keep them: the list, the form of a new one, the form of one that is there. */
import { regionsByCountry } from "db/countries/queries.ts";
import { allRegions, countryCodes, keptRegion } from "db/regions/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { Language } from "shared/i18n/languages.ts";
import {
  edgesOf,
  filledRegionForm,
  furtherCountries,
  NewRegionForm,
  parts,
  type RegionContent,
  RegionForm,
} from "shared/regions/form.ts";
import { languageTag } from "shared/regions/rules.ts";
import type { KeepRegionProps } from "web/render";
import type { App } from "../app.ts";
import { type Again, type Done, Refused, serveForm } from "../form.ts";
import { servePage } from "../page.ts";
import { differences } from "./differences.ts";
import { addRegion, changeRegion, RegionRefused } from "./keeping.ts";
import { asksForMap, withFurther, withMap } from "./preview.ts";

const AT = "/steward/regions";

type Conflicts = KeepRegionProps["conflicts"];

interface Data {
  /** Null: a new one. */
  slug: string | null;
  /** The region of each country that has one. */
  taken: Record<string, string>;
  now: { version: number; content: RegionContent } | null;
  /** What somebody else changed meanwhile. */
  conflicts: Conflicts;
}

export function regionKeepPages(app: App): void {
  servePage(app, {
    path: AT,
    rooms: [],
    who: "steward",
    load: async ({ t }) => ({
      view: { page: "KeepRegions", props: { regions: await allRegions(app.db.queries) } },
      title: t("regionKeeping.title"),
      description: t("regionKeeping.lead"),
      noIndex: true,
    }),
  });
  newForm(app);
  changeForm(app);
}

async function dataOf(app: App, slug: string | null): Promise<Data> {
  const taken = Object.fromEntries(await regionsByCountry(app.db.queries));
  if (slug === null) return { slug, taken, now: null, conflicts: [] };
  const { version, content } = found(await keptRegion(app.db.queries, slug));
  const countries = await countryCodes(app.db.queries, slug);
  return { slug, taken, now: { version, content: { ...content, countries } }, conflicts: [] };
}

const rearrange = (entries: Entries) => (asksForMap(entries) ? withFurther(entries) : null);

function newForm(app: App): void {
  serveForm(app, {
    path: `${AT}/new`,
    who: "steward",
    body: NewRegionForm,
    load: () => dataOf(app, null),
    fill: () => ({ accent: "ocean" }),
    rearrange,
    page: async ({ t, language }, data, form) => ({
      view: { page: "KeepRegion", props: await withMap(data, form, { t, language }) },
      title: t("regionKeeping.add"),
      description: t("regionKeeping.addLead"),
    }),
    act: async ({ actor, language }, _data, body): Promise<Done> => {
      confirm(body);
      const content = contentOf(body);
      const region = { ...content, slug: body.slug, admins: parts(body.admins) };
      await addRegion(app, region, asking(actor, language)).catch(atFields);
      return { to: `/${language}${AT}`, done: "regionAdded" };
    },
  });
}

function changeForm(app: App): void {
  serveForm(app, {
    path: `${AT}/:region`,
    who: "steward",
    body: RegionForm,
    load: ({ params }) => dataOf(app, params.region ?? ""),
    fill: (_visit, { now }) => now && filledRegionForm(now.content, now.version),
    rearrange,
    page: async ({ t, language }, data, form) => ({
      view: { page: "KeepRegion", props: await withMap(data, form, { t, language }) },
      title: t("regionKeeping.edit", { region: found(data.now).content.names[language] }),
      description: t("regionKeeping.editLead"),
      status: data.conflicts.length > 0 ? 409 : 200,
    }),
    act: async ({ actor, language }, data, body, { entries }): Promise<Done | Again> => {
      confirm(body);
      const slug = found(data.slug);
      const change = { ...contentOf(body), slug, version: body.version ?? 0 };
      try {
        await changeRegion(app, change, asking(actor, language)).catch(atFields);
      } catch (error) {
        if (!(error instanceof Failure && error.code === "stale")) throw error;
        return again(await dataOf(app, slug), data, { typed: change, entries, language });
      }
      return { to: `/${language}${AT}`, done: "regionChanged" };
    },
  });
}

/** The form as it was typed, for the version that is there now, with what that one says. */
function again(
  fresh: Data,
  data: Data,
  { typed, entries, language }: { typed: RegionContent; entries: Entries; language: Language },
): Again {
  const now = found(fresh.now);
  Object.assign(data, { ...fresh, conflicts: differences(typed, now.content, language) });
  return { again: [...entries.filter(([name]) => name !== "version"), ["version", String(now.version)]] };
}

function asking(actor: Actor | null, language: Language) {
  if (!actor) throw new Failure("unauthenticated");
  return { actor, language };
}

function confirm({ confirmed }: { confirmed: boolean }): void {
  if (!confirmed) throw new Refused({ confirmed: "regionKeeping.confirmMissing" });
}

/** What a schema cannot say: each problem at its field. */
function contentOf(body: RegionForm): RegionContent {
  const { codes, unknown } = furtherCountries(body.more);
  if (unknown.length > 0)
    throw new Refused({ more: { key: "regionKeeping.notFound", values: { names: unknown.join(", ") } } });
  const countries = [...new Set([...body.countries, ...codes])];
  if (countries.length === 0) throw new Refused({ countries: "form.required" });
  const bounds = edgesOf(body.bounds);
  if (bounds === undefined) throw new Refused({ "bounds.west": "regionKeeping.allEdges" });
  const { name, url = null, email = null } = body.secretariat;
  if (name === undefined && (url ?? email) !== null)
    throw new Refused({ "secretariat.name": "regionKeeping.secretariatNameMissing" });
  return {
    names: body.names,
    countries,
    languages: parts(body.languages).map((tag) => languageTag(tag) ?? tag),
    bounds,
    accent: body.accent,
    secretariat: name === undefined ? null : { name, url, email },
  };
}

function atFields(error: unknown): never {
  if (error instanceof RegionRefused) throw new Refused(wordsOf(error));
  throw error;
}

function wordsOf({ problems }: RegionRefused): ConstructorParameters<typeof Refused>[0] {
  return Object.fromEntries(
    Object.entries(problems).map(([field, { key, values }]) => [field, values ? { key, values } : key]),
  );
}
