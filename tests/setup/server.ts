/** The PostgreSQL server that tests use: the one of TEST_DATABASE_URL, else an embedded one in a temporary folder. */
import { startEmbedded } from "db/embedded/start.ts";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";

export interface TestServer {
  /** An address whose role may create databases. */
  url: string;
  close(): Promise<void>;
}

export async function openServer(): Promise<TestServer> {
  const own = process.env.TEST_DATABASE_URL;
  if (own) return { url: own, close: async () => {} };
  const folder = await temporaryDataDir();
  try {
    const embedded = await startEmbedded({ dataDir: folder.dataDir, durable: false });
    return {
      url: embedded.url,
      close: async () => {
        await embedded.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
