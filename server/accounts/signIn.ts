/** Signing in: the password, then the code where the account has a second factor. Unknown names answer alike, in the same time. */
import { setPassword, takeRecoveryCode, takeTotpStep } from "db/accounts/credentials.ts";
import { type Person, personByName } from "db/accounts/people.ts";
import { foldedName } from "shared/accounts/tries.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { checkDelay, countFailure, forgetDelays } from "./delays.ts";
import { hashPassword, inTurn, isOutdated, isPassword } from "./passwords.ts";
import { readCode, STEP_SECONDS, secondsAfterStep, totpStep } from "./totp.ts";

export interface Attempt {
  /** A handle or an e-mail. */
  name: string;
  password: string;
  code?: string | undefined;
  /** See turns.ts. */
  from: string;
}

export interface Proved {
  person: Person;
  secondFactor: boolean;
}

/** Throws `credentials`, `totp-required`, `totp-wrong`, `totp-used`, `too-many` (with the wait) or `unavailable`. */
export async function signIn(app: App, { name, password, code, from }: Attempt): Promise<Proved> {
  const person = await provePassword(app, { name, password, from });
  if (!hasSecondFactor(person)) return welcome(app, name, { person, secondFactor: false });
  if (code === undefined) throw new Failure("totp-required");
  await proveCode(app, person, name, code);
  return welcome(app, name, { person, secondFactor: true });
}

export function hasSecondFactor({ totpSecret, totpConfirmedAt }: Person): boolean {
  return totpSecret !== null && totpConfirmedAt !== null;
}

/** Nobody waits any more who had tried before. */
export async function welcome(app: App, name: string, proved: Proved): Promise<Proved> {
  const { handle, email } = proved.person;
  await forgetDelays(app.db.queries, app.secrets, [name, handle, email]);
  return proved;
}

/** The person of that name and password. The delay is asked within the turn, so that many at once get no more tries. */
export async function provePassword(
  app: App,
  { name: typed, password, from }: Omit<Attempt, "code">,
): Promise<Person> {
  const name = searchable(typed);
  await checkDelay(app, name);
  const person = await inTurn(async () => {
    await checkDelay(app, name);
    const known = await personByName(app.db.queries, name);
    const isRight = await isPassword(known?.passwordHash ?? null, password);
    if (known && isRight) return known;
    await countFailure(app, name);
    throw new Failure("credentials");
  }, from);
  if (person.passwordHash !== null && isOutdated(person.passwordHash)) {
    await setPassword(app.db.queries, person.id, await hashPassword(password));
  }
  return person;
}

/** As a name may stand in the database: PostgreSQL knows no NUL, and nobody is called a megabyte. */
function searchable(typed: string): string {
  return foldedName(typed).toWellFormed().replaceAll("\0", "");
}

/**
 * Throws where the code is neither the app's nor a recovery code, or was used. One try at a time, as with passwords: of
 * many at once each would else pass before the first wrong one is counted, and six figures are few.
 */
export function proveCode(app: App, person: Person, name: string, typed: string): Promise<void> {
  return inTurn(() => judgeCode(app, person, name, typed), `code of ${person.id}`);
}

async function judgeCode(app: App, person: Person, name: string, typed: string): Promise<void> {
  await checkDelay(app, name);
  const read = readCode(typed);
  const now = app.now();
  if (read?.kind === "recovery") {
    const codeHash = recoveryHash(app, person.id, read.code);
    if (await takeRecoveryCode(app.db.queries, { personId: person.id, codeHash, at: now })) return;
  }
  const secret = secretOf(app, person);
  const step = read?.kind === "totp" && secret !== null ? totpStep(secret, read.code, now) : null;
  if (step === null) {
    await countFailure(app, name);
    throw new Failure("totp-wrong");
  }
  if (await takeTotpStep(app.db.queries, person.id, step)) return;
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  throw new Failure("totp-used", { retryAfter: secondsAfterStep(Math.max(step, current), now) });
}

const SEALED_FOR = "totp";

export function sealSecret(app: Pick<App, "secrets">, secret: string): string {
  return app.secrets.seal(SEALED_FOR, secret);
}

function secretOf(app: App, { totpSecret }: Person): string | null {
  return totpSecret === null ? null : app.secrets.open<string>(SEALED_FOR, totpSecret);
}

/** Recovery codes are random enough for a keyed digest; `code` without its dash. */
export function recoveryHash(app: App, personId: number, code: string): string {
  return app.secrets.mac("recovery code", personId, code);
}
