/** Writes one fact of a profile that was corrected, with its source and its revision. */
import { eq, sql } from "drizzle-orm";
import { Failure, found } from "shared/failure.ts";
import { recordRevision } from "../revisions/changes.ts";
import type { Transaction } from "../transaction.ts";
import { indexOrganisation } from "./found.ts";
import { organisations } from "./tables.ts";

export interface OrganisationFactChange {
  id: number;
  field: string;
  value: unknown;
  /** The profile's version that was seen: another one is refused as `stale`. */
  version: number;
  source: string | null;
  asOf?: string | null | undefined;
  credit: string | null;
  personId: number;
  actedAs: string;
}

const columns = [
  "name",
  "nameLocal",
  "acronym",
  "summary",
  "specializations",
  "website",
  "email",
  "phone",
  "foundedYear",
  "languages",
  "uncacCoalitionMember",
] as const;

export async function changeOrganisationFact(tx: Transaction, change: OrganisationFactChange): Promise<void> {
  const { id, field, value, version, source, asOf, credit, personId, actedAs } = change;
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for("update");
  const profile = found(row);
  if (profile.version !== version) throw new Failure("stale");
  const { before, after, set } =
    field === "city" ? await cityChange(tx, profile, value) : columnChange(profile, field, value);
  const known = sourceOf(profile, source);
  await tx
    .update(organisations)
    .set({ ...set, ...known, ...(asOf === undefined ? {} : { asOf }) })
    .where(eq(organisations.id, id));
  const { region } = profile;
  await recordRevision(tx, {
    kind: "organisation",
    ref: String(id),
    region,
    version: version + 1,
    before,
    after,
    source,
    credit,
    personId,
    actedAs,
  });
  await indexOrganisation(tx, id);
}

type Profile = typeof organisations.$inferSelect;

function columnChange(profile: Profile, field: string, value: unknown) {
  const column = found(columns.find((one) => one === field));
  const checked = column === "website" ? { websiteVerified: null } : {};
  return {
    before: { [field]: profile[column] },
    after: { [field]: value },
    set: { [column]: value, ...checked },
  };
}

/** Where a city lies is known from other records of the country; else it has no place on a map. */
async function cityChange(tx: Transaction, profile: Profile, value: unknown) {
  const name = typeof value === "string" ? value : null;
  const { rows } = await tx.execute<{ name: string; lat: number; lon: number }>(sql`
    select capital_name as name, capital_lat as lat, capital_lon as lon from countries
      where iso2 = ${profile.iso2} and lower(capital_name) = lower(${name})
    union all select city_name, city_lat, city_lon from organisations
      where iso2 = ${profile.iso2} and status <> 'hidden' and lower(city_name) = lower(${name}) and city_lat is not null
    limit 1`);
  const [place] = rows;
  const city = name === null ? null : { name, lat: place?.lat ?? null, lon: place?.lon ?? null };
  const { cityName, cityLat, cityLon } = profile;
  return {
    before: { city: cityName === null ? null : { name: cityName, lat: cityLat, lon: cityLon } },
    after: { city },
    set: { cityName: city?.name ?? null, cityLat: city?.lat ?? null, cityLon: city?.lon ?? null },
  };
}

/** The new source stands beside those that the profile was made from. */
function sourceOf({ source: before, moreSources }: Profile, source: string | null) {
  if (source === null || source === before || moreSources.includes(source)) return {};
  return before === null ? { source } : { moreSources: [...moreSources, source] };
}
