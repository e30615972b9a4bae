/** Whether one may register for an event, how many places are left, and the way to the form. */
import type { Event } from "shared/events/contract.ts";
import type { OwnRegistration } from "shared/registrations/contract.ts";
import type { RegistrationState } from "shared/registrations/rules.ts";
import { formatPartialDate } from "shared/time.ts";
import { Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

interface RegistrationProps {
  event: Event;
  state: RegistrationState | null;
  own: OwnRegistration["state"] | null;
}

export function Registration(props: RegistrationProps) {
  const page = usePage();
  const { event, state, own } = props;
  const below = `${page.region?.slug}/events/${event.slug}/register`;
  const left = event.registration?.placesLeft ?? null;
  return (
    <Show when={state}>
      {(is) => (
        <section>
          <h2>{page.t("events.registration")}</h2>
          <p>
            {stateText(page, is(), event.registration?.endsOn ?? null)}
            <Show when={is() === "open" && left !== null}>
              {" "}
              {page.t("events.placesLeft", { count: left ?? 0 })}
            </Show>
          </p>
          <Show
            when={own}
            fallback={
              <Show when={is() === "open" || is() === "full"}>
                <p>
                  <a class="button" href={page.link(below)} rel="nofollow">
                    {page.t(is() === "full" ? "events.registerToWait" : "events.register")}
                  </a>
                </p>
              </Show>
            }
          >
            {(mine) => (
              <p>
                {page.t(`events.own.${mine()}`)}{" "}
                <a href={page.link(`${below}/end`)}>{page.t("events.own.show")}</a>
              </p>
            )}
          </Show>
        </section>
      )}
    </Show>
  );
}

export function stateText(page: Page, state: RegistrationState, endsOn: string | null): string {
  const date = endsOn === null ? null : formatPartialDate(endsOn, page.locale);
  if (state === "full") return page.t("events.registration.full");
  if (state === "open")
    return date === null
      ? page.t("events.registration.open")
      : page.t("events.registration.openUntil", { date });
  return state === "closed" && date !== null
    ? page.t("events.registration.closed", { date })
    : page.t("events.registration.over");
}
