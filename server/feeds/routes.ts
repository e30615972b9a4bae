/** Feeds and calendars of a region, in each language. */
import { eventsForCalendar, oneForCalendar } from "db/events/queries.ts";
import { Failure } from "shared/failure.ts";
import { feedFiles } from "shared/feeds/addresses.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { recordAt } from "../record.ts";
import { serveDocument } from "../serve.ts";
import { boardFeed, type FeedVisit, newsFeed, reviewFeed } from "./actions.ts";
import { type Calendar, calendar } from "./calendar.ts";

const ATOM = "application/atom+xml; charset=utf-8";
const CALENDAR = "text/calendar; charset=utf-8";
/** More than a calendar can show in a lifetime, and what memory holds easily. */
const MAX_EVENTS = 1000;

interface FeedRoute {
  /** Below the region. */
  path: string;
  type: string;
  rooms: readonly string[];
  write(visit: FeedVisit): Promise<string | { body: string; rooms: string[] }>;
}

export function feedRoutes(app: App): void {
  const routes: FeedRoute[] = [
    { path: feedFiles.news, type: ATOM, rooms: ["news"], write: (visit) => newsFeed(app, visit) },
    {
      path: feedFiles.reviews,
      type: ATOM,
      rooms: ["countries", "revisions"],
      write: (visit) => reviewFeed(app, visit),
    },
    { path: feedFiles.board, type: ATOM, rooms: ["boards"], write: (visit) => boardFeed(app, visit) },
    { path: feedFiles.events, type: CALENDAR, rooms: ["events"], write: (visit) => allEvents(app, visit) },
    { path: "events/:slug.ics", type: CALENDAR, rooms: ["events"], write: (visit) => oneEvent(app, visit) },
  ];
  for (const { path, type, rooms, write } of routes) {
    serveDocument(app, {
      url: `/:language/:region/${path}`,
      who: "anyone",
      rooms: ["regions", ...rooms],
      produce: async ({ request }) => {
        const params = request.params as Record<string, string>;
        const { language = "" } = params;
        if (!isLanguage(language)) throw new Failure("not-found");
        const visit = { language, region: regionOf(app, params.region), t: textsIn(language), params };
        const written = await write(visit);
        const { body, rooms: shown } = typeof written === "string" ? { body: written, rooms: [] } : written;
        return { status: 200, type, body, rooms: shown };
      },
    });
  }
}

async function allEvents(app: App, visit: FeedVisit): Promise<string> {
  const events = await eventsForCalendar(app.db.queries, visit.region.slug, MAX_EVENTS);
  return calendar({ ...around(app, visit, "events"), events });
}

/** One event for "add to calendar"; nothing where its first day is not known. */
async function oneEvent(app: App, visit: FeedVisit): Promise<string> {
  const { language, region, params } = visit;
  const event = await recordAt(app, {
    kind: "event",
    region: region.slug,
    slug: params.slug ?? "",
    read: (slug) => oneForCalendar(app.db.queries, slug),
    path: (own, slug) => `/${language}/${own}/events/${slug}.ics`,
  });
  if (event.startsAt === null && event.startsOn?.length !== "YYYY-MM-DD".length)
    throw new Failure("not-found");
  return calendar({ ...around(app, visit, `events/${event.slug}`), events: [event] });
}

function around(app: App, { language, region, t }: FeedVisit, path: string): Omit<Calendar, "events"> {
  const at = `${app.origin()}/${language}/${region.slug}`;
  return {
    name: t("events.title", { region: region.names[language] ?? region.slug }),
    source: `${at}/${path}.ics`,
    url: `${at}/${path}`,
    language,
    host: new URL(app.origin()).hostname,
    urlOf: ({ slug }) => `${at}/events/${slug}`,
  };
}
