/** Reads the seed files and refuses a malformed record by file, index, field and what was expected. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rangeOf } from "shared/time.ts";
import Type, { type Static, type TSchema } from "typebox";
import { Value } from "typebox/value";
import * as records from "./records.ts";

/** The sentence names the record, so that whoever edits the file finds it. */
export class SeedFailure extends Error {
  override name = "SeedFailure";
}

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
}

const REGIONAL = ["africa", "south-east-europe", "south-east-asia"];
const GUIDES = ["participation-guide", "follow-up-template"];

export async function readSeed(folder: string): Promise<Seed> {
  const list = async <T extends TSchema>(files: string[], schema: T): Promise<Static<T>[]> => {
    const records: Static<T>[] = [];
    for (const file of files) records.push(...(await readRecords(folder, file, schema)));
    return records;
  };
  const regional = (name: string) => REGIONAL.map((region) => `${name}/${region}.json`);
  return {
    countries: await list(regional("countries"), records.CountrySeed),
    organisations: await list(regional("organisations"), records.OrganisationSeed),
    specializations: await list(["specializations.json"], records.SpecializationSeed),
    articles: await list(["news.json"], records.ArticleSeed),
    events: await list(["events.json"], records.EventSeed),
    resources: await list(["resources.json"], records.ResourceSeed),
    partners: await list(["partners.json"], records.PartnerSeed),
    commitments: await list(["commitments.json"], records.CommitmentSeed),
    guides: await Promise.all(GUIDES.map((slug) => readGuide(folder, slug))),
  };
}

async function readGuide(folder: string, slug: string) {
  const content = await readJson(folder, `${slug}.json`);
  check(`${slug}.json`, 0, records.GuideSeed, content);
  return { slug, content: JSON.stringify(content) };
}

async function readRecords<T extends TSchema>(folder: string, file: string, schema: T): Promise<Static<T>[]> {
  const content = await readJson(folder, file);
  if (!Array.isArray(content)) throw new SeedFailure(`${file}: expected an array of records.`);
  const seen = new Map<unknown, number>();
  return content.map((record: unknown, index) => {
    check(file, index, schema, record);
    const key = Object(record).slug ?? Object(record).iso2;
    if (seen.has(key))
      throw new SeedFailure(`${file}[${index}]: "${key}" stands already at index ${seen.get(key)}.`);
    seen.set(key, index);
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

function check(file: string, index: number, schema: TSchema, record: unknown): void {
  const error = Value.Errors(schema, record)[0];
  if (error) {
    const field = fieldOf(error.instancePath, error.params);
    throw new SeedFailure(
      `${file}[${index}]${field}: expected ${expectedAt(schema, field) ?? error.message}, found ${shown(record, field)}.`,
    );
  }
  checkDays(file, index, record, "");
}

/** A date may fit the pattern and still be no day of any calendar. */
function checkDays(file: string, index: number, value: unknown, path: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === "string" && /(On|asOf)$/.test(key)) {
      try {
        rangeOf(part);
      } catch {
        throw new SeedFailure(
          `${file}[${index}]${path}/${key}: expected a day of the calendar, found "${part}".`,
        );
      }
    } else checkDays(file, index, part, `${path}/${key}`);
  }
}

function fieldOf(path: string, params: object): string {
  const missing =
    "requiredProperties" in params && Array.isArray(params.requiredProperties)
      ? params.requiredProperties[0]
      : undefined;
  return missing === undefined ? path : `${path}/${missing}`;
}

function stepInto(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function shown(record: unknown, field: string): string {
  const value = field.split("/").slice(1).reduce(stepInto, record);
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}

/** What the schema says of a field, in words. */
function expectedAt(schema: TSchema, field: string): string | undefined {
  const found = field.split("/").slice(1).reduce<TSchema | undefined>(schemaStep, schema);
  return found && describe(found);
}

function schemaStep(schema: TSchema | undefined, key: string): TSchema | undefined {
  if (schema === undefined) return undefined;
  if (Type.IsUnion(schema))
    return schemaStep(
      schema.anyOf.find((one) => !Type.IsNull(one)),
      key,
    );
  if (Type.IsObject(schema)) return schema.properties[key];
  if (Type.IsArray(schema)) return schema.items;
  return undefined;
}

function describe(schema: TSchema): string | undefined {
  if ("description" in schema && typeof schema.description === "string") return schema.description;
  if (Type.IsUnion(schema)) return schema.anyOf.map(describe).join(" or ");
  if ("enum" in schema && Array.isArray(schema.enum)) return `one of ${schema.enum.join(", ")}`;
  if ("pattern" in schema) return `text of the form ${schema.pattern}`;
  if ("minLength" in schema) return "text that is not empty";
  if ("type" in schema) return String(schema.type);
  return undefined;
}
