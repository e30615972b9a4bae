/** The second step of signing in: a code of the app, or a recovery code. */
import { CodeForm } from "shared/accounts/forms.ts";
import { Show } from "solid-js";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { CodeField } from "./fields.tsx";

export interface SignInCodeProps {
  form: FormState;
  /** Whether the password was shown a short while ago. */
  isOpen: boolean;
}

export function SignInCodePage(props: SignInCodeProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Show
        when={props.isOpen}
        fallback={
          <>
            <p>{page.t("signIn.startAgain")}</p>
            <p>
              <a href={page.link("sign-in")}>{page.t("signIn.title")}</a>
            </p>
          </>
        }
      >
        <p class="lead">{page.t("signIn.step2Lead")}</p>
        <Form form={props.form} schema={CodeForm} submit={page.t("signIn.title")}>
          <CodeField label={page.t("signIn.code")} />
        </Form>
      </Show>
    </>
  );
}
