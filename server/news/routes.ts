/** News as data. */
import { getArticle, listNews } from "shared/news/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { articleAt, newsIn, newsRooms } from "./actions.ts";

export function newsRoutes(app: App): void {
  serve(app, listNews, newsRooms, ({ params, query }) =>
    newsIn(app, regionOf(app, params.region).slug, query),
  );
  serve(app, getArticle, newsRooms, ({ params }) => {
    const region = regionOf(app, params.region).slug;
    return articleAt(app, {
      region,
      slug: params.slug,
      path: (at, slug) => `/api/v1/regions/${at}/news/${slug}`,
    });
  });
}
