/** Every kind of page in a real browser, in English. */
import { everyPageIn } from "./everyPage.ts";

everyPageIn("en");
