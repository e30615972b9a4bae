/** Decides about a post: in its context, with what was flagged and decided before. */
import { DecideBody } from "shared/moderation/contract.ts";
import { grounds, type Measure, type PostAction, suspensionDays } from "shared/moderation/rules.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, HiddenField, Radios, Select, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { DecisionFacts, type ShownDecision } from "./DecisionFacts.tsx";
import { Before, FlagList, type WaitingLine } from "./Flags.page.tsx";
import { PostShown, type ShownPost } from "./PostShown.tsx";

export interface DecideProps {
  post: ShownPost;
  before: WaitingLine["before"];
  flags: WaitingLine["flags"];
  decisions: ShownDecision[];
  actions: PostAction[];
  measures: Measure[];
  /** Of the post as it is shown: so that nobody decides past somebody else. */
  decided: number;
  edits: number;
  form: FormState;
}

export function DecidePage(props: DecideProps) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(`${page.region?.slug}/desk`), text: page.t("desk.name") },
          { href: page.link(`${page.region?.slug}/desk/flags`), text: page.t("desk.flags") },
        ]}
      />
      <h1>{page.title}</h1>
      <Before posts={props.before} />
      <PostShown post={props.post} />
      <Show when={props.flags.length > 0}>
        <h2>{page.t("moderation.decide.flagged")}</h2>
        <FlagList flags={props.flags} />
      </Show>
      <Show when={props.decisions.length > 0}>
        <h2>{page.t("moderation.decide.before")}</h2>
        <For each={props.decisions}>{(decision) => <DecisionFacts decision={decision} />}</For>
      </Show>
      <h2>{page.t("moderation.decide.send")}</h2>
      <DecideForm {...props} />
    </>
  );
}

function DecideForm(props: DecideProps) {
  const page = usePage();
  return (
    <Form form={props.form} schema={DecideBody} submit={page.t("moderation.decide.send")}>
      <HiddenField name="decided" value={String(props.decided)} />
      <HiddenField name="edits" value={String(props.edits)} />
      <Radios
        name="action"
        label={page.t("moderation.decide.action")}
        options={props.actions.map((value) => ({ value, label: page.t(`moderation.choice.${value}`) }))}
      />
      <Show when={props.measures.length > 0}>
        <Radios
          name="measure"
          label={page.t("moderation.decide.measure")}
          hint={page.t("moderation.decide.measureHint")}
          options={props.measures.map((value) => ({ value, label: page.t(`moderation.choice.${value}`) }))}
        />
        <Select
          name="until"
          label={page.t("moderation.decide.until")}
          hint={page.t("moderation.decide.untilHint")}
          options={suspensionDays.map((count) => untilOption(count))}
        />
      </Show>
      <Select
        name="ground"
        label={page.t("moderation.decide.ground")}
        hint={page.t("moderation.decide.groundHint")}
        options={grounds.map((value) => ({ value, label: page.t(`moderation.ground.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={page.t("moderation.decide.reason")}
        hint={page.t("moderation.decide.reasonHint")}
      />
    </Form>
  );
}

function untilOption(count: number): { value: string; label: string } {
  const page = usePage();
  const value = new Date(Date.parse(page.today) + count * 86_400_000).toISOString().slice(0, 10);
  const day = formatPartialDate(value, page.locale);
  return { value, label: page.t("moderation.decide.days", { count, day }) };
}
