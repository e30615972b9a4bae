/** A CSO's profile: what it does, how to reach it, what it did, and how all this is known. */
import type { Mention, Neighbour } from "shared/organisations/around.ts";
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import { countryName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { CountryName, Original, PartialDate, Source } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { Correctable } from "../corrections/Wrong.tsx";
import { countryPath } from "../countries/words.ts";
import { usePage } from "../frame.ts";
import { OwnLinks } from "./OwnLinks.tsx";
import { specializationName } from "./organisationWords.ts";
import { ProfileColumns, ProfileHead } from "./ProfileBody.tsx";

export interface ProfileProps {
  organisation: Organisation;
  specializations: Specialization[];
  near: Neighbour[];
  news: Mention[];
  /** Whether a visitor can write to it through the platform. */
  canWrite: boolean;
  /** For whoever keeps this profile. */
  own: { isDark: boolean } | null;
}

export function ProfilePage(props: ProfileProps) {
  const page = usePage();
  const { organisation } = props;
  const { region } = organisation;
  return (
    <article class="profile">
      <Breadcrumbs
        trail={[
          { href: page.link(`${region}/organisations`), text: page.t("frame.room.organisations") },
          {
            href: page.link(countryPath(region, organisation.iso2)),
            text: countryName(organisation.iso2, page.language),
          },
        ]}
      />
      <Show when={props.own?.isDark}>
        <p class="notice">{page.t("dark.isDark")}</p>
      </Show>
      <Correctable.Provider value={props.own === null}>
        <ProfileHead organisation={organisation} />
        <OwnLinks organisation={organisation} own={props.own} />
        <ProfileColumns {...props}>
          <Show when={props.canWrite}>
            <p>
              <a href={page.link(`${region}/organisations/${organisation.slug}/contact`)} rel="nofollow">
                {page.t("contact.link")}
              </a>
            </p>
          </Show>
        </ProfileColumns>
      </Correctable.Provider>
      <Source {...organisation} />
      <div class="around">
        <Near {...props} />
        <News {...props} />
      </div>
    </article>
  );
}

function Near(props: ProfileProps) {
  const page = usePage();
  return (
    <Show when={props.near.length > 0}>
      <h2>{page.t("organisations.near")}</h2>
      <ul class="plain">
        <For each={props.near}>
          {(other) => (
            <li>
              <a href={page.link(`${other.region}/organisations/${other.slug}`)}>
                <bdi>{other.name}</bdi>
              </a>
              <br />
              <span class="muted">
                <Show when={other.cityName} fallback={<CountryName iso2={other.iso2} />}>
                  {(name) => <bdi>{name()}</bdi>}
                </Show>
                <For each={other.shared}>
                  {(slug) => <> · {specializationName(page, slug, props.specializations)}</>}
                </For>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function News(props: ProfileProps) {
  const page = usePage();
  return (
    <Show when={props.news.length > 0}>
      <h2>{page.t("organisations.news")}</h2>
      <ul class="plain">
        <For each={props.news}>
          {(item) => (
            <li>
              <a href={page.link(`${props.organisation.region}/news/${item.slug}`)}>
                <Original language={item.language}>{item.title}</Original>
              </a>
              <br />
              <span class="muted">
                <Show when={item.publishedOn} fallback={page.t("organisations.undated")}>
                  {(on) => <PartialDate on={on()} />}
                </Show>
                {" · "}
                <bdi>{item.publisher}</bdi>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
