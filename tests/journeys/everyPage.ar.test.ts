/** Every kind of page in a real browser, in Arabic. */
import { everyPageIn } from "./everyPage.ts";

everyPageIn("ar");
