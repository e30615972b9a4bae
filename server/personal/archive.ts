/** What a person takes along: a ZIP archive that is written while it is read, one table after the other. */
import { Readable } from "node:stream";
import type { Person } from "db/accounts/people.ts";
import { fileBytes, ownFiles, personalRows, tablesGiven } from "db/personal/export.ts";
import type { Translate } from "shared/i18n/text.ts";
import { dayOf } from "shared/time.ts";
import { ZipFile } from "yazl";
import type { App } from "../app.ts";

const endings: Record<string, string> = {
  "image/webp": "webp",
  "image/avif": "avif",
  "image/png": "png",
  "image/jpeg": "jpg",
  "application/pdf": "pdf",
};

/** The archive's bytes, as they come; a row is read only when its turn is there. */
export async function archiveOf(app: App, person: Person, t: Translate): Promise<Readable> {
  const { queries } = app.db;
  const now = app.now();
  const zip = new ZipFile();
  const output = new Readable().wrap(zip.outputStream);
  zip.on("error", (error: Error) => output.destroy(error));
  const add = (name: string, parts: () => AsyncIterable<Buffer | string>) =>
    zip.addReadStreamLazy(name, { mtime: now }, (give) =>
      give(null, Readable.from(parts(), { objectMode: false })),
    );
  const words = { origin: app.origin(), handle: person.handle, day: dayOf(now) };
  zip.addBuffer(Buffer.from(`${plain(t("personal.readme", words))}\n`), "README.txt", { mtime: now });
  for (const table of tablesGiven)
    add(`${table}.json`, () => json(() => personalRows(queries, person.id, table)));
  for (const { id, name, type } of await ownFiles(queries, person.id))
    add(`files/${name}.${endings[type] ?? "bin"}`, () => fileBytes(queries, id));
  zip.end();
  return output;
}

/** Without the marks that set a name apart inside a sentence. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

async function* json(rows: () => Promise<object[]>): AsyncGenerator<string> {
  yield "[";
  let before = "\n";
  for (const row of await rows()) {
    yield `${before}${JSON.stringify(row, null, 1)}`;
    before = ",\n";
  }
  yield "\n]\n";
}
