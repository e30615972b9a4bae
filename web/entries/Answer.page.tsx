/** Before what is public is withdrawn, or what is written is declined or laid aside: what happens then, and why. */
import { answerBody } from "shared/entries/form.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { Show } from "solid-js";
import { Form, type FormState, HiddenField, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface EntryAnswerProps {
  kind: EntryKind;
  form: FormState;
  deed: "withdraw" | "decline" | "layAside";
  /** Below the desk of the kind: where it came from. */
  back: string;
  /** How many people are told, and lose their place. */
  registered: number;
}

export function EntryAnswerPage(props: EntryAnswerProps) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/${props.kind}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(desk), text: page.t(`entries.kind.${props.kind}`) }]} />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <p class="lead">{page.t(`entries.${props.deed}Lead`)}</p>
      <Show when={props.registered > 0}>
        <p class="notice">{page.t("entries.withdrawRegistered", { count: props.registered })}</p>
      </Show>
      <Form
        form={props.form}
        schema={answerBody}
        submit={page.t(`entries.${props.deed}Do`)}
        buttons={<a href={page.link(`${desk}/${props.back}`)}>{page.t("entries.stay")}</a>}
      >
        <HiddenField name="version" />
        <TextArea
          name="reason"
          label={page.t("entries.reason")}
          hint={props.deed === "decline" ? undefined : page.t("entries.reasonHint")}
        />
      </Form>
    </>
  );
}
