/** A document at the desk: what its form becomes, what a form shows of it, and the PDF that it takes. */
import { keptDocument } from "db/files/documents.ts";
import { oneResource } from "db/resources/queries.ts";
import type { resources } from "db/resources/tables.ts";
import { FileRefused, MAX_DOCUMENT_BYTES } from "shared/files/rules.ts";
import { ResourceContent, resourceProblems } from "shared/resources/content.ts";
import type { App } from "../app.ts";
import { impossibleDay, unknownCountries } from "../entries/checks.ts";
import type { Content, EntryRoom, Problems, Upload } from "../entries/kinds.ts";
import { takeDocument } from "../files/documents.ts";
import { Refused } from "../form.ts";

type Row = typeof resources.$inferSelect;

/** The field of the form that takes the PDF, and the button that takes it out again. */
const FIELD = "document";
const REMOVE = "removeDocument";

const upload: Upload = {
  maxBytes: MAX_DOCUMENT_BYTES,
  /** The form holds the name under which the PDF is kept, so that it stays however often the form comes back. */
  take: async (app, actor, { entries, files }) => {
    const others = entries.filter(([name]) => name !== "file" && name !== FIELD && name !== REMOVE);
    if (entries.some(([name]) => name === REMOVE)) return { entries: others, again: true };
    const sent = files.get(FIELD);
    if (!sent || sent.bytes.length === 0) return { entries, again: false };
    const file = await takeDocument(app, actor, sent.bytes).catch((error: unknown) => {
      throw error instanceof FileRefused ? new Refused({ [FIELD]: error.key }) : error;
    });
    return { entries: [...others, ["file", file]], again: false };
  },
};

export const resourceEntry: EntryRoom = {
  kind: "resources",
  content: ResourceContent,
  titleField: "title",
  upload,
  problems: async (app, content) => ({
    ...(await unknownCountries(app, content)),
    ...(await unknownFile(app, content)),
    ...impossibleDay(content, app.now()),
    ...resourceProblems(content as ResourceContent),
  }),
  columnsOf: (content, today) => columnsOf(content as ResourceContent, today),
  contentOf: (row) => contentOf(row as unknown as Row),
  sourceOf: ({ source, url }) => [source, url].find((one) => typeof one === "string") ?? null,
  read: (app, slug) => oneResource(app.db.queries, slug),
};

async function unknownFile(app: App, { file }: Content): Promise<Problems> {
  if (typeof file !== "string" || (await keptDocument(app.db.queries, file))) return {};
  return { file: "resources.problem.file" };
}

function columnsOf(resource: ResourceContent, today: string) {
  const { title, kind, language, publisher, summary, url = null } = resource;
  return {
    title,
    kind,
    language,
    languages: resource.languages ?? [],
    publisher,
    publishedOn: resource.publishedOn ?? null,
    url,
    file: resource.file ?? null,
    symbol: resource.symbol ?? null,
    summary,
    summaryLanguage: resource.summaryLanguage ?? language,
    countries: resource.countries.map((iso2) => iso2.toUpperCase()),
    source: resource.source ?? url,
    asOf: resource.publishedOn ?? today,
    verified: "page",
  };
}

/** What is not there is left out, so that what is shown and what is sent can be compared. */
function contentOf(row: Row): Content {
  const { title, kind, language, languages, publisher, summary, summaryLanguage, countries } = row;
  const may = { publishedOn: row.publishedOn, url: row.url, file: row.file, symbol: row.symbol };
  const there = Object.entries({ ...may, source: row.source }).filter(([, value]) => value != null);
  return {
    title,
    kind,
    language,
    languages,
    publisher,
    summary,
    summaryLanguage,
    countries,
    ...Object.fromEntries(there),
  };
}
