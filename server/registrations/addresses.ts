/** Where a registration is confirmed and ended; the key in its letters is made from what it is, so that each letter can hold it. */
import type { Registered } from "db/registrations/queries.ts";
import type { Event } from "shared/events/contract.ts";
import type { App } from "../app.ts";

type Keyed = Pick<Registered, "eventId" | "email">;

/** Only who has read a letter to this address knows it. */
export function keyOf(app: App, { eventId, email }: Keyed): string {
  return app.secrets.mac("registration", eventId, email.toLowerCase());
}

export function keyHashOf(app: App, registered: Keyed): string {
  return app.secrets.hashOf(keyOf(app, registered));
}

/** The event's page below the language, in a region that this instance serves. */
export function eventPath(app: App, { regions, slug }: Pick<Event, "regions" | "slug">): string {
  const served = app.regions().map((region) => region.slug);
  const home = regions.find((one) => served.includes(one)) ?? served[0] ?? "";
  return `${home}/events/${slug}`;
}

/** Below the origin. */
export function endPath(app: App, event: Event, registered: Keyed & { language: string }): string {
  const key = keyOf(app, registered);
  return `/${registered.language}/${eventPath(app, event)}/register/end?${new URLSearchParams({ key })}`;
}
