/** Answers an appeal: the decision stands, or is reversed; by another moderator than who made it. */
import { AnswerAppealBody } from "shared/moderation/contract.ts";
import { outcomes } from "shared/moderation/rules.ts";
import { Show } from "solid-js";
import { Form, type FormState, Radios, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { DecisionFacts, type ShownDecision } from "./DecisionFacts.tsx";
import { PostShown, type ShownPost } from "./PostShown.tsx";

export interface AnswerAppealProps {
  words: string;
  decision: ShownDecision;
  post: ShownPost | null;
  mayDecide: boolean;
  isAnswered: boolean;
  form: FormState;
}

export function AnswerAppealPage(props: AnswerAppealProps) {
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
      <h2>{page.t("moderation.appeal.words")}</h2>
      <blockquote class="written">
        <bdi>{props.words}</bdi>
      </blockquote>
      <h2>{page.t("moderation.appeal.decision")}</h2>
      <DecisionFacts decision={props.decision} />
      <Show when={props.post}>{(post) => <PostShown post={post()} />}</Show>
      <Show
        when={props.mayDecide && !props.isAnswered}
        fallback={
          <p class="notice" role={Object.keys(props.form.problems).length > 0 ? "alert" : undefined}>
            {page.t(props.isAnswered ? "moderation.appeal.answered" : "moderation.appeal.notYours")}
          </p>
        }
      >
        <Form form={props.form} schema={AnswerAppealBody} submit={page.t("moderation.appeal.send")}>
          <Radios
            name="outcome"
            label={page.t("moderation.appeal.outcome")}
            options={outcomes.map((value) => ({ value, label: page.t(`moderation.appeal.${value}`) }))}
          />
          <TextArea
            name="answer"
            label={page.t("moderation.appeal.answer")}
            hint={page.t("moderation.appeal.answerHint")}
          />
        </Form>
      </Show>
    </>
  );
}
