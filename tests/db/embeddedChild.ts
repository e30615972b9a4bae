/**
 * A process with the embedded database, to be killed by a test: prints one JSON line when it has started or failed.
 */
import { startEmbedded } from "db/embedded/start.ts";

const [dataDir = "", mode = "quick"] = process.argv.slice(2);

function tell(message: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

try {
  const database = await startEmbedded({ dataDir, durable: mode === "durable" });
  process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
  tell({ url: database.url, adopted: database.adopted });
} catch (error) {
  tell({ failure: error instanceof Error ? error.name : "", message: String(error) });
  process.exitCode = 1;
}
