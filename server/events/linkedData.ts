/** An event as schema.org data; none where its date is not stated, since schema.org asks for one. */
import type { Event } from "shared/events/contract.ts";
import type { Language } from "shared/i18n/languages.ts";
import { countryName } from "shared/regions/names.ts";

export function eventAsData(event: Event, address: string, language: Language): object | null {
  const startDate = event.startsAt ?? event.startsOn;
  const endDate = event.endsAt ?? event.endsOn;
  if (startDate === null) return null;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": address,
    name: event.title,
    description: event.summary,
    startDate,
    ...(endDate ? { endDate } : {}),
    organizer: { "@type": "Organization", name: event.organiser },
    ...(event.url ? { url: event.url } : {}),
    ...attendance(event.online),
    ...(event.place ? { location: placeAsData(event.place, language) } : {}),
  };
}

function attendance(online: boolean | null): object {
  if (online === null) return {};
  return { eventAttendanceMode: `https://schema.org/${online ? "Online" : "Offline"}EventAttendanceMode` };
}

function placeAsData(place: NonNullable<Event["place"]>, language: Language): object {
  return {
    "@type": "Place",
    name: place.name,
    address: {
      "@type": "PostalAddress",
      addressLocality: place.name,
      addressCountry: { "@type": "Country", name: countryName(place.iso2, language), identifier: place.iso2 },
    },
    ...(place.lat === null
      ? {}
      : { geo: { "@type": "GeoCoordinates", latitude: place.lat, longitude: place.lon } }),
  };
}
