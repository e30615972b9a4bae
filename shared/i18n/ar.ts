/** All texts in ar, room by room. A key that is missing here is a type error. */
import { countries } from "./ar/countries.ts";
import { frame } from "./ar/frame.ts";
import { platform } from "./ar/platform.ts";
import type { Texts } from "./text.ts";

export const ar: Texts = { ...frame, ...countries, ...platform };
