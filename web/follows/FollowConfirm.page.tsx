/** Behind the link in the letter: one button, since scanners follow links. */

import { ConfirmForm } from "shared/follows/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface FollowConfirmProps {
  form: FormState;
  /** False: the link has ended or was used. */
  isOpen: boolean;
}

export function FollowConfirmPage(props: FollowConfirmProps) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <Show when={props.isOpen} fallback={<p>{page.t("follow.confirm.ended")}</p>}>
        <p>{page.t("follow.what")}</p>
        <Form form={props.form} schema={ConfirmForm} submit={page.t("follow.letter.confirm")}>
          {null}
        </Form>
      </Show>
    </article>
  );
}
