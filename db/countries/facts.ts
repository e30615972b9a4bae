/** Which columns hold the facts that can be corrected, and beside which of them their source stands. */
import type { FactKind } from "shared/corrections/facts.ts";
import type { countries, reviewDocuments, reviews } from "./tables.ts";

type CountryColumn = keyof typeof countries.$inferSelect;

/** A group of a country's facts with a source of its own. */
export interface SourceColumns {
  source: CountryColumn;
  asOf: CountryColumn;
  moreSources?: CountryColumn;
  verified?: CountryColumn;
}

export const conventionSource: SourceColumns = {
  source: "uncacSource",
  asOf: "uncacAsOf",
  moreSources: "uncacMoreSources",
  verified: "uncacVerified",
};
export const pledgeSource: SourceColumns = { source: "pledgeSource", asOf: "pledgeAsOf" };

export const countryColumns: Record<string, { column: CountryColumn; group: SourceColumns | null }> = {
  status: { column: "uncacStatus", group: conventionSource },
  signedOn: { column: "signedOn", group: conventionSource },
  ratifiedOn: { column: "ratifiedOn", group: conventionSource },
  ratificationAct: { column: "ratificationAct", group: conventionSource },
  pledgeSigned: { column: "pledgeSigned", group: pledgeSource },
  pledgeSignedOn: { column: "pledgeSignedOn", group: pledgeSource },
  note: { column: "note", group: null },
};

/** Reviews and documents call their columns as their facts are called. */
export const reviewColumns: readonly (keyof typeof reviews.$inferSelect)[] = [
  "status",
  "phase",
  "scheduledYear",
  "startedIn",
  "reviewers",
  "visitHeld",
  "visitWhen",
  "civilSocietyInvolved",
  "civilSocietyNote",
  "focalPointInstitution",
  "note",
];
export const documentColumns: readonly (keyof typeof reviewDocuments.$inferSelect)[] = [
  "kind",
  "title",
  "language",
  "url",
  "publishedOn",
];

/** A review by its natural key, "TN/2". */
export function reviewKey(ref: string): { iso2: string; cycle: number } {
  const [iso2 = "", cycle] = ref.split("/");
  return { iso2, cycle: Number(cycle) };
}

export type CountryFactKind = Exclude<FactKind, "organisation">;
