/** Passkeys: the addresses by which a browser makes one and signs in with it, and their limits. */
import Type from "typebox";
import { MAX_PASSWORD_LENGTH } from "../accounts/passwords.ts";
import { endpoint } from "../endpoint.ts";
import { line, secret } from "../fields.ts";
import { passkeyAddresses } from "./addresses.ts";

/** A phone, a laptop, two keys in a drawer, and some to spare. */
export const MAX_PASSKEYS = 10;
/** "Blue key in the office". */
export const MAX_PASSKEY_NAME = 60;
/** Finding the key, and typing its code; as long as browsers ask people by themselves. */
export const PASSKEY_SECONDS = 300;

/** What the browser is to be asked, and the challenge of it sealed, to be sent back. */
const Asked = Type.Object({ options: Type.Unsafe<object>(Type.Object({})), sealed: Type.String() });
/** As `navigator.credentials` answers, in JSON (WebAuthn Level 3 §5.1). */
const Credential = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }));
const Sealed = Type.String({ minLength: 1, maxLength: 2000 });

export const askToAddPasskey = endpoint({
  id: "askToAddPasskey",
  method: "POST",
  path: passkeyAddresses.askToAdd,
  summary: "What a browser is asked to make a passkey. The password is asked for again.",
  who: "person",
  body: Type.Object({ password: secret({ max: MAX_PASSWORD_LENGTH * 2 }) }),
  reply: Asked,
  failures: ["credentials", "too-many", "conflict", "forbidden"],
});

export const addPasskey = endpoint({
  id: "addPasskey",
  method: "POST",
  path: passkeyAddresses.add,
  summary: "Keeps a passkey that the browser has made.",
  who: "person",
  body: Type.Object({ name: line({ max: MAX_PASSKEY_NAME }), sealed: Sealed, credential: Credential }),
  reply: Type.Object({ id: Type.Integer() }),
  failures: ["conflict", "forbidden"],
});

export const askForPasskey = endpoint({
  id: "askForPasskey",
  method: "POST",
  path: passkeyAddresses.ask,
  summary: "What a browser is asked to sign in with a passkey; the same for everybody.",
  who: "anyone",
  reply: Asked,
});

export const signInWithPasskey = endpoint({
  id: "signInWithPasskey",
  method: "POST",
  path: passkeyAddresses.signIn,
  summary:
    "Signs in with a passkey; it counts as the second factor too, since it asks for a code or a finger.",
  who: "anyone",
  body: Type.Object({ sealed: Sealed, credential: Credential, keep: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ language: Type.String() }),
  failures: ["credentials"],
});
