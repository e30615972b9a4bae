/** The search page of a region. Searches are nobody's page to index, and are not kept. */
import { searchPageQuery } from "shared/search/contract.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { type SearchAsked, searchFor, searchRooms } from "./actions.ts";

export function searchPages(app: App): void {
  serveRegionPage(app, {
    path: "/search",
    rooms: searchRooms,
    query: searchPageQuery,
    personal: true,
    load: async ({ region, language, t, query, actor }) => {
      const asked: SearchAsked = { ...query, language, actor };
      const reply = await searchFor(app, { ...asked, region: region.slug });
      const found = reply.groups.length > 0 && reply.allWords;
      const elsewhere = query.q === undefined || found ? [] : await otherRegions(app, asked, region.slug);
      return {
        view: { page: "Search", props: { query, reply, elsewhere } },
        title: t("search.title", { region: region.names[language] ?? region.slug }),
        description: t("search.lead"),
        noIndex: query.q !== undefined,
      };
    },
  });
}

/** Regions that have what this one has not: a person may stand at the wrong door. */
async function otherRegions(app: App, asked: SearchAsked, here: string): Promise<string[]> {
  const others = app.regions().filter(({ slug }) => slug !== here);
  const replies = await Promise.all(
    others.map(async ({ slug }) => ({
      slug,
      reply: await searchFor(app, { ...asked, region: slug, after: undefined }),
    })),
  );
  return replies.filter(({ reply }) => reply.allWords && reply.groups.length > 0).map(({ slug }) => slug);
}
