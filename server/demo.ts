/** `npm run demo`: labelled people and CSOs to try the platform with; `-- --remove` takes them away again. */
import { StartFailure } from "shared/startFailure.ts";
import { command, say } from "./command.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./database.ts";
import { addDemo, removeDemo } from "./demo/run.ts";

const OPTIONS = ["--load", "--remove"];

await command(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !OPTIONS.includes(word));
  if (unknown !== undefined) {
    throw new StartFailure(`There is no option "${unknown}": npm run demo [-- --load | --remove].`);
  }
  const config = readConfig(process.env);
  const { db, close } = await openDatabase(config, say);
  try {
    const demo = { config, db, say, load: words.includes("--load") };
    await (words.includes("--remove") ? removeDemo : addDemo)(demo);
  } finally {
    await close();
  }
});
