/** The inbox as data. */
import { Failure, found } from "shared/failure.ts";
import {
  addFeed,
  changeFeed,
  draftItem,
  listFeeds,
  listItems,
  pauseFeed,
  readFeedNow,
  removeFeed,
  sortItems,
} from "shared/inbox/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import {
  addFeed as add,
  changeFeed as change,
  draftOf,
  feedsIn,
  itemsIn,
  pauseFeed as pause,
  readNow,
  removeFeed as remove,
  sortItems as sort,
} from "./actions.ts";
import { FeedProblem } from "./asking.ts";

export function inboxRoutes(app: App): void {
  const place = (params: { region: string; feed: string }) => ({
    region: regionOf(app, params.region).slug,
    id: Number(params.feed),
  });
  serve(app, listFeeds, [], async ({ params }) => {
    const items = await feedsIn(app, regionOf(app, params.region).slug);
    return { items, total: items.length, next: null };
  });
  serveAction(app, addFeed, async ({ actor, params, body, reply }) => {
    const feed = await add(app, found(actor), regionOf(app, params.region).slug, body.url).catch(asFailure);
    reply.code(201);
    return feed;
  });
  serveAction(app, changeFeed, ({ params, body }) => change(app, place(params), body));
  serveAction(app, pauseFeed, ({ params, body }) => pause(app, place(params), body.paused));
  serveAction(app, readFeedNow, ({ params }) => readNow(app, place(params)));
  serveAction(app, removeFeed, async ({ params }) => {
    await remove(app, place(params));
    return null;
  });
  serve(app, listItems, [], ({ params, query }) => itemsIn(app, regionOf(app, params.region).slug, query));
  serveAction(app, sortItems, async ({ params, body }) => ({
    changed: await sort(app, regionOf(app, params.region).slug, body.items, body.state),
  }));
  serveAction(app, draftItem, async ({ actor, params }) => {
    const region = regionOf(app, params.region).slug;
    return { entryId: await draftOf(app, { actor: found(actor), region, id: Number(params.item) }) };
  });
}

function asFailure(error: unknown): never {
  if (!(error instanceof FeedProblem)) throw error;
  throw new Failure("not-fetched", { problems: [{ parameter: "url", message: error.code }] });
}
