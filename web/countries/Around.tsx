/** What other rooms know of a country: the CSOs there, its news, its events. */

import type { CountryCso } from "shared/countries/csos.ts";
import type { Event } from "shared/events/contract.ts";
import { For, Show } from "solid-js";
import { Original, PartialDate } from "../components/facts.tsx";
import { EventDate } from "../events/EventItem.tsx";
import { usePage } from "../frame.ts";
import { Title } from "../news/NewsItem.tsx";
import type { CountryProps } from "./Country.page.tsx";

/** Enough of a summary to see what a CSO does; its profile has the rest. */
const SUMMARY = 180;

export function Around(props: CountryProps & { name: string }) {
  return (
    <>
      <Csos {...props} />
      <div class="columns">
        <News {...props} />
        <Events {...props} />
      </div>
    </>
  );
}

function Csos(props: CountryProps) {
  const page = usePage();
  const { iso2, region, organisations } = props.country;
  return (
    <section>
      <h2>{page.t("country.csos")}</h2>
      <Show when={props.csos.length > 0} fallback={<p>{page.t("country.noCsos")}</p>}>
        <ul class="cards">
          <For each={props.csos}>{(cso) => <CsoCard cso={cso} region={region} />}</For>
        </ul>
        <p class="more">
          <a href={page.link(`${region}/organisations`, { country: iso2.toLowerCase() })}>
            {page.t("country.allCsos", { count: organisations })}
          </a>
        </p>
      </Show>
    </section>
  );
}

function CsoCard(props: { cso: CountryCso; region: string }) {
  const page = usePage();
  const { slug, name, acronym, city, summary, language } = props.cso;
  return (
    <li class="card">
      <h3>
        <a href={page.link(`${props.region}/organisations/${slug}`)}>
          <bdi>{name}</bdi>
        </a>
      </h3>
      <p class="muted">
        <bdi>{[acronym, city].filter((part) => part !== null).join(" · ")}</bdi>
      </p>
      <p>
        <Original language={language}>{opening(summary)}</Original>
      </p>
    </li>
  );
}

/** Whole words, as many as fit. */
function opening(text: string): string {
  if (text.length <= SUMMARY) return text;
  return `${text.slice(0, text.lastIndexOf(" ", SUMMARY))} …`;
}

function News(props: CountryProps) {
  const page = usePage();
  const { iso2, region } = props.country;
  return (
    <section>
      <h2>{page.t("country.news")}</h2>
      <Show when={props.news.length > 0} fallback={<p>{page.t("country.noNews")}</p>}>
        <ul class="papers">
          <For each={props.news}>
            {(article) => (
              <li>
                <a href={page.link(`${region}/news/${article.slug}`)}>
                  <Title article={article} />
                </a>{" "}
                <small>
                  <Show when={article.publishedOn} fallback={page.t("news.undated")}>
                    {(on) => <PartialDate on={on()} />}
                  </Show>
                  {" · "}
                  <bdi>{article.publisher}</bdi>
                </small>
              </li>
            )}
          </For>
        </ul>
        <p class="more">
          <a href={page.link(`${region}/news`, { country: iso2.toLowerCase() })}>
            {page.t("country.allNews")}
          </a>
        </p>
      </Show>
    </section>
  );
}

function Events(props: CountryProps) {
  const page = usePage();
  const { iso2, region } = props.country;
  return (
    <section>
      <h2>{page.t("country.events")}</h2>
      <h3>{page.t("country.next")}</h3>
      <Show when={props.upcoming.length > 0} fallback={<p>{page.t("country.noneNext")}</p>}>
        <EventList events={props.upcoming} region={region} />
      </Show>
      <Show when={props.past.length > 0}>
        <h3>{page.t("country.past")}</h3>
        <EventList events={props.past} region={region} />
        <p class="more">
          <a href={page.link(`${region}/events`, { country: iso2.toLowerCase() })}>
            {page.t("country.allEvents")}
          </a>
        </p>
      </Show>
    </section>
  );
}

function EventList(props: { events: Event[]; region: string }) {
  const page = usePage();
  return (
    <ul class="papers">
      <For each={props.events}>
        {(event) => (
          <li>
            <a href={page.link(`${props.region}/events/${event.slug}`)}>
              <Original language={event.language}>{event.title}</Original>
            </a>{" "}
            <small>
              <EventDate event={event} />
              <Show when={event.place}>
                {(place) => (
                  <>
                    {" · "}
                    <bdi>{place().name}</bdi>
                  </>
                )}
              </Show>
            </small>
          </li>
        )}
      </For>
    </ul>
  );
}
