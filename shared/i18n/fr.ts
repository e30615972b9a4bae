/** All texts in fr, room by room. A key that is missing here is a type error. */
import { countries } from "./fr/countries.ts";
import { frame } from "./fr/frame.ts";
import { platform } from "./fr/platform.ts";
import type { Texts } from "./text.ts";

export const fr: Texts = { ...frame, ...countries, ...platform };
