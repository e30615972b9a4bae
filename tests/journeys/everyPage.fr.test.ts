/** Every kind of page in a real browser, in French. */
import { everyPageIn } from "./everyPage.ts";

everyPageIn("fr");
