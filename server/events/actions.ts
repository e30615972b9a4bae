/** What the events pages and their JSON twins share. */
import { type EventFacets, eventFacets, listEvents, nextEventChange, oneEvent } from "db/events/queries.ts";
import type { Event, EventQuery } from "shared/events/contract.ts";
import { inCapitals, pagePart } from "shared/listQuery.ts";
import type { List } from "shared/page.ts";
import type { App } from "../app.ts";
import { recordAt } from "../record.ts";

export const eventRooms = ["events"];

export interface EventsAsked {
  region: string;
  query: EventQuery;
  now: Date;
}

export function eventsIn(app: App, { region, query, now }: EventsAsked): Promise<List<Event>> {
  return listEvents(app.db.queries, { ...inCapitals(query), region }, { ...pagePart(query), now });
}

export function eventFacetsIn(app: App, { region, query, now }: EventsAsked): Promise<EventFacets> {
  return eventFacets(app.db.queries, { ...inCapitals(query), region }, now);
}

/** When the clock alone changes what a list of the region's events shows. */
export async function eventsValidUntil(app: App, region: string, now: Date): Promise<{ validUntil?: Date }> {
  const at = await nextEventChange(app.db.queries, region, now);
  return at ? { validUntil: at } : {};
}

interface EventAddress {
  region: string;
  slug: string;
  path(region: string, slug: string): string;
}

export function eventAt(app: App, address: EventAddress): Promise<Event> {
  return recordAt(app, { ...address, kind: "event", read: (slug) => oneEvent(app.db.queries, slug) });
}
