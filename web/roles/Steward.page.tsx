/** The steward's desk: all roles of the platform, and the ways to what only stewards see. */
import type { PersonOfRegion } from "shared/roles/contract.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { FindPerson, PeopleCards } from "./PeopleCards.tsx";

export interface StewardProps {
  staff: PersonOfRegion[];
  asked: PersonOfRegion | null | undefined;
  handle: string;
}

export function StewardPage(props: StewardProps) {
  const page = usePage();
  const stewards = props.staff.filter(({ roles }) => roles.some(({ role }) => role === "steward"));
  const others = props.staff.filter((person) => !stewards.includes(person));
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("roles.stewardLead")}</p>
      <ul>
        <li>
          <a href={page.link("steward/regions")}>{page.t("regionKeeping.title")}</a>
        </li>
        <li>
          <a href={page.link("steward/audit")}>{page.t("roles.audit")}</a>
        </li>
        <li>
          <a href={page.link("steward/mail")}>{page.t("roles.mail")}</a>
        </li>
      </ul>
      <h2>{page.t("roles.desks")}</h2>
      <ul class="row">
        <For each={page.regions}>
          {(region) => (
            <li>
              <a href={page.link(`${region.slug}/desk`)}>{page.regionName(region)}</a>
            </li>
          )}
        </For>
      </ul>
      <h2>{page.t("roles.stewards")}</h2>
      <PeopleCards people={stewards} path="steward/people" />
      <FindPerson action="steward" path="steward/people" handle={props.handle} asked={props.asked} />
      <Show when={others.length > 0}>
        <h2>{page.t("roles.all")}</h2>
        <PeopleCards people={others} path="steward/people" />
      </Show>
    </>
  );
}
