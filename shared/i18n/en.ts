/** All texts in en, room by room. Their keys are the keys of every language. */
import { countries } from "./en/countries.ts";
import { events } from "./en/events.ts";
import { filters } from "./en/filters.ts";
import { frame } from "./en/frame.ts";
import { news } from "./en/news.ts";
import { partners } from "./en/partners.ts";
import { platform } from "./en/platform.ts";
import { resources } from "./en/resources.ts";

export const en = {
  ...frame,
  ...filters,
  ...platform,
  ...countries,
  ...news,
  ...events,
  ...resources,
  ...partners,
};
