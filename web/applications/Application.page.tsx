/** The applicant's own page: where the application stands, and what can be done about it. */
import { AnswerQuestion, EnterCode, type Message } from "shared/applications/contract.ts";
import type { ApplicationKind, ApplicationStatus } from "shared/applications/rules.ts";
import { formatPartialDate } from "shared/time.ts";
import { Match, Show, Switch } from "solid-js";
import { ButtonForm, Form, type FormState, TextArea, TextField } from "../components/forms.tsx";
import { KeptDraft } from "../components/KeptDraft.tsx";
import { usePage } from "../frame.ts";
import { Conversation } from "./Conversation.tsx";

export interface ApplicationProps {
  form: FormState;
  kind: ApplicationKind;
  status: ApplicationStatus;
  /** What it is about: the organisation's name, or what the person is called. */
  name: string | null;
  /** `open`: a code can be entered; `over`: a new one is needed; `closed`: only a link goes on; null: no code is asked. */
  code: "open" | "over" | "closed" | null;
  submittedOn: string | null;
  reason: string | null;
  messages: Message[];
  /** Below the language: this page. */
  address: string;
  linkHours: number;
}

export function ApplicationPage(props: ApplicationProps) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      <h1>{t("applications.own.title")}</h1>
      <p>
        <span class="tag">{t(`applications.kind.${props.kind}`)}</span>{" "}
        <Show when={props.name}>
          <bdi>{props.name}</bdi>
        </Show>
      </p>
      <Standing {...props} />
      <Conversation messages={props.messages} />
      <Show when={props.status === "asked"}>
        <Form form={props.form} schema={AnswerQuestion} submit={t("applications.own.sendAnswer")}>
          <KeptDraft />
          <TextArea name="answer" label={t("applications.own.answer")} />
        </Form>
      </Show>
      <p class="muted">{t("applications.own.keep")}</p>
      <Show when={props.status !== "accepted"}>
        <p>
          <a href={page.link(`${props.address}/withdraw`)}>{t("applications.withdraw.link")}</a>
        </p>
      </Show>
    </>
  );
}

function Standing(props: ApplicationProps) {
  const page = usePage();
  const { t } = page;
  const since = () => formatPartialDate(props.submittedOn ?? page.today, page.locale);
  return (
    <Switch fallback={<p class="lead">{t("applications.own.waiting", { date: since() })}</p>}>
      <Match when={props.status === "unconfirmed" && props.code === null}>
        <p class="lead">{t("applications.own.unconfirmed", { count: props.linkHours })}</p>
      </Match>
      <Match when={props.status === "unconfirmed"}>
        <Code {...props} />
      </Match>
      <Match when={props.status === "asked"}>
        <p class="lead">{t("applications.own.asked")}</p>
      </Match>
      <Match when={props.status === "accepted"}>
        <p class="lead">{t("applications.own.accepted")}</p>
      </Match>
      <Match when={props.status === "declined"}>
        <p class="lead">{t("applications.own.declined")}</p>
        <blockquote dir="auto">{props.reason}</blockquote>
      </Match>
    </Switch>
  );
}

function Code(props: ApplicationProps) {
  const page = usePage();
  const { t } = page;
  const again = props.code === "closed" ? "applications.code.link" : "applications.code.new";
  return (
    <>
      <Show
        when={props.code === "open"}
        fallback={
          <p class="lead">
            {t(props.code === "closed" ? "applications.own.codeClosed" : "applications.own.codeOver")}
          </p>
        }
      >
        <p class="lead">{t("applications.own.code")}</p>
        <Form form={props.form} schema={EnterCode} submit={t("applications.code.send")}>
          <TextField
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
            label={t("applications.code.label")}
            hint={t("applications.code.hint")}
          />
        </Form>
      </Show>
      <ButtonForm form={props.form} action={page.link(`${props.address}/letter`)} label={t(again)} />
    </>
  );
}
