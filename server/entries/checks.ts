/** What fits a form's schema and still cannot be published. */
import { regionsOfCountries } from "db/countries/places.ts";
import { draftOf } from "shared/entries/form.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { entriesOf, readForm } from "shared/form.ts";
import { rangeOf } from "shared/time.ts";
import type { TObject } from "typebox";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { type Content, entryRoom, type Problems } from "./kinds.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nothing that the platform tells of was published before the United Nations were. */
const EARLIEST = "1945";

/** Countries that the platform does not know: a misspelt code would be found by nobody. */
export async function unknownCountries(app: App, { countries }: Content): Promise<Problems> {
  const codes = Array.isArray(countries) ? countries.map((code) => String(code).toUpperCase()) : [];
  const known = await regionsOfCountries(app.db.queries, codes);
  const unknown = codes.filter((code) => known[code] === undefined);
  return unknown.length === 0
    ? {}
    : { countries: { key: "entries.problem.country", values: { code: unknown.join(", ") } } };
}

/** A day that no calendar has, as 31 February. */
export function impossibleDay({ publishedOn }: Content, now: Date): Problems {
  if (typeof publishedOn !== "string") return {};
  try {
    // Nothing is published before it is; a day's difference is the earth's.
    const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
    const isKnown = publishedOn >= EARLIEST && rangeOf(publishedOn).from <= tomorrow;
    return isKnown ? {} : { publishedOn: "entries.problem.year" };
  } catch {
    return { publishedOn: "form.notADate" };
  }
}

/** The content as its schema reads it, whatever was sent: other keys are dropped, a single value of a list is a list. */
export function tidied(schema: TObject, content: Content): { content: Content | null; problems: Problems } {
  const { body, problems } = readForm(schema, entriesOf(content));
  const misfits = problems.map(({ field, key, values }) => [field, values ? { key, values } : key]);
  return { content: body, problems: Object.fromEntries(misfits) };
}

/** As it can be published; throws Refused for everything that keeps it from that, by field. */
export async function publishable(app: App, kind: EntryKind, written: Content): Promise<Content> {
  const room = entryRoom(kind);
  const { content, problems } = tidied(room.content, written);
  const all = content ? await room.problems(app, content) : problems;
  if (content === null || Object.keys(all).length > 0) throw new Refused(all);
  return content;
}

/** As far as it is written: what is there must fit. Throws Refused. */
export function keepable(kind: EntryKind, written: Content): Content {
  const room = entryRoom(kind);
  const { content, problems } = tidied(draftOf(room.content, room.titleField), written);
  if (content === null) throw new Refused(problems);
  return content;
}
