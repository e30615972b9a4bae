/** `npm run admin -- …`: what an operator does by command; see usage.ts. */
import { StartFailure } from "shared/startFailure.ts";
import { runAdmin } from "./admin/run.ts";
import { usage } from "./admin/usage.ts";
import { command, say } from "./command.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./database.ts";

const words = process.argv.slice(2);

await command(async () => {
  if (words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? "")) {
    say(usage);
    return;
  }
  const config = readConfig(process.env);
  // Whether the server runs or not: the embedded database is joined, or started for this time.
  const { db, close } = await openDatabase(config, () => {});
  try {
    await runAdmin({ config, db, say }, words);
  } catch (error) {
    if (error instanceof StartFailure) process.exitCode = 1;
    throw error;
  } finally {
    await close();
  }
});
