/** Signs in with a passkey of this device or of a security key; shown only where the browser knows passkeys. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { passkeyAddresses } from "shared/passkeys/addresses.ts";
import { createSignal, onMount } from "solid-js";
import { type Asked, ask, reasonOf, type Texts } from "./talk.ts";

/** Fetched by those alone who ask for it: most sign in with a password. */
const loading = () => import("@simplewebauthn/browser");

export interface PasskeySignInProps {
  texts: Texts & Record<"signIn" | "unknown", string>;
  /** Where to go on: an address of the platform. */
  next: string;
}

export default function PasskeySignIn(props: PasskeySignInProps) {
  const [status, setStatus] = createSignal("");
  const [isAble, setAble] = createSignal(false);
  let root: HTMLDivElement | undefined;
  onMount(() => setAble("PublicKeyCredential" in window));

  const signIn = async () => {
    setStatus(props.texts.asking);
    try {
      const { startAuthentication } = await loading();
      const { options, sealed } = await ask<Asked<PublicKeyCredentialRequestOptionsJSON>>(
        passkeyAddresses.ask,
        {},
      );
      const credential = await startAuthentication({ optionsJSON: options });
      const keep = root?.ownerDocument.querySelector<HTMLInputElement>("input[name=keep]")?.checked ?? false;
      await ask(passkeyAddresses.signIn, { sealed, credential, keep });
      location.assign(props.next);
    } catch (error) {
      setStatus(reasonOf(error, { ...props.texts, credentials: props.texts.unknown }));
    }
  };
  return (
    <div ref={root} hidden={!isAble()}>
      <button type="button" class="plain-button" onClick={() => void signIn()}>
        {props.texts.signIn}
      </button>
      <p role="status">{status()}</p>
    </div>
  );
}
