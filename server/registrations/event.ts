/** The event of an address below it, where one registers for it here. */
import { oneEvent } from "db/events/queries.ts";
import type { Event } from "shared/events/contract.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

/** Forms and data of an event stand under its own regions alone. */
export async function eventIn(app: App, region: string, slug: string): Promise<Event> {
  const event = await oneEvent(app.db.queries, slug);
  if (!event?.regions.includes(region)) throw new Failure("not-found");
  return event;
}

export async function eventToRegisterFor(app: App, region: string, slug: string): Promise<Event> {
  const event = await eventIn(app, region, slug);
  if (event.registration === null) throw new Failure("not-found");
  return event;
}
