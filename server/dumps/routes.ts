/** All the data as files: `/data/{name}.{csv,json}` and `/data/organisations.geojson`. */
import { stateOf } from "db/dumps/queries.ts";
import {
  DATA_LICENCE,
  type DumpFormat,
  type DumpName,
  dumpAddress,
  dumpNames,
  formatsOf,
} from "shared/dumps/addresses.ts";
import type { App } from "../app.ts";
import { serveStream } from "../stream.ts";
import { csv, geoJson, json } from "./formats.ts";
import { dumps, organisationParts } from "./records.ts";

const types: Record<DumpFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
};

/** Raised when the same data would be written otherwise, so that no reader keeps the older form. */
const FORM = 1;
/** Any change of these may change a file; what it really shows is told by the state of its rows. */
const rooms = ["regions", "countries", "organisations", "news", "events", "resources"];

export function dumpRoutes(app: App): void {
  for (const dump of dumpNames) {
    for (const format of formatsOf(dump)) {
      serveStream(app, {
        url: dumpAddress(dump, format),
        type: types[format],
        headers: {
          link: `<${DATA_LICENCE}>; rel="license"`,
          "content-disposition": `attachment; filename="${dump}.${format}"`,
        },
        state: async () => `${FORM} ${app.config.REGION ?? ""} ${await dataState(app, [dump])}`,
        parts: () => write(app, dump, format),
      });
    }
  }
}

/** Counted once until something changes: on a large table it costs about a second. */
export function dataState(app: App, names: readonly DumpName[]): Promise<string> {
  return app.remember(`state of ${names.join(" ")}`, rooms, () => stateOf(app.db.queries, names));
}

function write(app: App, dump: DumpName, format: DumpFormat): AsyncIterable<string> {
  const { table, parts } = dumps[dump];
  if (format === "csv") return csv(table, parts(app));
  if (format === "json") return json(parts(app));
  const origin = app.origin();
  return geoJson(
    organisationParts(app),
    ({ region, slug }) => `${origin}/en/${region}/organisations/${slug}`,
  );
}
