/** Writes the records of a dump as CSV, JSON or GeoJSON, part by part. */
import { DATA_LICENCE } from "shared/dumps/addresses.ts";
import { csvRow } from "shared/dumps/csv.ts";
import { cellOf, columnsOf } from "shared/dumps/table.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import type { TObject } from "typebox";
import type { Parts } from "./records.ts";

export async function* csv(table: TObject, parts: Parts): AsyncGenerator<string> {
  const columns = columnsOf(table);
  yield csvRow(columns.map(({ name }) => name));
  for await (const records of parts) {
    yield records.map((record) => csvRow(columns.map((column) => cellOf(record, column)))).join("");
  }
}

/** `{ "licence": …, "items": [ … ] }`, one record per line: lists of the API hold theirs under `items` too. */
export async function* json(parts: Parts): AsyncGenerator<string> {
  yield* list(`{"licence":${JSON.stringify(DATA_LICENCE)},"items":[`, parts);
}

/** RFC 7946: a point for each organisation that states its city; the licence as a foreign member (§6.1). */
export async function* geoJson(
  parts: Parts<Organisation>,
  pageOf: (of: Organisation) => string,
): AsyncGenerator<string> {
  const head = `{"type":"FeatureCollection","licence":${JSON.stringify(DATA_LICENCE)},"features":[`;
  yield* list(head, features(parts, pageOf));
}

async function* features(parts: Parts<Organisation>, pageOf: (of: Organisation) => string): Parts {
  for await (const organisations of parts) {
    yield organisations.flatMap((organisation) => {
      const { id, slug, name, acronym, iso2, region, city, website, specializations, summary } = organisation;
      if (city?.lat == null || city.lon === null) return [];
      const properties = {
        slug,
        name,
        acronym,
        iso2,
        region,
        city: city.name,
        website,
        specializations,
        summary,
      };
      return {
        type: "Feature",
        id,
        geometry: { type: "Point", coordinates: [city.lon, city.lat] },
        properties: { ...properties, url: pageOf(organisation) },
      };
    });
  }
}

async function* list(head: string, parts: Parts): AsyncGenerator<string> {
  let before = `${head}\n`;
  for await (const records of parts) {
    if (records.length === 0) continue;
    yield before + records.map((record) => JSON.stringify(record)).join(",\n");
    before = ",\n";
  }
  yield before === ",\n" ? "\n]}\n" : `${before}]}\n`;
}
