/** One event: when, where, by whom, and how to put it into one's own calendar. */

import type { Event } from "shared/events/contract.ts";
import { fullDays } from "shared/events/days.ts";
import type { OwnRegistration } from "shared/registrations/contract.ts";
import type { RegistrationState } from "shared/registrations/rules.ts";
import { Show } from "solid-js";
import { Source } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { EventBody } from "./EventBody.tsx";
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
      <EventBody {...props} heading="h1">
        <Registration event={event} state={props.registration} own={props.own} />
      </EventBody>
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
