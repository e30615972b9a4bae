/** All texts in fr, room by room. A key that is missing here is a type error. */
import { countries } from "./fr/countries.ts";
import { events } from "./fr/events.ts";
import { filters } from "./fr/filters.ts";
import { frame } from "./fr/frame.ts";
import { news } from "./fr/news.ts";
import { partners } from "./fr/partners.ts";
import { platform } from "./fr/platform.ts";
import { resources } from "./fr/resources.ts";
import type { Texts } from "./text.ts";

export const fr: Texts = {
  ...frame,
  ...filters,
  ...platform,
  ...countries,
  ...news,
  ...events,
  ...resources,
  ...partners,
};
