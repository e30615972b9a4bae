/** Whose desk a file is taken in at, and which regions' records it may be about. */
import { type Actor, hasRole } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import type { Curator } from "./looking.ts";

export function curatorOf(app: App, actor: Actor | null, region: Region): Curator {
  if (!actor) throw new Failure("unauthenticated");
  const regions = app.regions().map(({ slug }) => slug);
  return {
    region: region.slug,
    personId: actor.id,
    ownRegions: regions.filter((slug) => hasRole(actor, "curator", slug)),
  };
}
