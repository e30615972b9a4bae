/** Taking in files of CSOs, events and resources: the forms at the desk, and their JSON twin. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { orNull, RegionParam, secret } from "../fields.ts";
import { MAX_TABLE_BYTES } from "../tables/rules.ts";
import { fates, intakeFormats, intakeKinds } from "./rules.ts";

/** As it was typed or saved: what is inside is cleaned cell by cell. */
const Content = secret({ max: MAX_TABLE_BYTES });

export const UploadForm = Type.Object({
  kind: Type.Enum(intakeKinds),
  file: Type.Optional(Type.String()),
  text: Type.Optional(Content),
  encoding: Type.Enum(["unicode", "windows-1252"]),
  asDrafts: Type.Optional(Type.Boolean()),
});
export type UploadForm = Static<typeof UploadForm>;

export const CheckForm = Type.Object({
  token: Type.String({ maxLength: 100 }),
  digest: Type.String({ maxLength: 100 }),
  what: Type.Optional(Type.Enum(["take", "forget"])),
});

export const CheckQuery = Type.Object({
  fate: Type.Optional(Type.Enum(fates)),
  /** Rows after so many. */
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
});

const Count = Type.Integer({ minimum: 0 });

export const IntakeReply = Type.Object({
  kind: Type.Enum(intakeKinds),
  dryRun: Type.Boolean(),
  /** Whether the rows were written: all of them, or none. */
  taken: Type.Boolean(),
  counts: Type.Object({
    refused: Count,
    changed: Count,
    new: Count,
    kept: Count,
    unchanged: Count,
  }),
  /** Columns that no record of the kind has, and those that are only read: both are left out. */
  unknownColumns: Type.Array(Type.String()),
  readOnlyColumns: Type.Array(Type.String()),
  rows: Type.Array(
    Type.Object({
      line: Type.Integer(),
      fate: Type.Enum(fates),
      name: Type.String(),
      slug: orNull(Type.String()),
      changes: Type.Array(
        Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() }),
      ),
      problems: Type.Array(
        Type.Object({ field: Type.String(), code: Type.String(), message: Type.String() }),
      ),
    }),
  ),
});
export type IntakeReply = Static<typeof IntakeReply>;

export const takeInFile = endpoint({
  id: "importRecords",
  method: "POST",
  path: "/api/v1/regions/:region/import",
  summary:
    "Takes in CSOs, events or resources from a CSV or JSON: looked at alone, or all of its rows, or none",
  who: "curator",
  params: Type.Object({ region: RegionParam }),
  body: Type.Object({
    kind: Type.Enum(intakeKinds),
    format: Type.Enum(intakeFormats),
    /** The columns of `/data/*.csv`, or their records in a list. */
    content: Content,
    /** Only looked at, unless it is false. */
    dryRun: Type.Optional(Type.Boolean()),
    /** Events and resources: as drafts of the desk. */
    asDrafts: Type.Optional(Type.Boolean()),
  }),
  reply: IntakeReply,
  failures: ["not-found", "unauthenticated", "forbidden", "invalid", "stale", "too-large"],
});
