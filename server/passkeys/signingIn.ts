/** Signing in with a passkey: nothing typed, and nothing told of which accounts there are. */
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { countPasskeyUse } from "db/passkeys/changes.ts";
import { type PasskeyRow, passkeyByCredential } from "db/passkeys/queries.ts";
import { transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import { PASSKEY_SECONDS } from "shared/passkeys/contract.ts";
import type { App } from "../app.ts";
import { type Asked, asked, believed, type Question, question, spend, webAuthn } from "./questions.ts";
import type { RelyingParty } from "./relyingParty.ts";

/** Asks for any passkey of this platform. */
export async function askForAny(app: App, party: RelyingParty): Promise<Asked> {
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: PASSKEY_SECONDS * 1000,
    userVerification: "required",
  });
  return asked(app, options, null);
}

/** Whose passkey it is. Throws `credentials`, whatever was wrong. */
export async function recognise(
  app: App,
  party: RelyingParty,
  answer: { sealed: string; credential: object },
): Promise<{ personId: number; language: string }> {
  const answered = question(app, answer.sealed, null);
  const response = answer.credential as AuthenticationResponseJSON;
  const id = typeof response.id === "string" ? response.id.replaceAll("\0", "") : "";
  const known = await passkeyByCredential(app.db.queries, id);
  if (!known) throw new Failure("credentials");
  const { passkey, language } = known;
  const counter = await verified(response, answered, party, passkey);
  await transaction(app.db, async (tx) => {
    await spend(app, tx, answered);
    if (!(await countPasskeyUse(tx, passkey, { counter, at: app.now() }))) throw new Failure("credentials");
  });
  return { personId: passkey.personId, language };
}

/** Its new count of uses: one that goes back tells of a copy, and is refused. */
async function verified(
  response: AuthenticationResponseJSON,
  { challenge }: Question,
  party: RelyingParty,
  { credentialId, publicKey, counter }: PasskeyRow,
): Promise<number> {
  const { verifyAuthenticationResponse } = await webAuthn();
  const { newCounter } = await believed(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    }).then(({ verified, authenticationInfo }) => (verified ? authenticationInfo : undefined)),
  );
  return newCounter;
}
