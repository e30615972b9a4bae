/** Making a passkey: one that finds its person by itself and asks for a finger, a face or a code, so that it is two factors in one. */
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { type Person, personById } from "db/accounts/people.ts";
import { confirmSession } from "db/accounts/sessions.ts";
import { recordAudit } from "db/audit/changes.ts";
import { insertPasskey } from "db/passkeys/changes.ts";
import { credentialsOf } from "db/passkeys/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { MAX_PASSKEYS, PASSKEY_SECONDS } from "shared/passkeys/contract.ts";
import { forgetDelays } from "../accounts/delays.ts";
import { tellOfChange } from "../accounts/letters.ts";
import { hasSecondFactor, provePassword } from "../accounts/signIn.ts";
import type { App } from "../app.ts";
import { type Asked, asked, believed, question, spend, webAuthn } from "./questions.ts";
import type { RelyingParty } from "./relyingParty.ts";

/** EdDSA, ES256, RS256 (RFC 9053, RFC 8812): what every key knows. */
const ALGORITHMS = [-8, -7, -257];

/**
 * Throws `credentials` for a wrong password, and `forbidden` where the person has a second factor that this session was
 * opened without: else a stolen password would make itself one.
 */
export async function askToAdd(
  app: App,
  actor: Actor,
  party: RelyingParty,
  password: string,
): Promise<Asked> {
  const person = found(await personById(app.db.queries, actor.id));
  const held = await credentialsOf(app.db.queries, actor.id);
  await showAgain(app, actor, person, password);
  if ((hasSecondFactor(person) || held.length > 0) && !actor.secondFactor) throw new Failure("forbidden");
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
  return asked(app, options, actor.id);
}

async function showAgain(
  app: App,
  { sessionId }: Actor,
  { handle }: Person,
  password: string,
): Promise<void> {
  await provePassword(app, { name: handle, password, from: "" });
  await forgetDelays(app.db.queries, app.secrets, [handle]);
  await confirmSession(app.db.queries, sessionId, { at: app.now() });
}

interface Adding {
  name: string;
  sealed: string;
  credential: object;
}

/** Keeps it; its id. Whoever made one has just shown it, so that staff roles awake in this session. */
export async function add(app: App, actor: Actor, party: RelyingParty, adding: Adding): Promise<number> {
  const answered = question(app, adding.sealed, actor.id);
  const { verifyRegistrationResponse } = await webAuthn();
  const { credential } = await believed(
    verifyRegistrationResponse({
      response: adding.credential as RegistrationResponseJSON,
      expectedChallenge: answered.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).then(({ registrationInfo }) => registrationInfo),
  );
  const passkey = {
    personId: actor.id,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: knownTransports(credential.transports),
    name: adding.name,
  };
  return transaction(app.db, async (tx) => {
    await spend(app, tx, answered);
    const id = await insertPasskey(tx, passkey, MAX_PASSKEYS);
    if (id === null) throw new Failure("conflict");
    await confirmSession(tx, actor.sessionId, { at: app.now(), secondFactor: true });
    await tellOfChange(app, tx, found(await personById(tx, actor.id)), "passkeyAdded");
    const target = `person:${actor.id}`;
    await recordAudit(tx, app.secrets, { actor: actor.id, action: "passkey.added", target, region: null });
    return id;
  });
}

/** Names of ways to reach a key are short; what a browser makes up is left out. */
function knownTransports(transports: readonly string[] = []): string[] {
  return transports.filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8);
}
