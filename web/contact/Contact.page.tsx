/** The form by which a visitor writes to a CSO: neither sees the other's address before the CSO answers. */
import { ContactForm } from "shared/contact/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState, TextArea, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface ContactProps {
  form: FormState;
  name: string;
  slug: string;
  /** False: the platform knows no address of it. */
  canWrite: boolean;
}

export function ContactPage(props: ContactProps) {
  const page = usePage();
  const region = page.region?.slug ?? "";
  return (
    <article>
      <Breadcrumbs
        trail={[
          { href: page.link(`${region}/organisations`), text: page.t("frame.room.organisations") },
          { href: page.link(`${region}/organisations/${props.slug}`), text: props.name },
        ]}
      />
      <h1>{page.t("contact.link")}</h1>
      <p class="lead">
        <bdi>{props.name}</bdi>
      </p>
      <Show when={props.canWrite} fallback={<p>{page.t("contact.none")}</p>}>
        <p>{page.t("contact.what")}</p>
        <Form form={props.form} schema={ContactForm} submit={page.t("contact.submit")}>
          <TextField
            name="name"
            autocomplete="name"
            label={page.t("contact.name")}
            hint={page.t("contact.nameHint")}
          />
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label={page.t("contact.email")}
            hint={page.t("contact.emailHint")}
          />
          <TextArea name="message" rows={8} label={page.t("contact.message")} />
        </Form>
        <p class="muted">{page.t("contact.privacy")}</p>
      </Show>
    </article>
  );
}
