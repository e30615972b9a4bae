/** Loads what a region's home page shows. */
import { nextEventChange, nextEvents } from "db/events/queries.ts";
import { latestNews } from "db/news/queries.ts";
import { newestProfiles } from "db/regions/queries.ts";
import { keyResources } from "db/resources/queries.ts";
import type { MapView } from "shared/countries/contract.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { Translate } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import { nextDay } from "shared/time.ts";
import type { App } from "../app.ts";
import { regionOverview } from "../countries/overview.ts";
import { feedLinks } from "../feeds/links.ts";
import type { Loaded } from "../page.ts";
import { platformAsData } from "./linkedData.ts";

export interface HomeVisit {
  region: Region;
  language: Language;
  now: Date;
  t: Translate;
  map?: MapView | undefined;
}

/** The rooms that the page shows something of. */
export const homeRooms = ["countries", "organisations", "news", "events", "resources"] as const;

/** As many as fit beside the map in the first view's budget. */
const SHOWN = 4;

export async function regionHome(app: App, { region, language, now, t, map }: HomeVisit): Promise<Loaded> {
  const [overview, lists] = await Promise.all([
    regionOverview(app, { region: region.slug, language, ...(map ? { map } : {}) }),
    app.remember(`home ${region.slug} ${nextDay(now).getTime()}`, homeRooms, () =>
      homeLists(app, region, now),
    ),
  ]);
  const { changesAt, ...shown } = lists;
  return {
    view: { page: "RegionHome", props: { overview, ...shown } },
    title: region.names[language] ?? region.slug,
    description: t("regionHome.lead"),
    jsonLd: [platformAsData(region, app.origin(), language, t("frame.name"))],
    feeds: feedLinks(region, language, ["news", "reviews", "events"]),
    ...(changesAt && changesAt < nextDay(now) ? { validUntil: changesAt } : {}),
  };
}

async function homeLists(app: App, { slug }: Region, now: Date) {
  const db = app.db.queries;
  const [news, events, profiles, resources, changesAt] = await Promise.all([
    latestNews(db, slug, SHOWN),
    nextEvents(db, slug, now, SHOWN),
    newestProfiles(db, slug, SHOWN),
    keyResources(db, slug, SHOWN),
    nextEventChange(db, slug, now),
  ]);
  return { news, events, profiles, resources, changesAt };
}
