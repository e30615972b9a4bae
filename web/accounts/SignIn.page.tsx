/** Signing in: handle or e-mail, and the password. */
import { SignInForm } from "shared/accounts/forms.ts";
import { For, Show } from "solid-js";
import { Check, Form, type FormState, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { PasskeySignIn } from "../passkeys/PasskeySignIn.tsx";
import { SignOut } from "./SignOut.tsx";

export interface SignInProps {
  form: FormState;
  /** Who is signed in already. */
  signedIn: { handle: string; csrf: string } | null;
  /** Where to go on: an address of the platform. */
  next: string;
  /** Whether the platform was asked for by a name, which passkeys belong to. */
  takesPasskeys: boolean;
}

export function SignInPage(props: SignInProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Show when={props.signedIn} fallback={<Fields {...props} />}>
        {(signedIn) => (
          <>
            <p>{page.t("signIn.already", { handle: signedIn().handle })}</p>
            <p>
              <a href={page.link("account")}>{page.t("signIn.toAccount")}</a>
            </p>
            <SignOut hidden={{ csrf: signedIn().csrf }} />
          </>
        )}
      </Show>
    </>
  );
}

function Fields(props: Omit<SignInProps, "signedIn">) {
  const page = usePage();
  return (
    <>
      <Form form={props.form} schema={SignInForm} submit={page.t("signIn.title")}>
        <TextField name="name" label={page.t("signIn.name")} autocomplete="username" />
        <TextField
          name="password"
          label={page.t("signIn.password")}
          type="password"
          autocomplete="current-password"
        />
        <Check name="keep" label={page.t("signIn.keep")} hint={page.t("signIn.keepHint")} />
      </Form>
      <Show when={props.takesPasskeys}>
        <PasskeySignIn next={props.next} />
      </Show>
      <p>
        <a href={page.link("account/forgotten")}>{page.t("signIn.forgotten")}</a>
      </p>
      <p>{page.t("signIn.noAccount")}</p>
      <ul class="row">
        <For each={page.regions}>
          {(region) => (
            <li>
              <a href={page.link(`${region.slug}/join`)}>{page.regionName(region)}</a>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
