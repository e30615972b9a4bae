/** Files of a region's records as its curators keep them, and empty ones to fill in: `/desk/import/{kind}.csv`. */
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { csvRow } from "shared/dumps/csv.ts";
import { columnsOf } from "shared/dumps/table.ts";
import { type IntakeFormat, type IntakeKind, intakeFormats, intakeKinds } from "shared/intake/rules.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { csv, json } from "../dumps/formats.ts";
import { addressOf, regionOf } from "../page.ts";
import { visitOf } from "../serve.ts";
import type { Standing } from "./kind.ts";
import { kinds } from "./kinds.ts";

const types: Record<IntakeFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
};

export function intakeFiles(app: App): void {
  for (const kind of intakeKinds) {
    for (const format of intakeFormats) exported(app, kind, format);
    template(app, kind);
  }
}

function exported(app: App, kind: IntakeKind, format: IntakeFormat): void {
  serveFile(app, `${kind}.${format}`, types[format], async (region) => {
    const { record, standing } = kinds[kind];
    const parts = inParts(await standing(app.db.queries, region));
    // The version tells, when the file comes back, that nobody changed the record meanwhile.
    const table = Type.Object({ version: Type.Integer(), ...record.properties });
    return Readable.from(format === "csv" ? csv(table, parts) : json(parts));
  });
}

async function* inParts(all: readonly Standing[]): AsyncGenerator<readonly object[]> {
  yield all.map(({ version, record }) => ({ version, ...record }));
}

/** The columns that are taken in, as a file of that kind has them. */
export function columnsTaken(): Record<IntakeKind, string[]> {
  const entries = intakeKinds.map((kind) => [kind, takenOf(kind)] as const);
  return Object.fromEntries(entries) as Record<IntakeKind, string[]>;
}

function takenOf(kind: IntakeKind): string[] {
  const { record, fields } = kinds[kind];
  const taken = columnsOf(record).filter(({ path: [field = ""] }) => field in fields.properties);
  return ["slug", ...taken.map(({ name }) => name)];
}

function template(app: App, kind: IntakeKind): void {
  serveFile(app, `${kind}-template.csv`, types.csv, async () => csvRow(takenOf(kind)));
}

function serveFile(
  app: App,
  name: string,
  type: string,
  body: (region: string) => Promise<Readable | string>,
): void {
  const who = "curator";
  app.fastify.get(
    `/:language/:region/desk/import/${name}`,
    { config: { who } },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { region } = addressOf(request, (params) => regionOf(app, params.region));
      await visitOf(app, request, who);
      reply.headers({
        "cache-control": "private, no-store",
        "content-disposition": `attachment; filename="${region.slug}-${name}"`,
      });
      return reply.type(type).send(await body(region.slug));
    },
  );
}
