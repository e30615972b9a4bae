/** Every kind of page in a real browser, in English. */
import { quickThemes } from "../setup/look.ts";
import { everyPageIn } from "./everyPage.ts";

everyPageIn("en", quickThemes("en"));
