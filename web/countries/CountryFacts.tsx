/** A country's place in the Convention, its pledge, and a few plain facts, each with its source. */

import type { Country } from "shared/countries/contract.ts";
import { For, Show } from "solid-js";
import { LanguageName, PartialDate, Source, Unknown } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { PledgeName } from "./PledgeName.tsx";

export function CountryFacts(props: { country: Country }) {
  const page = usePage();
  return (
    <>
      <h2>{page.t("country.convention")}</h2>
      <Show when={props.country.uncac}>{(uncac) => <Convention uncac={uncac()} />}</Show>
      <dl class="facts">
        <Pledge pledge={props.country.transparencyPledge} />
        <dt>{page.t("country.capital")}</dt>
        <dd>
          <bdi>{props.country.capital.name}</bdi>
        </dd>
        <dt>{page.t("country.languages")}</dt>
        <dd>
          <For each={props.country.languages}>
            {(tag, index) => (
              <>
                {index() > 0 ? " · " : ""}
                <LanguageName tag={tag} />
              </>
            )}
          </For>
        </dd>
      </dl>
    </>
  );
}

function Convention(props: { uncac: NonNullable<Country["uncac"]> }) {
  const page = usePage();
  const { uncac } = props;
  return (
    <>
      <dl class="facts">
        <dt>{page.t("country.status")}</dt>
        <dd class="cap">
          <strong>{page.t(`countries.convention.${uncac.status}`)}</strong>
        </dd>
        <Show when={uncac.status !== "not-party"}>
          <dt>{page.t("country.signed")}</dt>
          <dd>
            <Day on={uncac.signedOn} />
          </dd>
        </Show>
        <Show when={uncac.status === "state-party"}>
          <dt>{page.t(`country.act.${uncac.ratificationAct ?? "unknown"}`)}</dt>
          <dd>
            <Day on={uncac.ratifiedOn} />
          </dd>
        </Show>
      </dl>
      <Source {...uncac} />
    </>
  );
}

function Day(props: { on: string | null }) {
  return (
    <Show when={props.on} fallback={<Unknown />}>
      {(on) => <PartialDate on={on()} />}
    </Show>
  );
}

function Pledge(props: { pledge: Country["transparencyPledge"] }) {
  const page = usePage();
  const { signed, signedOn, asOf, source } = props.pledge;
  const level = signed === null ? "no-data" : signed ? "yes" : "no";
  return (
    <>
      <dt>
        <PledgeName name="UNCAC Review Transparency Pledge" />
      </dt>
      <dd class="cap">
        {page.t(`countries.status.${level}`)}
        <Show when={signedOn}>
          {(on) => (
            <>
              {" · "}
              <PartialDate on={on()} />
            </>
          )}
        </Show>
        <Show when={source}>
          <Source source={source} asOf={asOf} verified="page" />
        </Show>
      </dd>
    </>
  );
}
