/** A CSO's profile: what it does, how to reach it, what it did, and how all this is known. */

import { languages } from "shared/i18n/languages.ts";
import type { Mention, Neighbour } from "shared/organisations/around.ts";
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import { countryName } from "shared/regions/names.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { CountryName, Original, PartialDate, Source } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { countryPath } from "../countries/words.ts";
import { usePage } from "../frame.ts";
import { CountryMap } from "../map/CountryMap.tsx";
import { Activities } from "./Activities.tsx";
import { articleNumbers, specializationName } from "./organisationWords.ts";
import { AtAGlance, Contacts } from "./ProfileFacts.tsx";

export interface ProfileProps {
  organisation: Organisation;
  specializations: Specialization[];
  near: Neighbour[];
  news: Mention[];
  /** Whether a visitor can write to it through the platform. */
  canWrite: boolean;
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
      <Head organisation={organisation} />
      <div class="columns">
        <div>
          <Subjects {...props} />
          <h2>{page.t("organisations.activities")}</h2>
          <Activities organisation={organisation} />
        </div>
        <div>
          <h2>{page.t("organisations.contact")}</h2>
          <Contacts organisation={organisation} />
          <Show when={props.canWrite}>
            <p>
              <a href={page.link(`${region}/organisations/${organisation.slug}/contact`)} rel="nofollow">
                {page.t("contact.link")}
              </a>
            </p>
          </Show>
          <h2>{page.t("organisations.about")}</h2>
          <AtAGlance organisation={organisation} />
          <Place organisation={organisation} />
        </div>
      </div>
      <Source {...organisation} />
      <div class="around">
        <Near {...props} />
        <News {...props} />
      </div>
    </article>
  );
}

function Head(props: { organisation: Organisation }) {
  const page = usePage();
  const { organisation } = props;
  return (
    <>
      <h1>
        <bdi>{organisation.name}</bdi>
        <Show when={organisation.acronym}>
          {" "}
          (<bdi>{organisation.acronym}</bdi>)
        </Show>
      </h1>
      <Show when={organisation.nameLocal}>
        <p class="muted">
          <bdi>{organisation.nameLocal}</bdi>
        </p>
      </Show>
      <p>
        <span class="tag">{page.t(`organisations.${organisation.status}`)}</span>{" "}
        <Show when={organisation.status === "listed"}>
          <span class="muted">{page.t("organisations.listedMeans")}</span>{" "}
          <a
            href={page.link(`${organisation.region}/organisations/${organisation.slug}/claim`)}
            rel="nofollow"
          >
            {page.t("applications.claim.link")}
          </a>
        </Show>
      </p>
      <Show when={organisation.stale && organisation.lastConfirmedOn}>
        {(on) => (
          <p class="notice">
            {page.t("confirm.stale", { on: formatPartialDate(on(), languages[page.language].locale) })}
          </p>
        )}
      </Show>
      <p class="lead">
        <Original language={organisation.language}>{organisation.summary}</Original>
      </p>
    </>
  );
}

function Subjects(props: ProfileProps) {
  const page = usePage();
  const { organisation, specializations } = props;
  const articles = (slug: string) => specializations.find((one) => one.slug === slug)?.uncacArticles ?? [];
  return (
    <>
      <h2>{page.t("organisations.specializations")}</h2>
      <ul>
        <For each={organisation.specializations}>
          {(slug) => (
            <li>
              <a href={page.link(`${organisation.region}/organisations`, { specialization: slug })}>
                {specializationName(page, slug, specializations)}
              </a>
              <Show when={articles(slug).length > 0}>
                {" "}
                <span class="muted">
                  {page.t("organisations.articles", {
                    count: articles(slug).length,
                    articles: articleNumbers(page, articles(slug)),
                  })}
                </span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Place(props: { organisation: Organisation }) {
  const page = usePage();
  const { organisation } = props;
  const label = (city: string) =>
    page.t("organisations.map", { city, country: countryName(organisation.iso2, page.language) });
  return (
    <Show when={page.saver ? null : organisation.city}>
      {(city) => (
        <>
          <CountryMap
            iso2={organisation.iso2}
            level="few"
            label={label(city().name)}
            neighbours={[]}
            cities={[
              { city: city().name, lat: city().lat, lon: city().lon, count: 1, title: label(city().name) },
            ]}
          />
          <p class="muted boundaries">{page.t("frame.boundaries")}</p>
        </>
      )}
    </Show>
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
