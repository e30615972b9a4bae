/** `npm run import [folder]`: brings the real data in, again and again with the same result. */
import { command, say } from "./command.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./database.ts";
import { importData } from "./importing.ts";

await command(async () => {
  const { db, close } = await openDatabase(readConfig(process.env), say);
  try {
    await importData(db, say, process.argv[2]);
  } finally {
    await close();
  }
});
