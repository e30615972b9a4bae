/** The events pages: upcoming and past ones, the month as a calendar, and one event. */
import { regionsOfCountries } from "db/countries/places.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { type Event, eventQuery } from "shared/events/contract.ts";
import { isOver } from "shared/events/days.ts";
import { MAX_LIMIT } from "shared/page.ts";
import type { OwnRegistration } from "shared/registrations/contract.ts";
import { registrationState } from "shared/registrations/rules.ts";
import { dayOf, nextDay } from "shared/time.ts";
import type { App } from "../app.ts";
import { feedLinks } from "../feeds/links.ts";
import { type Loaded, serveRegionPage } from "../page.ts";
import { ownRegistration } from "../registrations/ending.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import {
  type EventsAsked,
  eventAt,
  eventFacetsIn,
  eventRooms,
  eventsIn,
  eventsValidUntil,
} from "./actions.ts";
import { eventAsData } from "./linkedData.ts";

export function eventPages(app: App): void {
  eventList(app);
  eventPage(app);
}

function eventList(app: App): void {
  serveRegionPage(app, {
    path: "/events",
    rooms: eventRooms,
    query: eventQuery,
    load: async ({ region, language, t, query, now }) => {
      const asked = { region: region.slug, query, now };
      const title = t("events.title", { region: region.names[language] ?? region.slug });
      const loaded = await (query.month === undefined
        ? listView(app, asked)
        : monthView(app, asked, query.month));
      return {
        ...loaded,
        title,
        description: t("events.lead"),
        feeds: feedLinks(region, language, ["events"]),
      };
    },
  });
}

type Part = Pick<Loaded, "view" | "validUntil">;

/** Both parts at first, and one of them where somebody reads on or asks for it. */
async function listView(app: App, asked: EventsAsked): Promise<Part> {
  const { region, query, now } = asked;
  const oneList = query.when !== undefined || query.after !== undefined;
  const part = (when: "upcoming" | "past") => eventsIn(app, { ...asked, query: { ...query, when } });
  const [lists, facets, first, until] = await Promise.all([
    oneList ? eventsIn(app, asked).then((list) => [list]) : Promise.all([part("upcoming"), part("past")]),
    eventFacetsIn(app, asked),
    eventsIn(app, { region, query: { when: "upcoming", limit: 1 }, now }),
    eventsValidUntil(app, region, now),
  ]);
  const parts = lists.map(
    (list, index) => ({ list, when: oneList ? query.when : index === 0 ? "upcoming" : "past" }) as const,
  );
  // The calendar opens where something is to come.
  const opens = first.items[0]?.startsOn?.slice(0, 7) ?? "";
  const month = opens.length === 7 && opens > dayOf(now) ? opens : dayOf(now).slice(0, 7);
  return { view: { page: "Events", props: { parts, facets, query, month } }, ...until };
}

async function monthView(app: App, asked: EventsAsked, month: string): Promise<Part> {
  const { now } = asked;
  const [list, facets] = await Promise.all([
    eventsIn(app, { ...asked, query: { ...asked.query, limit: MAX_LIMIT } }),
    eventFacetsIn(app, asked),
  ]);
  const props = { events: list.items, total: list.total, facets, query: asked.query, month };
  return { view: { page: "EventMonth", props }, validUntil: nextDay(now) };
}

function eventPage(app: App): void {
  serveRegionPage(app, {
    path: "/events/:slug",
    rooms: [...eventRooms, "countries", LINK_ROOM],
    personal: true,
    load: async ({ region, language, params, now, actor }) => {
      const event = await eventAt(app, {
        region: region.slug,
        slug: params.slug ?? "",
        path: (at, slug) => `/${language}/${at}/events/${slug}`,
      });
      const iso2s = [...event.countries, ...(event.place ? [event.place.iso2] : [])];
      const address = `${app.origin()}/${language}/${region.slug}/events/${event.slug}`;
      const data = eventAsData(event, address, language);
      return {
        view: {
          page: "Event",
          props: {
            event,
            countryRegions: await regionsOfCountries(app.db.queries, iso2s),
            over: isOver(event, now),
            registration: registrationState(event, now),
            own: await ownState(app, event, actor),
          },
        },
        ...untilItChanges(event, now),
        title: event.title,
        description: event.summary,
        jsonLd: data ? [data] : [],
      };
    },
  });
}

async function ownState(
  app: App,
  event: Event,
  actor: Actor | null,
): Promise<OwnRegistration["state"] | null> {
  const own = actor && event.registration && (await ownRegistration(app, event, { actor }));
  return own ? (own.state === "waiting" ? "waiting" : "confirmed") : null;
}

/** When the clock alone changes the page before the day ends: it begins, or it is over. */
function untilItChanges({ startsAt, endsAt }: Event, now: Date): { validUntil?: Date } {
  const moments = [startsAt, endsAt].flatMap((at) => (at === null ? [] : [new Date(at)]));
  const [next] = [...moments.filter((at) => at > now), nextDay(now)].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  return next ? { validUntil: next } : {};
}
