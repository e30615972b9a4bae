/** Passkeys: what browsers are asked, and what is believed of their answers. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { presentOf } from "db/accounts/present.ts";
import { confirmSession } from "db/accounts/sessions.ts";
import { recordAudit } from "db/audit/changes.ts";
import { countPasskeyUse, insertPasskey } from "db/passkeys/changes.ts";
import { credentialsOf, type PasskeyRow, passkeyByCredential } from "db/passkeys/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { spendChallenge } from "db/visitors/changes.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { MAX_PASSKEYS, PASSKEY_SECONDS } from "shared/passkeys/contract.ts";
import type { App } from "../app.ts";
import { tellOfPasskey } from "./letters.ts";
import type { RelyingParty } from "./relyingParty.ts";

/** What stands sealed beside the question: nobody keeps anything until it is answered. */
interface Question {
  challenge: string;
  /** Whose passkey is to be made; null: somebody signs in. */
  personId: number | null;
  until: number;
}

const PURPOSE = "passkey";

/** EdDSA, ES256, RS256 (RFC 9053, RFC 8812): what every key knows. */
const ALGORITHMS = [-8, -7, -257];

/** Loaded with the first question: an app whose people have no passkeys does without its memory. */
const webAuthn = () => import("@simplewebauthn/server");

export interface Asked {
  options: object;
  sealed: string;
}

function sealed(app: App, challenge: string, personId: number | null): string {
  const until = app.now().getTime() + PASSKEY_SECONDS * 1000;
  return app.secrets.seal(PURPOSE, { challenge, personId, until } satisfies Question);
}

/** What was asked, while it may be answered. */
function question(app: App, sent: string, personId: number | null): Question {
  const asked = app.secrets.open<Question>(PURPOSE, sent);
  if (!asked || asked.personId !== personId || asked.until <= app.now().getTime())
    throw new Failure("credentials");
  return asked;
}

/** Each question is answered once. */
async function spend(app: App, tx: Transaction, { challenge, until }: Question): Promise<void> {
  const once = { id: app.secrets.hashOf(challenge), expiresAt: new Date(until) };
  if (!(await spendChallenge(tx, once, app.now()))) throw new Failure("credentials");
}

/** A passkey that finds its person by itself, and asks for a finger, a face or a code: so that it is two factors in one. */
export async function askToAdd(app: App, actor: Actor, party: RelyingParty): Promise<Asked> {
  const held = await credentialsOf(app.db.queries, actor.id);
  if (held.length >= MAX_PASSKEYS) throw new Failure("conflict");
  const { generateRegistrationOptions } = await webAuthn();
  const options = await generateRegistrationOptions({
    supportedAlgorithmIDs: ALGORITHMS,
    rpName: party.id,
    rpID: party.id,
    userName: actor.handle,
    userID: new Uint8Array(Buffer.from(app.secrets.mac("passkey user", actor.id), "base64url")),
    timeout: PASSKEY_SECONDS * 1000,
    attestationType: "none",
    excludeCredentials: held,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { options, sealed: sealed(app, options.challenge, actor.id) };
}

interface Adding {
  name: string;
  sealed: string;
  credential: object;
}

/** Keeps it. Whoever made one has just shown it, so that staff roles awake in this session. */
export async function add(app: App, actor: Actor, party: RelyingParty, adding: Adding): Promise<number> {
  const asked = question(app, adding.sealed, actor.id);
  const { verifyRegistrationResponse } = await webAuthn();
  const { credential } = await believed(
    verifyRegistrationResponse({
      response: adding.credential as RegistrationResponseJSON,
      expectedChallenge: asked.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).then(({ registrationInfo }) => registrationInfo),
  );
  const present = await presentOf(app.db.queries, actor.id);
  return transaction(app.db, async (tx) => {
    await spend(app, tx, asked);
    const passkey = {
      personId: actor.id,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: knownTransports(credential.transports),
      name: adding.name,
    };
    const id = await insertPasskey(tx, passkey, MAX_PASSKEYS);
    if (id === null) throw new Failure("conflict");
    await confirmSession(tx, actor.sessionId, { at: app.now(), secondFactor: true });
    if (present) await tellOfPasskey(app, tx, "Added", present);
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "passkey.added",
      target: `person:${actor.id}`,
      region: null,
    });
    return id;
  });
}

/** Names of ways to reach a key are short; what a browser makes up is left out. */
function knownTransports(transports: readonly string[] = []): string[] {
  return transports.filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8);
}

/** Asks for any passkey of this platform: nothing tells which accounts there are. */
export async function askForAny(app: App, party: RelyingParty): Promise<Asked> {
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: PASSKEY_SECONDS * 1000,
    userVerification: "required",
  });
  return { options, sealed: sealed(app, options.challenge, null) };
}

/** Whose passkey it is. Throws `credentials`, whatever was wrong. */
export async function recognise(
  app: App,
  party: RelyingParty,
  answer: { sealed: string; credential: object },
): Promise<{ personId: number; language: string }> {
  const asked = question(app, answer.sealed, null);
  const response = answer.credential as AuthenticationResponseJSON;
  const found = await passkeyByCredential(app.db.queries, typeof response.id === "string" ? response.id : "");
  if (!found) throw new Failure("credentials");
  const counter = await verified(response, asked, party, found.passkey);
  await transaction(app.db, async (tx) => {
    await spend(app, tx, asked);
    if (!(await countPasskeyUse(tx, found.passkey, { counter, at: app.now() })))
      throw new Failure("credentials");
  });
  return { personId: found.passkey.personId, language: found.language };
}

/** Its new count of uses: one that goes back tells of a copy, and is refused. */
async function verified(
  response: AuthenticationResponseJSON,
  { challenge }: Question,
  party: RelyingParty,
  passkey: PasskeyRow,
): Promise<number> {
  const { verifyAuthenticationResponse } = await webAuthn();
  const { newCounter } = await believed(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).then(({ verified, authenticationInfo }) => (verified ? authenticationInfo : undefined)),
  );
  return newCounter;
}

/** The library throws for each thing that is wrong; people hear only that it was not accepted. */
async function believed<T>(answer: Promise<T | undefined>): Promise<T> {
  const info = await answer.catch(() => undefined);
  if (info === undefined) throw new Failure("credentials");
  return info;
}
