/** Finds the command that was typed, and runs it. */
import type { Database } from "db/connect.ts";
import { StartFailure } from "shared/startFailure.ts";
import { type Config, publicUrl } from "../config.ts";
import type { Say } from "../database.ts";
import { type Secrets, secretsOf } from "../secrets.ts";
import { verify } from "./audit.ts";
import { receive } from "./mail.ts";
import { grant, list, revoke } from "./roles.ts";
import { create, reset } from "./stewards.ts";
import { usage } from "./usage.ts";

export interface Operating {
  config: Config;
  db: Database;
  say: Say;
}

/** What the commands need of the app, without an app. */
export interface Desk {
  config: Config;
  db: Database;
  say: Say;
  secrets: Secrets;
  now(): Date;
  /** Where the platform is reached. */
  origin(): string;
}

/** Of one letter: a mail server may name all at once. */
const MOST_READERS = 50;

type Command = (desk: Desk, words: string[]) => Promise<void>;

const commands: Record<string, { run: Command; words: [least: number, most: number] }> = {
  "steward create": { run: create, words: [1, 1] },
  "steward reset": { run: reset, words: [1, 1] },
  "roles list": { run: list, words: [0, 1] },
  "roles grant": { run: grant, words: [2, 3] },
  "roles revoke": { run: revoke, words: [2, 3] },
  "audit verify": { run: verify, words: [0, 0] },
  "mail receive": { run: receive, words: [0, MOST_READERS] },
};

/** Throws a StartFailure with a sentence, and the usage where the command itself is not understood. */
export async function runAdmin({ config, db, say }: Operating, words: string[]): Promise<void> {
  const [room = "", what = "", ...rest] = words;
  const command = commands[`${room} ${what}`];
  if (!command) throw new StartFailure(`There is no command "${words.join(" ")}".\n\n${usage}`);
  const [least, most] = command.words;
  if (rest.length < least || rest.length > most) {
    throw new StartFailure(`"${room} ${what}" is used differently.\n\n${usage}`);
  }
  const secrets = secretsOf(config.SESSION_SECRET);
  const origin = () => publicUrl(config, config.PORT);
  await command.run({ config, db, say, secrets, now: () => new Date(), origin }, rest);
}
