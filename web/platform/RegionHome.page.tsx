/** A region's home: the map first, then what is new, what comes next, who is there, which documents matter. */

import type { Event } from "shared/events/contract.ts";
import type { Article } from "shared/news/contract.ts";
import type { ProfileCard } from "shared/regions/contract.ts";
import type { Resource } from "shared/resources/contract.ts";
import { For, type JSX, Show } from "solid-js";
import { CountryName, Original } from "../components/facts.tsx";
import { RegionOverview, type RegionOverviewProps } from "../countries/RegionOverview.tsx";
import { EventItem } from "../events/EventItem.tsx";
import { FollowLink } from "../follows/FollowLink.tsx";
import { usePage } from "../frame.ts";
import { NewsItem } from "../news/NewsItem.tsx";
import { ResourceItem } from "../resources/ResourceItem.tsx";

export interface RegionHomeProps {
  overview: RegionOverviewProps;
  news: Article[];
  events: Event[];
  profiles: ProfileCard[];
  resources: Resource[];
}

export function RegionHomePage(props: RegionHomeProps) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{t("regionHome.lead")}</p>
      <RegionOverview {...props.overview} path={page.path} />
      <div class="columns">
        <Part room="news" heading={t("regionHome.news")} all={t("regionHome.allNews")}>
          <For each={props.news}>{(article) => <NewsItem article={article} />}</For>
        </Part>
        <Part room="events" heading={t("regionHome.events")} all={t("regionHome.allEvents")}>
          <For each={props.events} fallback={<li>{t("regionHome.noEvents")}</li>}>
            {(event) => <EventItem event={event} />}
          </For>
        </Part>
        <Part
          room="organisations"
          heading={t("regionHome.organisations")}
          all={t("regionHome.allOrganisations")}
        >
          <For each={props.profiles}>
            {(profile) => <Profile profile={profile} region={props.overview.region} />}
          </For>
        </Part>
        <Part room="resources" heading={t("regionHome.resources")} all={t("regionHome.allResources")}>
          <For each={props.resources}>{(resource) => <ResourceItem resource={resource} short />}</For>
        </Part>
        <Part room="board" heading={t("regionHome.board")} all={t("board.all")}>
          <li>{t("board.lead")}</li>
        </Part>
      </div>
      <FollowLink region={props.overview.region} />
    </>
  );
}

function Part(props: { room: string; heading: string; all?: string; children: JSX.Element }) {
  const page = usePage();
  const region = () => page.region?.slug ?? page.regions[0]?.slug ?? "";
  return (
    <section>
      <h2>{props.heading}</h2>
      <ul class="plain">{props.children}</ul>
      <Show when={props.all}>
        <p>
          <a href={page.link(`${region()}/${props.room}`)}>{props.all}</a>
        </p>
      </Show>
    </section>
  );
}

function Profile(props: { profile: ProfileCard; region: string }) {
  const page = usePage();
  const { profile } = props;
  return (
    <li>
      <h3>
        <a href={page.link(`${props.region}/organisations/${profile.slug}`)}>
          <bdi>{profile.acronym ? `${profile.name} (${profile.acronym})` : profile.name}</bdi>
        </a>
      </h3>
      <p class="muted">
        <CountryName iso2={profile.iso2} />
      </p>
      <p>
        <Original language={profile.language}>{profile.summary}</Original>
      </p>
    </li>
  );
}
