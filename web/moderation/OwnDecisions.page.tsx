/** What moderators decided about the person of the account; and one of these decisions, with the way to appeal. */
import { AppealBody } from "shared/moderation/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, TextArea } from "../components/forms.tsx";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { DecisionFacts, type ShownDecision } from "./DecisionFacts.tsx";
import { PostShown, type ShownPost } from "./PostShown.tsx";

export function OwnDecisionsPage(props: { decisions: ShownDecision[] }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link("account"), text: page.t("account.title") }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("moderation.own.lead")}</p>
      <Show when={props.decisions.length > 0} fallback={<Empty>{page.t("moderation.own.none")}</Empty>}>
        <ul class="plain">
          <For each={props.decisions}>
            {(decision) => (
              <li>
                <a href={page.link(`account/decisions/${decision.id}`)}>
                  {formatPartialDate(decision.on, page.locale)}
                  {": "}
                  {page.t(`moderation.action.${decision.action}`)}
                </a>{" "}
                <Show when={decision.outcome}>
                  {(outcome) => <span class="tag">{page.t(`moderation.log.appeal.${outcome()}`)}</span>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

export interface OwnDecisionProps {
  decision: ShownDecision;
  /** Null: it was about none, or about somebody else's. */
  post: ShownPost | null;
  /** Until when it may be appealed, `YYYY-MM-DD`; null: not, or no longer. */
  appealUntil: string | null;
  /** What the person wrote, and how it was answered. */
  appeal: { words: string; answer: string } | null;
  form: FormState;
}

export function OwnDecisionPage(props: OwnDecisionProps) {
  const page = usePage();
  const { decision } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link("account"), text: page.t("account.title") },
          { href: page.link("account/decisions"), text: page.t("moderation.own.title") },
        ]}
      />
      <h1>{page.title}</h1>
      <DecisionFacts decision={decision} />
      <Show when={props.post}>
        {(post) => (
          <>
            <h2>{page.t("moderation.own.post")}</h2>
            <PostShown post={post()} />
          </>
        )}
      </Show>
      <h2>{page.t("moderation.own.appeal")}</h2>
      <Show when={decision.outcome}>
        {(outcome) => (
          // Whoever else the decision concerns did not appeal.
          <p class="notice">{page.t(`moderation.${props.appeal ? "own" : "log.appeal"}.${outcome()}`)}</p>
        )}
      </Show>
      <Show when={props.appeal}>{(appeal) => <Said {...appeal()} />}</Show>
      <Show
        when={props.appealUntil}
        fallback={<Show when={decision.outcome === null}>{<p>{page.t("moderation.own.late")}</p>}</Show>}
      >
        {(until) => (
          <>
            <p>{page.t("moderation.own.appealLead", { day: formatPartialDate(until(), page.locale) })}</p>
            <Form form={props.form} schema={AppealBody} submit={page.t("moderation.own.appealSend")}>
              <TextArea name="words" label={page.t("moderation.own.appealWords")} rows={6} />
            </Form>
          </>
        )}
      </Show>
    </>
  );
}

function Said(props: { words: string; answer: string }) {
  const page = usePage();
  return (
    <>
      <blockquote class="written">
        <bdi>{props.words}</bdi>
      </blockquote>
      <Show when={props.answer}>
        <h3>{page.t("moderation.appeal.answer")}</h3>
        <p>
          <bdi>{props.answer}</bdi>
        </p>
      </Show>
    </>
  );
}
