/** Every kind of page as axe sees it in each language and theme; English ones are looked at so by the quick tests. */
import { languageCodes } from "shared/i18n/languages.ts";
import { everyPageIn } from "../journeys/everyPage.ts";
import { ALL_THEMES } from "../setup/look.ts";

for (const language of languageCodes) if (language !== "en") everyPageIn(language, ALL_THEMES);
