/** Passwords at rest: Argon2id, on another thread, one at a time, so that many sign-ins never slow a page. */
import { hash, type Options, verify } from "@node-rs/argon2";
import { MAX_PASSWORD_LENGTH, preparedPassword } from "shared/accounts/passwords.ts";
import { Turns } from "./turns.ts";

/** Measured, with the reason: docs/decisions/0006-passwords.md. A change of them is taken over at each person's next sign-in. */
const cost = { memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 } as const;
const ARGON2ID = 2;
const options: Options = { ...cost, algorithm: ARGON2ID };

const PREFIX = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;
/** No password leads to it; to compare with it takes as long as with a real one. */
const NOBODY = `${PREFIX}${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whoever is last waits some four seconds; whoever comes then is told to try again. */
const MOST_WAITING = 100;
const turns = new Turns(MOST_WAITING);

/** One piece of work with passwords at a time. Throws `unavailable` (503, Retry-After) where too many wait. */
export const inTurn = turns.take.bind(turns);

export function hashPassword(typed: string): Promise<string> {
  return inTurn(() => hash(preparedPassword(typed), options));
}

/**
 * Whether it is the password, within a turn (`inTurn`). Null, for an account that does not exist or has no password
 * yet, is never right and takes as long.
 */
export async function isPassword(stored: string | null, typed: string): Promise<boolean> {
  // Only a length that nobody could have chosen is cut, and what is cut is refused.
  const password = preparedPassword(typed.slice(0, MAX_PASSWORD_LENGTH * 8));
  const isPossible = [...password].length <= MAX_PASSWORD_LENGTH;
  const matches = await verify(stored ?? NOBODY, isPossible ? password : "");
  return matches && isPossible && stored !== null;
}

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(PREFIX);
}
