/** The feeds that a region reads, as pages: add, call otherwise, pause, ask now, remove. */

import { languageChoices } from "shared/corrections/values.ts";
import { Failure, found } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { Language } from "shared/i18n/languages.ts";
import { AddFeed, ChangeFeed, type InboxFeed, RemoveFeed } from "shared/inbox/contract.ts";
import { MAX_FEEDS, problemKey } from "shared/inbox/rules.ts";
import type { Region } from "shared/regions/contract.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { type Again, type FormVisit, Refused, serveRegionForm, serveRegionPost } from "../form.ts";
import { csrfToken } from "../plugins/session.ts";
import { addFeed, changeFeed, feedAt, feedsIn, pauseFeed, readNow, removeFeed } from "./actions.ts";
import { FeedProblem } from "./asking.ts";
import { idOf } from "./pages.ts";

type Visit = FormVisit<undefined, Region>;

const pathOf = (language: Language, region: Region) => `/${language}/${region.slug}/desk/feeds/sources`;
const placeOf = ({ region, params }: Visit) => ({ region: region.slug, id: idOf(params.feed) });

export function feedPages(app: App): void {
  listAndAdd(app);
  changeForm(app);
  removeForm(app);
  buttons(app);
}

function listAndAdd(app: App): void {
  serveRegionForm(app, {
    path: "/desk/feeds/sources",
    who: "curator",
    body: AddFeed,
    load: ({ region }) => feedsIn(app, region.slug),
    page: ({ t, region, language, actor }, feeds, form) => ({
      view: { page: "Feeds", props: { form, feeds, csrf: csrfToken(app, found(actor)) } },
      title: t("inbox.feedsTitle", { region: region.names[language] ?? region.slug }),
      description: t("inbox.feedsLead"),
    }),
    act: async ({ actor, region, language }, _feeds, { url }) => {
      await addFeed(app, found(actor), region.slug, url).catch(asRefused);
      return { to: pathOf(language, region), done: "feedAdded" };
    },
  });
}

function asRefused(error: unknown): never {
  if (error instanceof FeedProblem) throw new Refused({ url: problemKey(error.code) });
  if (error instanceof Failure && error.code === "conflict") throw new Refused({ url: "inbox.known" });
  // There is an end to it only where the person asked too often.
  if (error instanceof Failure && error.code === "too-many" && error.retryAfter !== null)
    throw new Refused({ url: "fetching.busy" });
  if (error instanceof Failure && error.code === "too-many")
    throw new Refused({ url: { key: "inbox.full", values: { count: MAX_FEEDS } } });
  throw error;
}

function changeForm(app: App): void {
  serveRegionForm(app, {
    path: "/desk/feeds/sources/:feed",
    who: "curator",
    body: ChangeFeed,
    load: (visit: Visit) => feedAt(app, placeOf(visit)),
    fill: (_visit, { title, language, version }) => ({ title, language, version }),
    page: ({ t, region }, feed, form) => ({
      view: { page: "FeedForm", props: { form, feed, languages: languageChoices(region.languages) } },
      title: t("inbox.changeTitle", { title: feed.title }),
      description: t("inbox.changeLead"),
    }),
    act: async (visit, feed, body, { entries }) => {
      try {
        await changeFeed(app, placeOf(visit), body);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== "stale") throw error;
        return againAfter(feed, entries);
      }
      return { to: pathOf(visit.language, visit.region), done: "feedChanged" };
    },
  });
}

/** What was typed stays; the page shows what it is called by now, for which the next sending is. */
function againAfter({ version }: InboxFeed, entries: Entries): Again {
  const typed = entries.filter(([name]) => name !== "version" && name !== "stale");
  return { again: [...typed, ["version", String(version)], ["stale", "yes"]] };
}

function removeForm(app: App): void {
  serveRegionForm(app, {
    path: "/desk/feeds/sources/:feed/remove",
    who: "curator",
    body: RemoveFeed,
    load: (visit: Visit) => feedAt(app, placeOf(visit)),
    page: ({ t }, feed, form) => ({
      view: { page: "FeedRemove", props: { form, feed } },
      title: t("inbox.removeTitle", { title: feed.title }),
      description: t("inbox.removeLead"),
    }),
    act: async (visit) => {
      await removeFeed(app, placeOf(visit));
      return { to: pathOf(visit.language, visit.region), done: "feedRemoved" };
    },
  });
}

function buttons(app: App): void {
  serveRegionPost(app, {
    path: "/desk/feeds/sources/:feed/pause",
    who: "curator",
    body: Type.Object({ paused: Type.Enum(["yes", "no"]) }),
    act: async (visit, { paused }) => {
      const feed = await pauseFeed(app, placeOf(visit), paused === "yes");
      const done = paused === "yes" ? "feedPaused" : doneOf(feed);
      return { to: pathOf(visit.language, visit.region), done };
    },
  });
  serveRegionPost(app, {
    path: "/desk/feeds/sources/:feed/read",
    who: "curator",
    body: Type.Object({}),
    act: async (visit) => {
      const feed = await readNow(app, placeOf(visit)).catch((error: unknown) => {
        if (error instanceof Failure && error.code === "conflict") return null;
        throw error;
      });
      return { to: pathOf(visit.language, visit.region), done: feed ? doneOf(feed) : "feedBusy" };
    },
  });
}

function doneOf({ problem }: InboxFeed): string {
  return problem === null ? "feedRead" : "feedFailed";
}
