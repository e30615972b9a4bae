/** Reads the seed files and refuses a malformed record by file, index, field and what was expected. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FollowUpTemplate, ParticipationGuide } from "shared/resources/guides.ts";
import type { Static, TSchema } from "typebox";
import { SeedFailure } from "./failure.ts";
import { misfitOf } from "./misfit.ts";
import * as records from "./records.ts";
import { checkReferences } from "./references.ts";

export interface Seed {
  countries: records.CountrySeed[];
  organisations: records.OrganisationSeed[];
  specializations: records.SpecializationSeed[];
  articles: records.ArticleSeed[];
  events: records.EventSeed[];
  resources: records.ResourceSeed[];
  partners: records.PartnerSeed[];
  commitments: records.CommitmentSeed[];
  guides: { slug: string; content: string }[];
  /** Where each record stands: "organisations/africa.json[3]". */
  places: Map<object, string>;
}

const REGIONAL = ["africa", "south-east-europe", "south-east-asia"];

export async function readSeed(folder: string): Promise<Seed> {
  const places: Seed["places"] = new Map();
  const list = async <T extends TSchema>(files: string[], schema: T): Promise<Static<T>[]> => {
    const found: Static<T>[] = [];
    for (const file of files) found.push(...(await readRecords(folder, file, schema, places)));
    return found;
  };
  const regional = (name: string) => REGIONAL.map((region) => `${name}/${region}.json`);
  const seed = {
    countries: await list(regional("countries"), records.CountrySeed),
    organisations: await list(regional("organisations"), records.OrganisationSeed),
    specializations: await list(["specializations.json"], records.SpecializationSeed),
    articles: await list(["news.json"], records.ArticleSeed),
    events: await list(["events.json"], records.EventSeed),
    resources: await list(["resources.json"], records.ResourceSeed),
    partners: await list(["partners.json"], records.PartnerSeed),
    commitments: await list(["commitments.json"], records.CommitmentSeed),
    guides: [
      await readGuide(folder, "participation-guide", ParticipationGuide),
      await readGuide(folder, "follow-up-template", FollowUpTemplate),
    ],
    places,
  };
  checkReferences(seed);
  return seed;
}

async function readGuide(folder: string, slug: string, schema: TSchema) {
  const content = await readJson(folder, `${slug}.json`);
  check(`${slug}.json`, schema, content);
  return { slug, content: JSON.stringify(content) };
}

async function readRecords<T extends TSchema>(
  folder: string,
  file: string,
  schema: T,
  places: Seed["places"],
): Promise<Static<T>[]> {
  const content = await readJson(folder, file);
  if (!Array.isArray(content)) throw new SeedFailure(`${file}: expected an array of records.`);
  return content.map((record: object, index) => {
    const place = `${file}[${index}]`;
    check(place, schema, record);
    places.set(record, place);
    return record as Static<T>;
  });
}

async function readJson(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SeedFailure(`${file}: cannot be read as JSON (${reason}).`, { cause: error });
  }
}

function check(place: string, schema: TSchema, record: unknown): void {
  const misfit = misfitOf(schema, record);
  if (misfit) throw new SeedFailure(`${place}${misfit}.`);
}
