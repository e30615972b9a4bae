/** One's own registration, behind the link of each letter: what is kept of it, and the button that ends it. */
import type { Event } from "shared/events/contract.ts";
import { EndForm, type OwnRegistration } from "shared/registrations/contract.ts";
import { Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { OfEvent } from "./Register.page.tsx";
import { Written } from "./Written.tsx";

export interface RegistrationEndProps {
  form: FormState;
  event: Event;
  /** Null: there is none, or no longer. */
  own: OwnRegistration | null;
}

export function RegistrationEndPage(props: RegistrationEndProps) {
  const page = usePage();
  const { event } = props;
  return (
    <article>
      <OfEvent event={event} />
      <h1>{page.title}</h1>
      <p class="lead">
        <Original language={event.language}>{event.title}</Original>
      </p>
      <Show when={props.own} fallback={<p>{page.t("registrations.own.none")}</p>}>
        {(own) => (
          <>
            <p>{page.t(`events.own.${own().state}`)}</p>
            <Written registration={own()} />
            <p>{page.t("registrations.own.ending")}</p>
            <Form form={props.form} schema={EndForm} submit={page.t("registrations.own.end")}>
              {null}
            </Form>
          </>
        )}
      </Show>
    </article>
  );
}
