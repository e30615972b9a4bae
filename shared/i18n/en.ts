/** All texts in en, room by room. Their keys are the keys of every language. */
import { frame } from "./en/frame.ts";
import { platform } from "./en/platform.ts";


export const en = { ...frame, ...platform };
