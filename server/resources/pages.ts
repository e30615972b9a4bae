/** The resources page, and the guides that stand on pages of their own. */
import { resourceQuery } from "shared/resources/contract.ts";
import { FollowUpTemplate, ParticipationGuide } from "shared/resources/guides.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import { guide, resourceFacetsIn, resourceRooms, resourcesIn } from "./actions.ts";
import { resourceTextPage } from "./textPage.ts";

export function resourcePages(app: App): void {
  resourceList(app);
  resourceTextPage(app);
  serveRegionPage(app, {
    path: "/resources/participation-guide",
    rooms: resourceRooms,
    load: async ({ t }) => ({
      view: {
        page: "Participation",
        props: { guide: await guide(app, "participation-guide", ParticipationGuide) },
      },
      title: t("guides.participation.title"),
      description: t("guides.participation.lead"),
    }),
  });
  serveRegionPage(app, {
    path: "/resources/follow-up-template",
    rooms: resourceRooms,
    load: async ({ t }) => ({
      view: {
        page: "FollowUp",
        props: { template: await guide(app, "follow-up-template", FollowUpTemplate) },
      },
      title: t("guides.followUp.title"),
      description: t("guides.followUp.lead"),
    }),
  });
}

function resourceList(app: App): void {
  serveRegionPage(app, {
    path: "/resources",
    rooms: [...resourceRooms, LINK_ROOM],
    query: resourceQuery,
    load: async ({ region, language, t, query }) => {
      const [list, facets] = await Promise.all([
        resourcesIn(app, region.slug, query),
        resourceFacetsIn(app, region.slug, query),
      ]);
      return {
        view: { page: "Resources", props: { list, facets, query } },
        title: t("resources.title", { region: region.names[language] ?? region.slug }),
        description: t("resources.lead"),
      };
    },
  });
}
