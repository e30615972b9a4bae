/** What a browser is asked about passkeys: sealed, so that nobody keeps anything until it is answered, and answered once. */
import type { Transaction } from "db/transaction.ts";
import { spendChallenge } from "db/visitors/changes.ts";
import { Failure } from "shared/failure.ts";
import { PASSKEY_SECONDS } from "shared/passkeys/contract.ts";
import Type, { type Static } from "typebox";
import { Value } from "typebox/value";
import type { App } from "../app.ts";

const Question = Type.Object({
  challenge: Type.String(),
  /** Whose passkey is to be made; null: somebody signs in. */
  personId: Type.Union([Type.Integer(), Type.Null()]),
  until: Type.Number(),
});
export type Question = Static<typeof Question>;

export interface Asked {
  options: object;
  sealed: string;
}

const SEALED_FOR = "passkey";

export function asked(app: App, options: { challenge: string }, personId: number | null): Asked {
  const until = app.now().getTime() + PASSKEY_SECONDS * 1000;
  const question: Question = { challenge: options.challenge, personId, until };
  return { options, sealed: app.secrets.seal(SEALED_FOR, question) };
}

/** What was asked, while it may be answered. */
export function question(app: App, sealed: string, personId: number | null): Question {
  const sent = app.secrets.open<unknown>(SEALED_FOR, sealed);
  const isOpen =
    Value.Check(Question, sent) && sent.personId === personId && sent.until > app.now().getTime();
  if (!isOpen) throw new Failure("credentials");
  return sent;
}

export async function spend(app: App, tx: Transaction, { challenge, until }: Question): Promise<void> {
  const once = { id: app.secrets.hashOf(challenge), expiresAt: new Date(until) };
  if (!(await spendChallenge(tx, once, app.now()))) throw new Failure("credentials");
}

/** The library throws for each thing that is wrong; people hear only that it was not accepted. */
export async function believed<T>(answer: Promise<T | undefined>): Promise<T> {
  const info = await answer.catch(() => undefined);
  if (info === undefined) throw new Failure("credentials");
  return info;
}

/** Loaded with the first question: an app whose people have no passkeys does without its memory. */
export const webAuthn = () => import("@simplewebauthn/server");
