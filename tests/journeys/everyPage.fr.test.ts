/** Every kind of page in a real browser, in French. */
import { quickThemes } from "../setup/look.ts";
import { everyPageIn } from "./everyPage.ts";

everyPageIn("fr", quickThemes("fr"));
