/** A decision in words: what, on which ground, why, when. */
import type { DecisionAction, Ground } from "shared/moderation/rules.ts";
import { Show } from "solid-js";
import { PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";

export interface ShownDecision {
  id: number;
  action: DecisionAction;
  ground: Ground;
  reason: string;
  /** Days, `YYYY-MM-DD`. */
  on: string;
  until: string | null;
  outcome: "waiting" | "upheld" | "reversed" | null;
}

export function DecisionFacts(props: { decision: ShownDecision }) {
  const page = usePage();
  const { decision } = props;
  return (
    <dl class="facts">
      <dt>{page.t("moderation.own.what")}</dt>
      <dd>
        <strong>{page.t(`moderation.action.${decision.action}`)}</strong>
      </dd>
      <Show when={decision.until}>
        {(until) => (
          <>
            <dt>{page.t("moderation.own.until")}</dt>
            <dd>
              <PartialDate on={until()} />
            </dd>
          </>
        )}
      </Show>
      <dt>{page.t("moderation.own.on")}</dt>
      <dd>
        <PartialDate on={decision.on} />
      </dd>
      <dt>{page.t("moderation.decide.ground")}</dt>
      <dd>{page.t(`moderation.ground.${decision.ground}`)}</dd>
      <Show when={decision.reason}>
        <dt>{page.t("moderation.decide.reason")}</dt>
        <dd>
          <bdi>{decision.reason}</bdi>
        </dd>
      </Show>
    </dl>
  );
}
