/** Writes events as an iCalendar file (RFC 5545): whole days as DATE with an exclusive end, moments in UTC. */
import type { CalendarEvent } from "db/events/queries.ts";
import ical from "ical-generator";
import type { Language } from "shared/i18n/languages.ts";
import { type TextKey, textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import { rangeOf } from "shared/time.ts";

/** Calendars ask again after so many seconds: events are announced weeks ahead. */
const REFRESH_S = 12 * 60 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Calendar {
  name: string;
  /** Where this file is. */
  source: string;
  /** The page that shows the same. */
  url: string;
  language: Language;
  /** Part of the events' identity: the host under which the platform is reached. */
  host: string;
  events: readonly CalendarEvent[];
  /** The event's page. */
  urlOf(event: CalendarEvent): string;
}

export function calendar(description: Calendar): string {
  const { name, source, url, language, host, events, urlOf } = description;
  const file = ical({
    name,
    source,
    url,
    ttl: REFRESH_S,
    prodId: { company: host, product: "events", language: language.toUpperCase() },
  });
  for (const event of events) {
    const when = whenOf(event);
    if (when === null) continue;
    file.createEvent({
      ...when,
      id: `${event.slug}@${host}`,
      sequence: event.version - 1,
      stamp: new Date(event.updatedAt),
      lastModified: new Date(event.updatedAt),
      summary: event.title,
      description: descriptionOf(event, language),
      url: urlOf(event),
      location: placeOf(event, language),
      categories: [{ name: event.kind }],
      attachments: [event.recordingUrl, ...event.documents.map((paper) => paper.url)].filter(
        (address) => address !== null,
      ),
    });
  }
  // Every line ends so, the last one too (RFC 5545 §3.1).
  return `${file.toString()}\r\n`;
}

function descriptionOf(event: CalendarEvent, language: Language): string {
  const t = textsIn(language);
  const said = (key: TextKey, text: string | null) => text && t("events.said", { name: t(key), text });
  const parts = [
    event.summary,
    event.organiser,
    said("events.runBy", event.runBy),
    said("events.audience", event.audience),
    event.outcome,
    event.url,
  ];
  return parts.filter(Boolean).join("\n\n");
}

interface When {
  start: Date;
  end: Date | null;
  allDay: boolean;
}

/** Moments where they are known, else whole days; null where not even the first day is. */
function whenOf({ startsAt, endsAt, startsOn, endsOn }: CalendarEvent): When | null {
  if (startsAt) return { start: new Date(startsAt), end: endsAt ? new Date(endsAt) : null, allDay: false };
  if (startsOn === null || rangeOf(startsOn).precision !== "day") return null;
  const exact = endsOn !== null && rangeOf(endsOn).precision === "day" && endsOn >= startsOn;
  const last = new Date(`${exact ? endsOn : startsOn}T00:00:00Z`);
  return {
    start: new Date(`${startsOn}T00:00:00Z`),
    end: new Date(last.getTime() + DAY_MS),
    allDay: true,
  };
}

function placeOf({ place }: CalendarEvent, language: Language) {
  if (!place) return null;
  const { name, iso2, lat, lon } = place;
  const title = `${name}, ${countryName(iso2, language)}`;
  return lat === null || lon === null ? { title } : { title, geo: { lat, lon } };
}
