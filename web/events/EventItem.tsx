/** One event of a list: title, when, where, of what kind. */

import type { Event } from "shared/events/contract.ts";
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CountryName, DateSpan, Original, PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { ownRegion } from "../ownRegion.ts";

export function EventItem(props: { event: Event; heading?: "h2" | "h3" }) {
  const page = usePage();
  const { event } = props;
  return (
    <li>
      <Dynamic component={props.heading ?? "h3"}>
        <a href={page.link(`${ownRegion(page, event.regions)}/events/${event.slug}`)}>
          <Original language={event.language}>{event.title}</Original>
        </a>
      </Dynamic>
      <p>
        <strong>
          <EventDate event={event} />
        </strong>
        <Show when={event.place}>
          {(place) => (
            <>
              {" · "}
              <Place place={place()} />
            </>
          )}
        </Show>
        <Show when={event.online}>{` · ${page.t("events.online")}`}</Show>{" "}
        <span class="tag">{page.t(`events.kind.${event.kind}`)}</span>
      </p>
      <Show when={event.deadlineOn}>
        {(on) => (
          <p>
            {page.t("events.deadline")} <PartialDate on={on()} />
          </p>
        )}
      </Show>
    </li>
  );
}

export function EventDate(props: { event: Event }) {
  const page = usePage();
  return (
    <Show when={props.event.startsOn} fallback={<span class="unknown">{page.t("events.dateUnknown")}</span>}>
      {(from) => <DateSpan from={from()} to={props.event.endsOn} />}
    </Show>
  );
}

/** A town as the source writes it, and its country in the page's language. */
function Place(props: { place: NonNullable<Event["place"]> }) {
  const page = usePage();
  return (
    <>
      <bdi>{props.place.name}</bdi>
      {page.t("events.comma")}
      <CountryName iso2={props.place.iso2} />
    </>
  );
}
