/** CSOs from a file: listed profiles that nobody has claimed; one that is claimed is kept by the CSO itself. */
import { hiddenOrganisations, organisationsElsewhere, organisationVersions } from "db/intake/queries.ts";
import { changeListed, createListed, type ListedOrganisation } from "db/organisations/listed.ts";
import { organisationsAfter } from "db/organisations/queries.ts";
import type { FieldProblem } from "shared/form.ts";
import { Organisation } from "shared/organisations/contract.ts";
import { contactFields, roundedPlace } from "shared/organisations/rules.ts";
import { slugFrom } from "shared/slugs.ts";
import type { ChangedRecord, Fields, Judged, Kind, NewRecord, Reading, Standing, Writing } from "./kind.ts";
import { type NewValues, OnlyNew, OrganisationFields, type Values } from "./organisationFields.ts";
import { nameKey } from "./plan.ts";

/** So many records of one read. */
const PART = 500;
/** So many new profiles of one statement. */
const BATCH = 100;

export const organisationsKind: Kind = {
  record: Organisation,
  fields: OrganisationFields,
  onlyNew: OnlyNew,
  required: ["name", "iso2", "summary", "source"],
  blank: (region) => ({
    ...{ region, names: [], socials: {}, specializations: [], languages: [], moreSources: [] },
    ...{
      language: "en",
      nameLocal: null,
      acronym: null,
      city: null,
      website: null,
      email: null,
      phone: null,
    },
    ...{ foundedYear: null, uncacCoalitionMember: null, asOf: null, verified: null },
  }),
  standing,
  elsewhere: organisationsElsewhere,
  unseen: async (db) => (await hiddenOrganisations(db)).map(sameness),
  settled: (field, value) => (field === "city" ? cityAtMost(value) : value),
  nameOf: ({ name }) => (typeof name === "string" ? name : ""),
  sameness,
  check,
  create,
  change,
};

function sameness({ name, iso2 }: Fields): string | null {
  return name && iso2 ? nameKey(name, iso2) : null;
}

async function standing(db: Reading, region: string): Promise<Standing[]> {
  const versions = await organisationVersions(db, region);
  const all: Standing[] = [];
  for (let after = 0; ; ) {
    const part = await organisationsAfter(db, [region], after, PART);
    for (const record of part) {
      const { id, slug, name } = record;
      const row = versions.get(id);
      if (row) all.push({ id, slug, name, version: row.version, isKept: row.status !== "listed", record });
    }
    const last = part.at(-1);
    if (!last) return all;
    after = last.id;
  }
}

function check({ given, around }: Judged): FieldProblem[] {
  const { iso2, specializations = [] }: Values = given;
  const misfits: FieldProblem[] = [];
  if (iso2 !== undefined && !around.countries.has(iso2))
    misfits.push({ field: "iso2", key: "intake.problem.country" });
  for (const slug of specializations) {
    if (around.specializations.has(slug)) continue;
    misfits.push({
      field: "specializations",
      key: "intake.problem.specialization",
      values: { value: slug },
    });
  }
  return misfits;
}

async function create({ tx, region, personId, wrote }: Writing, records: readonly NewRecord[]) {
  const by = { region, personId, actedAs: "curator" };
  for (let from = 0; from < records.length; from += BATCH) {
    const part = records.slice(from, from + BATCH).map(listed);
    await createListed(tx, by, part);
    wrote(part.length);
  }
}

function listed({ slug, fields }: NewRecord): ListedOrganisation {
  const { activities = [], ...values }: NewValues = fields;
  const { name = "", iso2 = "", summary = "", specializations = [] } = values;
  return {
    slug: slug ?? slugFrom([name, values.acronym], "organisation"),
    columns: { ...columnsOf(values), name, iso2, summary, specializations },
    activities: activities.map((one) => ({ ...one, language: values.language ?? "en" })),
    after: asHistory(values),
  };
}

/** Columns of the fields that are given. */
function columnsOf({ city, socials, ...values }: Values) {
  const place = city && { cityName: city.name, cityLat: city.lat ?? null, cityLon: city.lon ?? null };
  const none = { cityName: null, cityLat: null, cityLon: null };
  return {
    ...values,
    ...(city === undefined ? {} : (place ?? none)),
    ...(socials === undefined ? {} : { socials: withoutNulls(socials) }),
  };
}

/** Never more exactly than a city. */
function cityAtMost(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const rounded = (degrees: unknown) => (typeof degrees === "number" ? roundedPlace(degrees) : degrees);
  return Object.fromEntries(Object.entries(value).map(([part, of]) => [part, rounded(of)]));
}

function withoutNulls(record: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

async function change({ tx, region, personId, wrote }: Writing, records: readonly ChangedRecord[]) {
  const by = { region, personId, actedAs: "curator" };
  // In the order of ids, so that two imports wait for each other instead of for ever.
  for (const { standing: of, given } of records.toSorted((a, b) => a.standing.id - b.standing.id)) {
    const values: Values = given;
    const checked = values.website === undefined ? {} : { websiteVerified: null };
    await changeListed(tx, by, {
      id: of.id,
      version: of.version,
      columns: { ...columnsOf(values), ...checked },
      before: pick(asHistory(of.record), Object.keys(asHistory(given))),
      after: asHistory(given),
      source: values.source ?? textOrNull(of.record.source),
    });
    wrote(1);
  }
}

/** As the history of a profile names its fields: each network by itself. */
function asHistory({ socials, ...fields }: Fields): Fields {
  if (typeof socials !== "object" || socials === null) return fields;
  const networks = contactFields.filter((field) => !["website", "email", "phone"].includes(field));
  return {
    ...fields,
    ...Object.fromEntries(networks.map((network) => [network, Reflect.get(socials, network) ?? null])),
  };
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
