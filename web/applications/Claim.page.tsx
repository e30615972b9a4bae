/** The form by which somebody claims the profile of the organisation they work for. */
import { ClaimProfile } from "shared/applications/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState, TextArea, TextField } from "../components/forms.tsx";
import { KeptDraft } from "../components/KeptDraft.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface ClaimProps {
  form: FormState;
  region: string;
  organisation: { slug: string; name: string };
  /** A mailbox there proves the claim. */
  domains: string[];
  /** Somebody keeps the profile already. */
  isKept: boolean;
}

export function ClaimPage(props: ClaimProps) {
  const page = usePage();
  const { t } = page;
  const { organisation, region } = props;
  const domains = new Intl.ListFormat(page.locale, { type: "disjunction" }).format(props.domains);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(`${region}/organisations`), text: t("frame.room.organisations") },
          { href: page.link(`${region}/organisations/${organisation.slug}`), text: organisation.name },
        ]}
      />
      <h1>
        {t("facts.labelled", { label: t("applications.claim.heading") })} <bdi>{organisation.name}</bdi>
      </h1>
      <p class="lead">{t("applications.claim.lead")}</p>
      <Show when={props.isKept}>
        <p class="notice">{t("applications.claim.kept")}</p>
      </Show>
      <p>
        {props.domains.length > 0
          ? t("applications.claim.byDomain", { domain: domains })
          : t("applications.claim.byCall")}
      </p>
      <Form form={props.form} schema={ClaimProfile} submit={t("applications.claim.send")}>
        <KeptDraft />
        <p class="muted">{t("applications.section.private")}</p>
        <TextField
          name="position"
          label={t("applications.field.position")}
          hint={t("applications.field.positionHint")}
        />
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={t("applications.field.email")}
          hint={t("applications.field.emailHint")}
        />
        <TextArea
          name="note"
          rows={3}
          label={t("applications.claim.note")}
          hint={t("applications.claim.noteHint")}
        />
      </Form>
    </>
  );
}
