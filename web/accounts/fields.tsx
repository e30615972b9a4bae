/** Fields that several forms of accounts share. */
import { MIN_PASSWORD_LENGTH } from "shared/accounts/passwords.ts";
import { Show } from "solid-js";
import { TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

/** Letters too: a recovery code has them. */
export function CodeField(props: { label: string }) {
  return <TextField name="code" label={props.label} autocomplete="one-time-code" dir="ltr" />;
}

/** Asked for where the last proof is some time ago. */
export function PresentPassword(props: { isAsked: boolean }) {
  const page = usePage();
  return (
    <Show when={props.isAsked}>
      <TextField
        name="presentPassword"
        label={page.t("account.presentPassword")}
        hint={page.t("account.presentWhy")}
        type="password"
        autocomplete="current-password"
      />
    </Show>
  );
}

export function NewPassword(props: { label?: string }) {
  const page = usePage();
  return (
    <TextField
      name="newPassword"
      label={props.label ?? page.t("account.newPassword")}
      hint={page.t("account.passwordHint", { least: MIN_PASSWORD_LENGTH })}
      type="password"
      autocomplete="new-password"
    />
  );
}
