/** Behind the link in the letter: one button, since scanners follow links. */
import type { Event } from "shared/events/contract.ts";
import { ConfirmForm, type RegistrationBody } from "shared/registrations/contract.ts";
import { Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { OfEvent } from "./Register.page.tsx";
import { Written } from "./Written.tsx";

export interface RegistrationConfirmProps {
  form: FormState;
  event: Event;
  /** What would be confirmed. Null: the link has ended or was used, or the event has begun. */
  asked: RegistrationBody | null;
}

export function RegistrationConfirmPage(props: RegistrationConfirmProps) {
  const page = usePage();
  const { event } = props;
  return (
    <article>
      <OfEvent event={event} />
      <h1>{page.title}</h1>
      <Show when={props.asked} fallback={<p>{page.t("registrations.confirm.ended")}</p>}>
        {(asked) => (
          <>
            <p class="lead">
              <Original language={event.language}>{event.title}</Original>
            </p>
            <Written registration={asked()} />
            <Form form={props.form} schema={ConfirmForm} submit={page.t("registrations.confirm.submit")}>
              {null}
            </Form>
          </>
        )}
      </Show>
    </article>
  );
}
