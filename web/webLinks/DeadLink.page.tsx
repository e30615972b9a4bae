/** One link that leads nowhere, and what can be said of it. */
import { type DeadLink, linkDecisionBody } from "shared/webLinks/contract.ts";
import type { LinkDecision } from "shared/webLinks/rules.ts";
import { Show } from "solid-js";
import { ExternalLink } from "../components/facts.tsx";
import { Form, type FormState, HiddenField, Radios, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { DeadLinkFacts } from "./DeadLinkFacts.tsx";

export interface DeadLinkProps {
  link: DeadLink;
  decisions: LinkDecision[];
  form: FormState;
}

export function DeadLinkPage(props: DeadLinkProps) {
  const page = usePage();
  const { link } = props;
  return (
    <>
      <Breadcrumbs
        trail={[{ href: page.link(`${page.region?.slug}/desk/links`), text: page.t("desk.nav.links") }]}
      />
      <h1>{page.title}</h1>
      <DeskNav />
      <p>
        <strong>
          <ExternalLink href={link.url}>{link.url}</ExternalLink>
        </strong>
      </p>
      <DeadLinkFacts link={link} />
      <Show when={props.decisions.length > 0} fallback={<p>{page.t("webLinks.error.notHere")}</p>}>
        <Form form={props.form} schema={linkDecisionBody} submit={page.t("webLinks.send")}>
          <HiddenField name="url" value={link.url} />
          <HiddenField name="version" value={String(link.version)} />
          <Radios
            name="decision"
            label={page.t("webLinks.decision")}
            options={props.decisions.map((value) => ({ value, label: page.t(`webLinks.decision.${value}`) }))}
          />
          <Show when={props.decisions.includes("archived")}>
            <TextField
              name="archivedUrl"
              type="url"
              label={page.t("webLinks.archivedUrl")}
              hint={page.t("webLinks.archivedHint")}
              dir="ltr"
            />
          </Show>
        </Form>
      </Show>
    </>
  );
}
