/** A CSO in a list: what it is called, where it works and what it does. */
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import { For, Show } from "solid-js";
import { CountryName, Original } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { shortSummary, specializationName } from "./organisationWords.ts";

export interface OrganisationCardProps {
  organisation: Organisation;
  specializations: readonly Specialization[];
}

export function OrganisationCard(props: OrganisationCardProps) {
  const page = usePage();
  const { organisation } = props;
  return (
    <li>
      <h2>
        <a href={page.link(`${organisation.region}/organisations/${organisation.slug}`)}>
          <bdi>{organisation.name}</bdi>
        </a>
      </h2>
      <p class="muted">
        <Show when={organisation.acronym}>
          <bdi>{organisation.acronym}</bdi>
          {" · "}
        </Show>
        <Show when={organisation.nameLocal}>
          <bdi>{organisation.nameLocal}</bdi>
          {" · "}
        </Show>
        <CountryName iso2={organisation.iso2} />
        <Show when={organisation.city}>
          {" · "}
          <bdi>{organisation.city?.name}</bdi>
        </Show>
      </p>
      <p>
        <Original language={organisation.language}>{shortSummary(organisation.summary)}</Original>
      </p>
      <ul class="tags">
        <For each={organisation.specializations}>
          {(slug) => <li>{specializationName(page, slug, props.specializations)}</li>}
        </For>
        <Show when={organisation.uncacCoalitionMember}>
          <li class="tag">{page.t("organisations.memberYes")}</li>
        </Show>
      </ul>
    </li>
  );
}
