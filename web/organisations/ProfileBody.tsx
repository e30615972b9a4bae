/** What a profile says: names, work, contact and place; the same on its page and in the preview of its form. */
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import { countryName } from "shared/regions/names.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, type JSX, Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { CountryMap } from "../map/CountryMap.tsx";
import { Activities } from "./Activities.tsx";
import { Logo } from "./Logo.tsx";
import { articleNumbers, specializationName } from "./organisationWords.ts";
import { AtAGlance, Contacts, Mistaken } from "./ProfileFacts.tsx";

export interface ProfileBodyProps {
  organisation: Organisation;
  specializations: readonly Specialization[];
}

interface ProfileHeadProps {
  organisation: Organisation;
  /** Below the heading of the page that it stands on; it leads nowhere. */
  isPreview?: boolean;
}

function ProfileName(props: { organisation: Organisation }) {
  const { name, acronym } = props.organisation;
  return (
    <>
      <bdi>{name}</bdi>
      <Show when={acronym}>
        {" "}
        (<bdi>{acronym}</bdi>)
      </Show>
    </>
  );
}

export function ProfileHead(props: ProfileHeadProps) {
  const page = usePage();
  const { organisation } = props;
  return (
    <>
      <Logo organisation={organisation} />
      <Show
        when={props.isPreview}
        fallback={
          <h1>
            <ProfileName organisation={organisation} />
          </h1>
        }
      >
        <h2>
          <ProfileName organisation={organisation} />
        </h2>
      </Show>
      <Show when={organisation.nameLocal}>
        <p class="muted">
          <bdi>{organisation.nameLocal}</bdi>
        </p>
      </Show>
      <OtherNames organisation={organisation} />
      <p>
        <span class="tag">{page.t(`organisations.${organisation.status}`)}</span>{" "}
        <Show when={organisation.status === "listed"}>
          <span class="muted">{page.t("organisations.listedMeans")}</span>{" "}
          <Show when={!props.isPreview}>
            <a
              href={page.link(`${organisation.region}/organisations/${organisation.slug}/claim`)}
              rel="nofollow"
            >
              {page.t("applications.claim.link")}
            </a>
          </Show>
        </Show>
      </p>
      <Stale organisation={organisation} />
      <p class="lead">
        <Original language={organisation.language}>{organisation.summary}</Original>
      </p>
      <Mistaken organisation={organisation} fields={["name", "nameLocal", "acronym", "summary"]} />
    </>
  );
}

function OtherNames(props: { organisation: Organisation }) {
  const page = usePage();
  return (
    <Show when={props.organisation.names.length > 0}>
      <ul class="row muted" aria-label={page.t("organisations.otherNames")}>
        <For each={props.organisation.names}>
          {({ language, name }) => (
            <li>
              <bdi lang={language}>{name}</bdi>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Stale(props: { organisation: Organisation }) {
  const page = usePage();
  const { lastConfirmedOn, stale } = props.organisation;
  return (
    <Show when={stale && lastConfirmedOn}>
      {(on) => <p class="notice">{page.t("confirm.stale", { on: formatPartialDate(on(), page.locale) })}</p>}
    </Show>
  );
}

/** What stands among its children belongs to the contact details. */
export function ProfileColumns(props: ProfileBodyProps & { children?: JSX.Element }) {
  const page = usePage();
  const { organisation } = props;
  return (
    <div class="columns">
      <div>
        <Subjects {...props} />
        <h2>{page.t("organisations.activities")}</h2>
        <Activities organisation={organisation} />
      </div>
      <div>
        <h2>{page.t("organisations.contact")}</h2>
        <Contacts organisation={organisation} />
        {props.children}
        <h2>{page.t("organisations.about")}</h2>
        <AtAGlance organisation={organisation} />
        <Place organisation={organisation} />
      </div>
    </div>
  );
}

function Subjects(props: ProfileBodyProps) {
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
      <Mistaken organisation={organisation} fields={["specializations"]} />
    </>
  );
}

/** A city whose place nobody knows is not drawn. */
function placed({ city }: Organisation): { name: string; lat: number; lon: number } | null {
  return city?.lat == null || city.lon === null ? null : { name: city.name, lat: city.lat, lon: city.lon };
}

function Place(props: { organisation: Organisation }) {
  const page = usePage();
  const { organisation } = props;
  const label = (city: string) =>
    page.t("organisations.map", { city, country: countryName(organisation.iso2, page.language) });
  return (
    <Show when={page.saver ? null : placed(organisation)}>
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
