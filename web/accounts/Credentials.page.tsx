/** Changing how one signs in: password, e-mail address, handle. */
import { EmailForm, HandleForm, PasswordForm, withProof } from "shared/accounts/forms.ts";
import { MAX_HANDLE_LENGTH, MIN_HANDLE_LENGTH } from "shared/accounts/handles.ts";
import { Form, type FormState, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { NewPassword, PresentPassword } from "./fields.tsx";

interface ProvedFormProps {
  form: FormState;
  /** Whether the present password has to be given. */
  isAsked: boolean;
}

export function ChangePasswordPage(props: ProvedFormProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Form
        form={props.form}
        schema={withProof(PasswordForm, props.isAsked)}
        submit={page.t("account.savePassword")}
      >
        <PresentPassword isAsked={props.isAsked} />
        <NewPassword />
      </Form>
    </>
  );
}

export function ChangeEmailPage(props: ProvedFormProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("account.emailLead")}</p>
      <Form
        form={props.form}
        schema={withProof(EmailForm, props.isAsked)}
        submit={page.t("account.sendLetters")}
      >
        <TextField name="email" label={page.t("account.newEmail")} type="email" autocomplete="email" />
        <PresentPassword isAsked={props.isAsked} />
      </Form>
    </>
  );
}

export function ChangeHandlePage(props: { form: FormState }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Form form={props.form} schema={HandleForm} submit={page.t("account.save")}>
        <HandleField label={page.t("account.handle")} />
      </Form>
    </>
  );
}

export function HandleField(props: { label: string }) {
  const page = usePage();
  const hint = page.t("handle.hint", { least: MIN_HANDLE_LENGTH, most: MAX_HANDLE_LENGTH });
  return <TextField name="handle" label={props.label} hint={hint} autocomplete="username" />;
}
