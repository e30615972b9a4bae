/** Proof that it is still the same person: what changes how one signs in asks for the password again. */
import { type Person, personById } from "db/accounts/people.ts";
import { confirmSession } from "db/accounts/sessions.ts";
import type { FastifyRequest } from "fastify";
import { RECENT_MS } from "shared/accounts/recent.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { forgetDelays } from "./delays.ts";
import { refusalOf } from "./refusals.ts";
import { provePassword } from "./signIn.ts";
import { fromOf } from "./turns.ts";

interface Asking {
  actor: Actor | null;
  now: Date;
}

interface Proving extends Asking {
  request: FastifyRequest;
}

/** Whether password or passkey were shown a short while ago. */
export function isRecent({ actor, now }: Asking): boolean {
  return actor !== null && now.getTime() - actor.confirmedAt.getTime() < RECENT_MS;
}

export async function ownPerson(app: App, { actor }: Asking): Promise<Person> {
  return found(await personById(app.db.queries, found(actor).id));
}

interface Proof {
  typed: string | undefined;
  /** Asked for however recent the last proof is. */
  always?: boolean;
}

/** The person of the session, proved; throws Refused at `presentPassword`. Wrong ones are delayed like a sign-in's. */
export async function proved(app: App, asking: Proving, { typed, always = false }: Proof): Promise<Person> {
  const person = await ownPerson(app, asking);
  if (!always && isRecent(asking)) return person;
  if (typed === undefined) throw new Refused({ presentPassword: "form.required" });
  try {
    await provePassword(app, { name: person.handle, password: typed, from: fromOf(asking.request) });
  } catch (error) {
    const isWrong = error instanceof Failure && error.code === "credentials";
    throw isWrong
      ? new Refused({ presentPassword: "account.presentWrong" })
      : refusalOf(error, { password: "presentPassword" });
  }
  await forgetDelays(app.db.queries, app.secrets, [person.handle]);
  await confirmSession(app.db.queries, found(asking.actor).sessionId, { at: asking.now });
  return person;
}
