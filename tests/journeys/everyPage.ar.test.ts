/** Every kind of page in a real browser, in Arabic. */
import { quickThemes } from "../setup/look.ts";
import { everyPageIn } from "./everyPage.ts";

everyPageIn("ar", quickThemes("ar"));
