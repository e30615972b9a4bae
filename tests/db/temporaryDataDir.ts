/** A data folder of a test's own, and its complete removal. */
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TemporaryDataDir {
  dataDir: string;
  remove(): Promise<void>;
}

export async function temporaryDataDir(parent = tmpdir()): Promise<TemporaryDataDir> {
  const dataDir = await mkdtemp(path.join(parent, "acp-test-"));
  // As root the database belongs to a system user, who needs to pass through; otherwise it goes to a system folder.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
  return {
    dataDir,
    remove: async () => {
      const note = await readFile(path.join(dataDir, "database.json"), "utf8").catch(() => "");
      if (note) await rm(JSON.parse(note).folder, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
