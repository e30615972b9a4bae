/** The admins' desk: the queue, and one application with its decision; as pages and as data. */
import { Decide, decideApplication, listApplications } from "shared/applications/contract.ts";
import { canBeDecided, needsWords } from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import { DEFAULT_LIMIT, paging } from "shared/page.ts";
import type { Region } from "shared/regions/contract.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { takersOf } from "../desk/queue.ts";
import { type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { specializationsOf } from "../organisations/actions.ts";
import { regionOf, serveRegionPage } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { decideOn } from "./decisions.ts";
import { applicationRooms, inQueue, lately, mayUndo, queue, shown } from "./queue.ts";

export function applicationDesk(app: App): void {
  queuePage(app);
  decisionPage(app);
  serve(app, listApplications, applicationRooms, ({ params, query }) =>
    queue(app, regionOf(app, params.region).slug, {
      limit: query.limit ?? DEFAULT_LIMIT,
      after: query.after,
    }),
  );
  serveAction(app, decideApplication, async ({ actor, params, body }) => {
    if (!actor) throw new Failure("unauthenticated");
    const region = regionOf(app, params.region).slug;
    const id = Number(params.id);
    await decideOn(app, actor, await inQueue(app, region, id), body);
    return shown(app, await inQueue(app, region, id));
  });
}

function queuePage(app: App): void {
  serveRegionPage(app, {
    path: "/desk/applications",
    who: "admin",
    rooms: applicationRooms,
    query: Type.Object({ after: paging.after }),
    load: async ({ region, language, t, query, now }) => {
      const [list, accepted, takers] = await Promise.all([
        queue(app, region.slug, { limit: DEFAULT_LIMIT, after: query.after }),
        lately(app, region.slug),
        takersOf(app, region.slug, ["application", "claim"]),
      ]);
      return {
        view: {
          page: "Queue",
          props: { region: region.slug, list, lately: accepted, now: now.toISOString(), takers },
        },
        title: t("applications.desk.title", { region: region.names[language] ?? region.slug }),
        description: t("applications.nav"),
        noIndex: true,
      };
    },
  });
}

function decisionPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/applications/:id",
    who: "admin",
    body: Decide,
    load: async ({ region, params }: FormVisit<undefined, Region>) => {
      const stored = await inQueue(app, region.slug, Number(params.id));
      const [application, specializations] = await Promise.all([shown(app, stored), specializationsOf(app)]);
      return { stored, application, specializations };
    },
    page: ({ region, now }, { stored, application, specializations }, form) => ({
      view: {
        page: "Decision",
        props: {
          form,
          region: region.slug,
          application,
          specializations,
          mayDecide: canBeDecided(stored.status),
          mayUndo: mayUndo(app, stored),
          now: now.toISOString(),
        },
      },
      title: application.organisation?.name ?? application.name ?? String(application.id),
      description: application.kind,
    }),
    act: async ({ actor, language, region }, { stored }, body) => {
      if (!actor) throw new Failure("unauthenticated");
      if (needsWords(body.decision) && body.words === undefined)
        throw new Refused({ words: "applications.decide.needsWords" });
      await decideOn(app, actor, stored, body).catch((error: unknown) => {
        if (error instanceof Failure && error.code === "stale")
          throw new Refused({ words: "applications.decide.stale" });
        throw error;
      });
      return { to: `/${language}/${region.slug}/desk/applications`, done: "decided" };
    },
  });
}
