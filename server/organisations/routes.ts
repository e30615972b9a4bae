/** The directory as data. */
import { ownProfile } from "db/organisations/profile.ts";
import { Failure, found } from "shared/failure.ts";
import {
  changeProfile,
  getOrganisation,
  getOwnProfile,
  listOrganisations,
} from "shared/organisations/contract.ts";
import { activityId, flatten } from "shared/organisations/flat.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { directoryOf, organisationAt, organisationRooms } from "./actions.ts";
import { inSamePlace, placed, profileProblems } from "./checks.ts";
import { editProfile } from "./profile.ts";
import { noteRead } from "./reading.ts";

export function organisationRoutes(app: App): void {
  serve(app, listOrganisations, organisationRooms, async ({ params, query }) => {
    const { list } = await directoryOf(app, regionOf(app, params.region).slug, query);
    return list;
  });
  serve(app, getOrganisation, organisationRooms, async ({ params, actor }) =>
    organisationAt(app, {
      region: regionOf(app, params.region).slug,
      actor,
      slug: params.slug,
      path: (region, slug) => `/api/v1/regions/${region}/organisations/${slug}`,
    }),
  );
  profileRoutes(app);
}

/** What those who keep a profile read and change of it as data. */
function profileRoutes(app: App): void {
  serve(app, getOwnProfile, organisationRooms, async ({ organisation, actor }) => {
    const own = found(organisation);
    await noteRead(app, actor, own);
    return found(await ownProfile(app.db.queries, own.id));
  });
  serveAction(app, changeProfile, async ({ organisation, actor, body }) => {
    const own = found(organisation);
    const { version, ...changes } = body;
    const problems = Object.entries(await profileProblems(app, own.region, changes));
    if (problems.length > 0) throw invalid(problems);
    const settled = await placed(app, own.iso2, changes);
    const outcome = await editProfile(app, {
      organisation: own,
      actor: found(actor),
      version,
      yours: (base, now) => {
        const yours = flatten(settled, base);
        const foreign = Object.keys(yours).filter(
          (key) => activityId(key) !== null && !(key in base) && !(key in now),
        );
        if (foreign.length > 0) throw invalid([["activities", "is not an activity of this organisation"]]);
        return inSamePlace(yours, base);
      },
      isWhole: false,
    });
    if (outcome.conflicts.length === 0) return outcome.profile;
    throw new Failure("stale", {
      problems: outcome.conflicts.map(({ field }) => ({
        parameter: field,
        message: "was changed meanwhile",
      })),
    });
  });
}

function invalid(problems: readonly (readonly [string, string])[]): Failure {
  return new Failure("invalid", {
    problems: problems.map(([parameter, message]) => ({ parameter, message })),
  });
}
