/** The list of erasures outside the database, so that restoring a backup brings nobody back. */
import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Database } from "db/connect.ts";
import { withLock } from "db/lock.ts";
import { allErasures, type Erasure, replayErasures } from "db/personal/erase.ts";

/**
 * A line for each: `{"personId":5,"at":"2026-11-22T10:00:00.000Z","keepPosts":true}`; numbers that name nobody. Lines of
 * former versions do not say what became of posts, and none of theirs was to stay.
 */
const NAME = "erasures.jsonl";

/** Erases again whoever a restored backup brought back, and notes what this list does not have yet. Returns how many. */
export async function keepErasures(db: Database, dataDir: string): Promise<number> {
  return withLock(db, "erasures", async () => {
    const noted = await notedIn(dataDir);
    const erased = await replayErasures(db, noted);
    const known = new Set(noted.map(({ personId }) => personId));
    const missing = (await allErasures(db)).filter(({ personId }) => !known.has(personId));
    if (missing.length > 0) await note(dataDir, missing);
    return erased;
  });
}

/** Right after the commit: a backup from before may be restored at any time. */
export async function noteErasure(dataDir: string, erasure: Erasure): Promise<void> {
  await note(dataDir, [erasure]);
}

async function note(dataDir: string, erasures: readonly Erasure[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  // Begun anew: what a full disk cut short stands on a line of its own.
  const lines = erasures.map(
    ({ personId, at, keepPosts }) => `\n${JSON.stringify({ personId, at, keepPosts })}\n`,
  );
  await appendFile(path.join(dataDir, NAME), lines.join(""), { mode: 0o600, flush: true });
}

async function notedIn(dataDir: string): Promise<Erasure[]> {
  const text = await readFile(path.join(dataDir, NAME), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => readLine(line) ?? []);
}

/** A line that a full disk cut short says nothing; the row in the database is noted anew. */
function readLine(line: string): Erasure | null {
  const [, id, at, keeps] =
    /^\{"personId":(\d{1,15}),"at":"([^"]+)"(?:,"keepPosts":(true|false))?\}$/.exec(line) ?? [];
  const moment = new Date(at ?? "");
  return id === undefined || Number.isNaN(moment.getTime())
    ? null
    : { personId: Number(id), at: moment, keepPosts: keeps === "true" };
}
