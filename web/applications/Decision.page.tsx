/** One application before the region's admins: all that was said, and the decision. */
import { type Application, Decide } from "shared/applications/contract.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { type JSX, Show } from "solid-js";
import { Button, Form, type FormState, HiddenField, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { Answers } from "./Answers.tsx";
import { Conversation } from "./Conversation.tsx";
import { Age, Likenesses } from "./Queue.page.tsx";

export interface DecisionProps {
  form: FormState;
  region: string;
  application: Application;
  specializations: Specialization[];
  mayDecide: boolean;
  mayUndo: boolean;
  now: string;
}

export function DecisionPage(props: DecisionProps) {
  const page = usePage();
  const { application, region } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(`${region}/desk`), text: page.t("desk.name") },
          {
            href: page.link(`${region}/desk/applications`),
            text: page.t("desk.applications"),
          },
        ]}
      />
      <h1>
        <bdi>{application.organisation?.name ?? application.name}</bdi>
      </h1>
      <p>
        <span class="tag">{page.t(`applications.kind.${application.kind}`)}</span>{" "}
        {page.t(`applications.status.${application.status}`)}
      </p>
      <Show when={props.mayDecide}>
        <Age application={application} now={props.now} />
      </Show>
      <Show when={application.provedBy === "domain"}>
        <p class="notice">{page.t("applications.decide.proved")}</p>
      </Show>
      <Likenesses likenesses={application.likenesses} region={region} level="h2" />
      <Answers {...props} />
      <Conversation messages={application.messages} />
      <Show when={application.reason}>
        <h2>{page.t("applications.decide.reason")}</h2>
        <blockquote dir="auto">{application.reason}</blockquote>
      </Show>
      <Show when={props.mayDecide || props.mayUndo}>
        <DecisionForm {...props} />
      </Show>
    </>
  );
}

function DecisionForm(props: DecisionProps) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t("applications.decide.title")}</h2>
      <Show when={props.mayUndo}>
        <p>{t("applications.decide.undoMeans")}</p>
      </Show>
      <DecisionButtons {...props}>
        <HiddenField name="version" value={String(props.application.version)} />
        <TextArea
          name="words"
          label={t("applications.decide.words")}
          hint={t("applications.decide.wordsHint")}
        />
      </DecisionButtons>
    </section>
  );
}

/** The buttons stand after the hidden field, so that theirs is the last value of that name. */
function DecisionButtons(props: DecisionProps & { children: JSX.Element }) {
  const { t } = usePage();
  const decisions = props.mayUndo ? [] : (["ask", "decline"] as const);
  return (
    <Form
      form={props.form}
      schema={Decide}
      submit={t(props.mayUndo ? "applications.decide.undo" : "applications.decide.accept")}
      buttons={decisions.map((decision) => (
        <>
          <Button name="decision" value={decision} label={t(`applications.decide.${decision}`)} plain />{" "}
        </>
      ))}
    >
      <HiddenField name="decision" value={props.mayUndo ? "decline" : "accept"} />
      {props.children}
    </Form>
  );
}
