/** One event: when, where, by whom, and how to put it into one's own calendar. */

import type { Event } from "shared/events/contract.ts";
import { fullDays } from "shared/events/days.ts";
import { momentsInWords } from "shared/events/moments.ts";
import type { OwnRegistration } from "shared/registrations/contract.ts";
import type { RegistrationState } from "shared/registrations/rules.ts";
import { rangeOf } from "shared/time.ts";
import { type JSX, Show } from "solid-js";
import { ExternalLink, hostOf, Original, PartialDate, Source, Unknown } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { CountryLink, CountryLinks } from "../components/places.tsx";
import { usePage } from "../frame.ts";
import { EventAfter } from "./EventAfter.tsx";
import { EventDate } from "./EventItem.tsx";
import { Registration } from "./Registration.tsx";

export interface EventProps {
  event: Event;
  /** The region by iso2 of the countries that have a page. */
  countryRegions: Record<string, string>;
  over: boolean;
  /** Null: one does not register for it here. */
  registration: RegistrationState | null;
  /** Of whoever is signed in. */
  own: OwnRegistration["state"] | null;
}

export function EventPage(props: EventProps) {
  const page = usePage();
  const { event } = props;
  const region = page.region ? page.regionName(page.region) : "";
  return (
    <article>
      <Breadcrumbs
        trail={[{ href: page.link(`${page.region?.slug}/events`), text: page.t("events.all", { region }) }]}
      />
      <h1>
        <Original language={event.language}>{event.title}</Original>
      </h1>
      <Show when={props.over}>
        <p class="notice">{page.t("events.over")}</p>
      </Show>
      <p class="lead">
        <Original language={event.language}>{event.summary}</Original>
      </p>
      <dl class="facts">
        <When event={event} />
        <Where event={event} regions={props.countryRegions} />
        <Fact name={page.t("events.kind")}>{page.t(`events.kind.${event.kind}`)}</Fact>
        <Fact name={page.t("events.organiser")}>
          <bdi>{event.organiser}</bdi>
        </Fact>
        <Said name={page.t("events.runBy")} text={event.runBy} language={event.language} />
        <Said name={page.t("events.audience")} text={event.audience} language={event.language} />
        <Show when={event.countries.length > 0}>
          <Fact name={page.t("events.countries")}>
            <CountryLinks iso2s={event.countries} regions={props.countryRegions} />
          </Fact>
        </Show>
        <Show when={event.url}>
          {(url) => (
            <Fact name={page.t("events.page")}>
              <ExternalLink href={url()}>{hostOf(url())}</ExternalLink>
            </Fact>
          )}
        </Show>
      </dl>
      <Registration event={event} state={props.registration} own={props.own} />
      <EventAfter event={event} />
      <Show when={fullDays(event)} fallback={<p class="muted">{page.t("events.notInCalendar")}</p>}>
        <p>
          <a class="button" href={page.link(`${page.region?.slug}/events/${event.slug}.ics`).split("?")[0]}>
            {page.t("events.add")}
          </a>
        </p>
      </Show>
      <Source {...event} />
    </article>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

/** As the announcement says it. */
function Said(props: { name: string; text: string | null; language: string }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <Fact name={props.name}>
          <Original language={props.language}>{text()}</Original>
        </Fact>
      )}
    </Show>
  );
}

function When(props: { event: Event }) {
  const page = usePage();
  const moments = momentsInWords(props.event, page.locale);
  return (
    <>
      <Fact name={page.t("events.when")}>
        <EventDate event={props.event} />
      </Fact>
      <Show when={moments?.own}>{(own) => <Fact name={page.t("events.ownTime")}>{own()}</Fact>}</Show>
      <Show when={moments?.utc}>{(utc) => <Fact name={page.t("events.utc")}>{utc()}</Fact>}</Show>
      <Show when={props.event.deadlineOn}>
        {(on) => (
          <Fact name={page.t("events.deadline")}>
            <PartialDate on={on()} />
            <Show when={rangeOf(on()).to < page.today}> {page.t("events.deadlinePassed")}</Show>
          </Fact>
        )}
      </Show>
    </>
  );
}

function Where(props: { event: Event; regions: Record<string, string> }) {
  const page = usePage();
  const { place, online } = props.event;
  return (
    <Fact name={page.t("events.where")}>
      <Show when={place}>
        {(at) => (
          <>
            <bdi>{at().name}</bdi>
            {page.t("events.comma")}
            <CountryLink iso2={at().iso2} region={props.regions[at().iso2]} />
          </>
        )}
      </Show>
      <Show when={online !== null}>
        {place ? ` · ` : ""}
        {page.t(online ? "events.online" : "events.inPerson")}
      </Show>
      <Show when={!place && online === null}>
        <Unknown />
      </Show>
    </Fact>
  );
}
