/** The form by which one registers for an event: any name will do, and nobody but its curators sees who did. */
import type { Event } from "shared/events/contract.ts";
import { RegistrationBody, VisitorRegistration } from "shared/registrations/contract.ts";
import { KEEP_DAYS, type RegistrationState } from "shared/registrations/rules.ts";
import { Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Form, type FormState, TextArea, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { stateText } from "../events/Registration.tsx";
import { usePage } from "../frame.ts";

export interface RegisterProps {
  form: FormState;
  event: Event;
  /** The proved address of whoever is signed in. */
  address: string | null;
  state: RegistrationState | null;
}

export function RegisterPage(props: RegisterProps) {
  const page = usePage();
  const { event, state, address } = props;
  return (
    <article>
      <OfEvent event={event} />
      <h1>{page.title}</h1>
      <p class="lead">
        <Original language={event.language}>{event.title}</Original>
      </p>
      <Show when={state}>{(is) => <p>{stateText(page, is(), event.registration?.endsOn ?? null)}</p>}</Show>
      <Show when={state === "open" || state === "full"}>
        <Form
          form={props.form}
          schema={address === null ? VisitorRegistration : RegistrationBody}
          submit={page.t(state === "full" ? "events.registerToWait" : "events.register")}
        >
          <TextField
            name="name"
            label={page.t("registrations.name")}
            hint={page.t("registrations.nameHint")}
            autocomplete="nickname"
          />
          <Show when={address === null} fallback={<ByAccount address={address ?? ""} />}>
            <TextField
              name="email"
              type="email"
              autocomplete="email"
              label={page.t("registrations.email")}
              hint={page.t("registrations.emailHint")}
            />
          </Show>
          <TextField name="organisation" label={page.t("registrations.organisation")} />
          <TextArea
            name="note"
            rows={3}
            label={page.t("registrations.note")}
            hint={page.t("registrations.noteHint")}
          />
        </Form>
        <p class="muted">{page.t("registrations.privacy", { count: KEEP_DAYS })}</p>
      </Show>
    </article>
  );
}

function ByAccount(props: { address: string }) {
  const page = usePage();
  return <p>{page.t("registrations.byAccount", { address: props.address })}</p>;
}

/** The way back to it. */
export function OfEvent(props: { event: Event }) {
  const page = usePage();
  const { slug, title } = props.event;
  return <Breadcrumbs trail={[{ href: page.link(`${page.region?.slug}/events/${slug}`), text: title }]} />;
}
