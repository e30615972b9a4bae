/** The directory and the profiles as pages. */
import { addresseeAt } from "db/contact/queries.ts";
import { ownOrganisation } from "db/organisations/own.ts";
import { newsAbout, organisationsNear } from "db/organisations/queries.ts";
import { mayEdit } from "shared/accounts/rules.ts";
import { organisationQuery } from "shared/organisations/contract.ts";
import { countryName } from "shared/regions/names.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import {
  directoryFacets,
  directoryOf,
  organisationAt,
  organisationRooms,
  specializationsOf,
} from "./actions.ts";
import { editPages } from "./edit.ts";
import { historyPages } from "./history.ts";
import { organisationAsData } from "./linkedData.ts";

/** Enough to go on from; the directory has the rest. */
const NEAR = 6;
const MENTIONS = 5;

export function organisationPages(app: App): void {
  directoryPage(app);
  profilePage(app);
  editPages(app);
  historyPages(app);
}

function directoryPage(app: App): void {
  serveRegionPage(app, {
    path: "/organisations",
    rooms: organisationRooms,
    query: organisationQuery,
    load: async ({ region, language, t, query }) => {
      const { list, asked, ...search } = await directoryOf(app, region.slug, query);
      const [facets, specializations] = await Promise.all([
        directoryFacets(app, asked),
        specializationsOf(app),
      ]);
      return {
        view: { page: "Directory", props: { list, facets, specializations, query, ...search } },
        title: t("organisations.title", { region: region.names[language] ?? region.slug }),
        description: t("organisations.lead"),
        noIndex: query.q !== undefined,
      };
    },
  });
}

function profilePage(app: App): void {
  serveRegionPage(app, {
    path: "/organisations/:slug",
    rooms: [...organisationRooms, "news", "countries", LINK_ROOM],
    personal: true,
    load: async ({ region, language, params, actor }) => {
      const organisation = await organisationAt(app, {
        region: region.slug,
        actor,
        slug: params.slug ?? "",
        path: (at, slug) => `/${language}/${at}/organisations/${slug}`,
      });
      const [near, news, specializations, addressee] = await Promise.all([
        organisationsNear(app.db.queries, organisation, NEAR),
        newsAbout(app.db.queries, organisation, MENTIONS),
        specializationsOf(app),
        addresseeAt(app.db.queries, organisation.region, organisation.slug),
      ]);
      const canWrite = (addressee?.recipients.length ?? 0) > 0;
      const address = `${app.origin()}/${language}/${region.slug}/organisations/${organisation.slug}`;
      return {
        view: {
          page: "Profile",
          props: {
            organisation,
            near,
            news,
            specializations,
            canWrite,
            own: mayEdit(actor, organisation) ? { isDark: await isDark(app, organisation) } : null,
          },
        },
        title: `${organisation.name} (${countryName(organisation.iso2, language)})`,
        description: organisation.summary,
        jsonLd: [organisationAsData(organisation, address, language)],
      };
    },
  });
}

async function isDark(app: App, { region, slug }: { region: string; slug: string }): Promise<boolean> {
  return (await ownOrganisation(app.db.queries, region, slug))?.dark ?? false;
}
