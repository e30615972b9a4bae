/** All texts in ar, room by room. A key that is missing here is a type error. */
import { countries } from "./ar/countries.ts";
import { events } from "./ar/events.ts";
import { filters } from "./ar/filters.ts";
import { frame } from "./ar/frame.ts";
import { news } from "./ar/news.ts";
import { partners } from "./ar/partners.ts";
import { platform } from "./ar/platform.ts";
import { resources } from "./ar/resources.ts";
import type { Texts } from "./text.ts";

export const ar: Texts = {
  ...frame,
  ...filters,
  ...platform,
  ...countries,
  ...news,
  ...events,
  ...resources,
  ...partners,
};
