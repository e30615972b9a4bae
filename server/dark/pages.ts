/** The page on which a CSO goes dark, and comes back; and the same as data. */
import { darkBody, setDark } from "shared/dark/contract.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { noteRead } from "../organisations/reading.ts";
import { serveAction } from "../write.ts";
import { changeDark } from "./actions.ts";

export function darkPages(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/dark",
    who: "editor",
    body: darkBody,
    load: async ({ organisation }) => found(organisation),
    page: async ({ actor, region, t }, organisation, form) => {
      if (organisation.dark) await noteRead(app, actor, organisation);
      const { name, slug, dark } = organisation;
      return {
        view: { page: "GoDark", props: { name, path: `${region.slug}/organisations/${slug}`, dark, form } },
        title: t(dark ? "dark.titleBack" : "dark.title", { name }),
        description: t("dark.lead"),
      };
    },
    act: async ({ actor, region, language }, organisation, { wanted }) => {
      if (!actor) throw new Failure("unauthenticated");
      const dark = wanted === "dark";
      await changeDark(app, { actor, organisation, dark });
      const to = `/${language}/${region.slug}/organisations/${organisation.slug}/dark`;
      return { to, done: dark ? "wentDark" : "cameBack" };
    },
  });
  serveAction(app, setDark, async ({ actor, organisation, body: { dark } }) => {
    if (!actor) throw new Failure("unauthenticated");
    await changeDark(app, { actor, organisation: found(organisation), dark });
    return { dark };
  });
}
