/** All texts in en, room by room. Their keys are the keys of every language. */
import { countries } from "./en/countries.ts";
import { frame } from "./en/frame.ts";
import { platform } from "./en/platform.ts";

export const en = { ...frame, ...countries, ...platform };
