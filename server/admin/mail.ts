/** `mail receive`: takes one letter from stdin, as mail servers hand it to a command, and tells them by its exit code. */
import { buffer } from "node:stream/consumers";
import { MAX_MESSAGE_BYTES } from "shared/boardMail/rules.ts";
import { buildApp } from "../app.ts";
import { type Outcome, receiveLetter } from "../boardMail/receiving.ts";
import { createLogger } from "../plugins/log.ts";
import type { Desk } from "./run.ts";

/** sysexits.h, which mail servers understand: no letter; no such address; may not; try again later. */
const EX_DATAERR = 65;
const EX_NOUSER = 67;
const EX_TEMPFAIL = 75;
const EX_NOPERM = 77;

const exitCodes: Partial<Record<Outcome, number>> = {
  unreadable: EX_DATAERR,
  nowhere: EX_NOUSER,
  stranger: EX_NOPERM,
};

/** The addresses that it came for, if the mail server gives them; otherwise its headers tell. */
export async function receive(desk: Desk, readers: string[]): Promise<void> {
  // Whatever goes wrong from here on, the letter is still with the mail server.
  process.exitCode = EX_TEMPFAIL;
  const { config, db, origin } = desk;
  const raw = await buffer(process.stdin);
  if (raw.length > MAX_MESSAGE_BYTES) {
    process.exitCode = EX_NOPERM;
    desk.say("The letter is too large.");
    return;
  }
  const app = await buildApp({ config, db, logger: createLogger(config.LOG_LEVEL), origin });
  try {
    const outcome = await receiveLetter(app, raw, readers.length > 0 ? readers : undefined);
    process.exitCode = exitCodes[outcome] ?? 0;
    if (outcome === "unreadable") desk.say("It cannot be read as a letter.");
    if (outcome === "nowhere") desk.say("No address of this platform is among its readers.");
    if (outcome === "stranger") desk.say("It does not come from the address of the account.");
  } finally {
    await app.close();
  }
}
