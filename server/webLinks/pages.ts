/** The desk's page of links that lead nowhere: all that wait, several at once, or one looked at closely. */
import { deadLinksIn, linkIn } from "db/webLinks/queries.ts";
import { Failure, found } from "shared/failure.ts";
import { paging } from "shared/page.ts";
import { linkDecisionBody } from "shared/webLinks/contract.ts";
import { decisionsFor, LINKS_PAGE } from "shared/webLinks/rules.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { decideLinks, reaches } from "./deciding.ts";

const linksQuery = Type.Object({
  /** One link alone, with all that can be said of it. */
  url: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Those of which something was said. */
  show: Type.Optional(Type.Enum(["decided"])),
  after: paging.after,
});

export function linkPages(app: App): void {
  serveRegionForm(app, {
    path: "/desk/links",
    who: "curator",
    query: linksQuery,
    body: linkDecisionBody,
    load: async ({ region, query, actor }) => {
      const { url, after } = query;
      if (url !== undefined) {
        const link = found(await linkIn(app.db.queries, region.slug, url));
        const [reach] = await reaches(app.db.queries, found(actor), [url]);
        return { link: { ...link, decisions: decisionsFor(link, found(reach)) }, list: null };
      }
      const decided = query.show === "decided";
      const page = { limit: LINKS_PAGE, after };
      return { link: null, list: await deadLinksIn(app.db.queries, { region: region.slug, decided }, page) };
    },
    fill: (_visit, { link }) =>
      link ? { url: [link.url], version: link.version, archivedUrl: link.archivedUrl } : {},
    page: ({ t, region, language, query }, { link, list }, form) => {
      const name = region.names[language] ?? region.slug;
      const description = t("webLinks.lead");
      if (link) {
        const props = { link, form, decisions: link.decisions };
        return { view: { page: "DeadLink", props }, title: t("webLinks.one"), description };
      }
      const props = { list: found(list), form, decided: query.show === "decided" };
      return {
        view: { page: "DeadLinks", props },
        title: t("webLinks.title", { region: name }),
        description,
      };
    },
    act: async ({ actor, region, language }, _data, body) => {
      if (!actor) throw new Failure("unauthenticated");
      await decideLinks(app, { actor, region: region.slug, body });
      return { to: `/${language}/${region.slug}/desk/links`, done: "linkDecided" };
    },
  });
}
