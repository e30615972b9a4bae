/** Makes a passkey: asks the server what to ask, the browser for the key, and hands the public half over. */
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import { passkeyAddresses } from "shared/passkeys/addresses.ts";
import { createSignal, onMount } from "solid-js";
import { type Asked, ask, reasonOf, type Texts } from "./talk.ts";

export interface PasskeyAddProps {
  texts: Texts &
    Record<
      "name" | "nameHint" | "password" | "add" | "fill" | "known" | "wrongPassword" | "needsFactor",
      string
    >;
  maxName: number;
  /** Where to go on. */
  done: string;
}

export default function PasskeyAdd(props: PasskeyAddProps) {
  const [status, setStatus] = createSignal("");
  const [isAwake, setAwake] = createSignal(false);
  onMount(() => setAwake(true));

  const reasons = () => ({
    ...props.texts,
    credentials: props.texts.wrongPassword,
    forbidden: props.texts.needsFactor,
    InvalidStateError: props.texts.known,
  });
  const add = async (form: HTMLFormElement) => {
    const [name, password] = ["name", "password"].map((field) =>
      String(new FormData(form).get(field) ?? "").trim(),
    );
    if (!name || !password) {
      setStatus(props.texts.fill);
      return;
    }
    setStatus(props.texts.asking);
    try {
      const { options, sealed } = await ask<Asked<PublicKeyCredentialCreationOptionsJSON>>(
        passkeyAddresses.askToAdd,
        { password },
      );
      const credential = await startRegistration({ optionsJSON: options });
      await ask(passkeyAddresses.add, { name, sealed, credential });
      location.assign(props.done);
    } catch (error) {
      setStatus(reasonOf(error, reasons()));
    }
  };
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <div class="field">
        <label for="passkey-name">{props.texts.name}</label>
        <p class="muted" id="passkey-name-hint">
          {props.texts.nameHint}
        </p>
        <input
          id="passkey-name"
          name="name"
          required
          maxlength={props.maxName}
          dir="auto"
          autocomplete="off"
          aria-describedby="passkey-name-hint"
        />
      </div>
      <div class="field">
        <label for="passkey-password">{props.texts.password}</label>
        <input
          id="passkey-password"
          name="password"
          type="password"
          required
          dir="ltr"
          autocomplete="current-password"
        />
      </div>
      <p class="buttons">
        <button type="submit" disabled={!isAwake()}>
          {props.texts.add}
        </button>
      </p>
      <p role="status">{status()}</p>
    </form>
  );
}
