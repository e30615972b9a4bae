/** A forgotten password: asking for the letter, and choosing a new one behind its link. */
import { ForgottenForm, NothingForm, ResetForm } from "shared/accounts/forms.ts";
import { Form, type FormState, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { NewPassword } from "./fields.tsx";

export function ForgottenPage(props: { form: FormState }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("account.forgottenLead")}</p>
      <Form form={props.form} schema={ForgottenForm} submit={page.t("account.sendLink")}>
        <TextField name="name" label={page.t("signIn.name")} autocomplete="username" />
      </Form>
    </>
  );
}

export function ResetPage(props: { form: FormState; handle: string }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("account.resetLead", { handle: props.handle })}</p>
      <Form form={props.form} schema={ResetForm} submit={page.t("account.savePassword")}>
        <NewPassword />
      </Form>
    </>
  );
}

export interface LinkButtonProps {
  form: FormState;
  lead: string;
  submit: string;
}

/** Behind a link in a letter: what its one button does. */
export function LinkButtonPage(props: LinkButtonProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{props.lead}</p>
      <Form form={props.form} schema={NothingForm} submit={props.submit}>
        {null}
      </Form>
    </>
  );
}

/** Behind a link that was used, or has ended. */
export function LinkGonePage() {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p>{page.t("account.linkGoneHelp")}</p>
      <ul>
        <li>
          <a href={page.link("sign-in")}>{page.t("signIn.title")}</a>
        </li>
        <li>
          <a href={page.link("account/forgotten")}>{page.t("signIn.forgotten")}</a>
        </li>
      </ul>
    </>
  );
}
