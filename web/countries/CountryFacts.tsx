/** A country's place in the Convention, its pledge, and a few plain facts, each with its source. */

import type { Country } from "shared/countries/contract.ts";
import { For, Show } from "solid-js";
import { LanguageName, PartialDate, Source, Unknown } from "../components/facts.tsx";
import { Wrong } from "../corrections/Wrong.tsx";
import { usePage } from "../frame.ts";
import { PledgeName } from "./PledgeName.tsx";
import { countryPath } from "./words.ts";

export function CountryFacts(props: { country: Country }) {
  const page = usePage();
  return (
    <>
      <h2>{page.t("country.convention")}</h2>
      <Show when={props.country.uncac}>
        {(uncac) => <Convention country={props.country} uncac={uncac()} />}
      </Show>
      <dl class="facts">
        <Pledge country={props.country} />
        <Show when={props.country.capital}>
          {(capital) => (
            <>
              <dt>{page.t("country.capital")}</dt>
              <dd>
                <bdi>{capital().name}</bdi>
              </dd>
            </>
          )}
        </Show>
        <dt>{page.t("country.languages")}</dt>
        <dd>
          <For each={props.country.languages} fallback={<Unknown />}>
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

/** Of a fact of the country itself. */
function Mistaken(props: { country: Country; field: string; fact: string }) {
  const { region, iso2 } = props.country;
  return (
    <Wrong path={countryPath(region, iso2)} query={{ fact: `country.${props.field}` }} fact={props.fact} />
  );
}

function Convention(props: { country: Country; uncac: NonNullable<Country["uncac"]> }) {
  const page = usePage();
  const { country, uncac } = props;
  const act = page.t(`country.act.${uncac.ratificationAct ?? "unknown"}`);
  return (
    <>
      <dl class="facts">
        <dt>{page.t("country.status")}</dt>
        <dd class="cap">
          <strong>{page.t(`countries.convention.${uncac.status}`)}</strong>{" "}
          <Mistaken country={country} field="status" fact={page.t("country.status")} />
        </dd>
        <Show when={uncac.status === "state-party" || uncac.status === "signatory"}>
          <dt>{page.t("country.signed")}</dt>
          <dd>
            <Day on={uncac.signedOn} />{" "}
            <Mistaken country={country} field="signedOn" fact={page.t("country.signed")} />
          </dd>
        </Show>
        <Show when={uncac.status === "state-party"}>
          <dt>{act}</dt>
          <dd>
            <Day on={uncac.ratifiedOn} /> <Mistaken country={country} field="ratifiedOn" fact={act} />
          </dd>
        </Show>
      </dl>
      <Show when={uncac.status !== "unknown"}>
        <Source {...uncac} />
      </Show>
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

function Pledge(props: { country: Country }) {
  const page = usePage();
  const { signed, signedOn, asOf, source } = props.country.transparencyPledge;
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
        </Show>{" "}
        <Mistaken country={props.country} field="pledgeSigned" fact={page.t("countries.view.pledge")} />
        <Show when={source}>
          <Source source={source} asOf={asOf} verified="page" />
        </Show>
      </dd>
    </>
  );
}
