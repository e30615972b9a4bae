/** The inbox as pages: what came by the feeds, and what curators do with it. */
import { found } from "shared/failure.ts";
import { inboxQuery, SortForm } from "shared/inbox/contract.ts";
import type { Region } from "shared/regions/contract.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { type FormVisit, serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { draftOf, feedsIn, itemsIn, sortItems } from "./actions.ts";

const { feed, state, after } = inboxQuery.properties;

export function inboxPages(app: App): void {
  serveRegionPage(app, {
    path: "/desk/feeds",
    who: "curator",
    rooms: [],
    query: Type.Object({ feed, state, after }),
    load: async ({ region, language, t, query, actor }) => {
      const [feeds, list] = await Promise.all([feedsIn(app, region.slug), itemsIn(app, region.slug, query)]);
      const props = { feeds, list, feed: query.feed ?? null, state: query.state ?? "new" };
      return {
        view: { page: "Inbox", props: { ...props, csrf: csrfToken(app, found(actor)) } },
        title: t("inbox.title", { region: region.names[language] ?? region.slug }),
        description: t("inbox.lead"),
        noIndex: true,
      };
    },
  });
  sortButtons(app);
  draftButton(app);
}

function sortButtons(app: App): void {
  serveRegionPost(app, {
    path: "/desk/feeds/sort",
    who: "curator",
    body: SortForm,
    act: async ({ region, language }, body) => {
      const chosen = body.only !== undefined ? [body.only] : (body.item ?? []);
      const ids = body.all === "yes" ? (body.shown ?? []) : chosen;
      const changed = ids.length === 0 ? 0 : await sortItems(app, region.slug, ids, body.state);
      const to = new URLSearchParams();
      if (body.feed !== undefined) to.set("feed", String(body.feed));
      if (body.state === "new") to.set("state", "dismissed");
      const done = body.state === "new" ? "feedItemsBack" : "feedItemsDismissed";
      return {
        to: `/${language}/${region.slug}/desk/feeds?${to}`,
        done: changed === 0 ? "feedItemsNone" : done,
      };
    },
  });
}

function draftButton(app: App): void {
  serveRegionPost(app, {
    path: "/desk/feeds/items/:item/draft",
    who: "curator",
    body: Type.Object({}),
    act: async ({ actor, region, language, params }: FormVisit<undefined, Region>) => {
      const id = idOf(params.item);
      const drafting = { actor: found(actor), region: region.slug, id, summaryLanguage: language };
      const entry = await draftOf(app, drafting);
      return { to: `/${language}/${region.slug}/desk/news/drafts/${entry}`, done: "feedItemDrafted" };
    },
  });
}

/** A number of the address; what is none is 0, under which there is nothing. */
export function idOf(part: string | undefined): number {
  return part !== undefined && /^[1-9][0-9]{0,14}$/.test(part) ? Number(part) : 0;
}
