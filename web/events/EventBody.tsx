/** What is said of an event: on its page, and in a preview at the desk, below its own heading. */
import type { Event } from "shared/events/contract.ts";
import { momentsInWords } from "shared/events/moments.ts";
import { rangeOf } from "shared/time.ts";
import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Cover } from "../components/Cover.tsx";
import { ExternalLink, hostOf, Original, PartialDate, Unknown } from "../components/facts.tsx";
import { CountryLink, CountryLinks } from "../components/places.tsx";
import { usePage } from "../frame.ts";
import { EventAfter } from "./EventAfter.tsx";
import { EventDate } from "./EventItem.tsx";

interface EventBodyProps {
  event: Event;
  /** The region by iso2 of the countries that have a page. */
  countryRegions: Record<string, string>;
  over: boolean;
  heading: "h1" | "h2";
  /** Between what was announced and what came of it. */
  children?: JSX.Element;
}

export function EventBody(props: EventBodyProps) {
  const page = usePage();
  const { event } = props;
  return (
    <>
      <Dynamic component={props.heading}>
        <Original language={event.language}>{event.title}</Original>
      </Dynamic>
      <Show when={props.over}>
        <p class="notice">{page.t("events.over")}</p>
      </Show>
      <p class="lead">
        <Original language={event.language}>{event.summary}</Original>
      </p>
      <Cover cover={event.cover} />
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
      {props.children}
      <EventAfter event={event} />
    </>
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
