/** Events of a calendar file (.ics): what becomes of each, and what a file may hold. */
import Type, { type Static } from "typebox";
import { orNull } from "../fields.ts";
import { EventContent } from "./content.ts";

/** Ten years of a busy organisation; more is no announcement. */
export const MAX_ICS_BYTES = 1024 * 1024;
export const MAX_ICS_EVENTS = 500;
/** Components of all kinds: an event has a few alarms, a zone some dozens of rules. */
export const MAX_ICS_PARTS = 5_000;
/** So many are looked through at once, and so many characters travel in the form; the rest comes by importing again. */
export const MAX_ICS_LINES = 100;
export const MAX_ICS_CHARACTERS = 250_000;

/** Why a file is not read. */
export const icsFileProblems = ["encoding", "not-calendar", "too-many", "nothing"] as const;
export type IcsFileProblem = (typeof icsFileProblems)[number];

/** Why an event is not taken. */
export const icsProblems = [
  "no-title",
  "no-start",
  "start",
  "end",
  "order",
  "year",
  "zone",
  "cancelled",
  "part",
  "twice",
] as const;
export type IcsProblem = (typeof icsProblems)[number];

/** What one should know of an event that is taken. */
export const icsNotes = ["repeats", "gap", "floating"] as const;
export type IcsNote = (typeof icsNotes)[number];

/** All may be missing but the title: a curator completes the draft. In which regions it stands is no file's to say. */
const { regions: _regions, ...fields } = Type.Partial(EventContent).properties;
export const IcsContent = Type.Object({
  ...fields,
  title: EventContent.properties.title,
});
export type IcsContent = Static<typeof IcsContent>;

export const IcsEvent = Type.Object({
  content: IcsContent,
  notes: Type.Array(Type.Enum(icsNotes)),
});
export type IcsEvent = Static<typeof IcsEvent>;

export interface IcsRefusal {
  title: string;
  problem: IcsProblem;
  /** The property of the file, and what stands in it. */
  field: string;
  value: string;
}

/** What is here already. */
export interface IcsKnown {
  title: string;
  startsOn: string | null;
  /** Of the public event; null: it is written at the desk. */
  slug: string | null;
  entry: number | null;
}

export const IcsLine = Type.Object({
  fate: Type.Enum(["new", "known", "refused"]),
  title: Type.String(),
  startsOn: orNull(Type.String()),
  notes: Type.Array(Type.Enum(icsNotes)),
  problem: orNull(Type.Enum(icsProblems)),
  /** The property of the file. */
  field: orNull(Type.String()),
  slug: orNull(Type.String()),
  /** The draft that it is, or became. */
  entry: orNull(Type.Integer()),
});
export type IcsLine = Static<typeof IcsLine>;

/** `line`: the events that the page showed, as JSON; `chosen`: their places. */
export const ImportForm = Type.Object({
  text: Type.Optional(Type.String({ maxLength: MAX_ICS_BYTES, text: "paragraphs" })),
  line: Type.Array(Type.String({ maxLength: 20_000, text: "paragraphs" }), { maxItems: MAX_ICS_LINES }),
  chosen: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: MAX_ICS_LINES }),
});
export type ImportForm = Static<typeof ImportForm>;
