/** Which pages of a region's desk a person may open: those that there are, by what their routes declare. */
import { type Actor, hasRole, isStaff } from "shared/accounts/rules.ts";
import { type DeskPath, deskPaths } from "shared/desk/rules.ts";
import type { Who } from "shared/endpoint.ts";
import type { App } from "../app.ts";

type DeskPage = readonly [path: DeskPath, who: Who];

const served = new WeakMap<App, readonly DeskPage[]>();

function pagesOf(app: App): readonly DeskPage[] {
  const known = served.get(app);
  if (known) return known;
  const pages = deskPaths.flatMap((path): DeskPage[] => {
    const url = `/:language/:region/desk/${path}`;
    const route = app.routes.find((one) => one.method === "GET" && one.url === url);
    return route?.config?.who ? [[path, route.config.who]] : [];
  });
  served.set(app, pages);
  return pages;
}

/** Empty for whoever is no staff of the region. */
export function deskOf(app: App, actor: Actor | null, region: string | null): readonly DeskPath[] {
  if (!actor || region === null || !isStaff(actor, region)) return [];
  return pagesOf(app)
    .filter(([, who]) => mayOpen(actor, who, region))
    .map(([path]) => path);
}

function mayOpen(actor: Actor, who: Who, region: string): boolean {
  if (who === "staff") return true;
  return who === "moderator" || who === "curator" || who === "admin" || who === "steward"
    ? hasRole(actor, who, region)
    : false;
}
