/** What fits a form's schema and still cannot be published. */
import { regionsOfCountries } from "db/countries/places.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { type Entries, entriesOf, readForm } from "shared/form.ts";
import type { App } from "../app.ts";
import { type Content, entryRoom, type Problems } from "./kinds.ts";

/** Countries that the platform does not know: a misspelt code would be found by nobody. */
export async function unknownCountries(app: App, { countries }: Content): Promise<Problems> {
  const codes = Array.isArray(countries) ? countries.map((code) => String(code).toUpperCase()) : [];
  const known = await regionsOfCountries(app.db.queries, codes);
  const unknown = codes.filter((code) => known[code] === undefined);
  return unknown.length === 0
    ? {}
    : { countries: { key: "entries.problem.country", values: { code: unknown.join(", ") } } };
}

/** Everything that keeps it from being published, by field. */
export async function problemsOf(app: App, kind: EntryKind, content: Content): Promise<Problems> {
  const room = entryRoom(kind);
  const entries: Entries = entriesOf(content);
  const { problems } = readForm(room.content, entries);
  const misfits: Problems = Object.fromEntries(
    problems.map(({ field, key, values }) => [field, values ? { key, values } : key]),
  );
  return problems.length > 0 ? misfits : room.problems(app, content);
}
