/**
 * The note in DATA_DIR that says in which system folder its database is, where it cannot be in DATA_DIR itself.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "shared/startFailure.ts";
import { codeOf } from "./trouble.ts";

export interface Note {
  folder: string;
  /** The DATA_DIR it was written for: one that was moved keeps its database, a copy of one must not share it. */
  dataDir: string;
  /** false while the first start is not done: then a missing folder is no loss. */
  made: boolean;
}

const WHY = "The system user that runs PostgreSQL cannot enter this folder, so the database is in `folder`.";

export function noteFile(dataDir: string): string {
  return path.join(dataDir, "database.json");
}

export async function readNote(dataDir: string): Promise<Note | null> {
  const text = await readFile(noteFile(dataDir), "utf8").catch((error) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const note = parse(text);
  if (note) return note;
  throw new StartFailure(
    `${noteFile(dataDir)} should say where the database is and cannot be read: restore it, or remove it to begin with an empty database.`,
  );
}

function parse(text: string): Note | null {
  try {
    const { folder, dataDir, made } = JSON.parse(text);
    if (typeof folder !== "string" || !path.isAbsolute(folder)) return null;
    return { folder, dataDir: String(dataDir), made: made === true };
  } catch {
    return null;
  }
}

export async function writeNote(dataDir: string, note: Note): Promise<void> {
  await writeFile(noteFile(dataDir), `${JSON.stringify({ ...note, why: WHY }, null, 2)}\n`, { mode: 0o600 });
}

/** Two platforms on one database by a copied folder: nobody means that. */
export async function refuseCopy(dataDir: string, note: Note): Promise<void> {
  if (note.dataDir === dataDir) return;
  const original = await readNote(note.dataDir).catch(() => null);
  if (original?.folder !== note.folder) return;
  throw new StartFailure(
    `${dataDir} is a copy of ${note.dataDir}, whose database is in ${note.folder} and was not copied: remove ${noteFile(dataDir)} to begin with an empty database.`,
  );
}
