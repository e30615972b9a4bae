/** A page behind a link, with one button: what it does is said above it. */
import { Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface OneButtonProps {
  form: FormState;
  text: string;
  /** Null: there is nothing to press any more. */
  button: string | null;
}

export function OneButtonPage(props: OneButtonProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{props.text}</p>
      <Show when={props.button}>
        {(label) => <ButtonForm form={props.form} action={props.form.action} label={label()} />}
      </Show>
    </>
  );
}
