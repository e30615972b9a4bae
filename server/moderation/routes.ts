/** Moderation as data: flags, the queue, decisions, answers to appeals, the public log. */
import { found } from "shared/failure.ts";
import {
  answerAppeal,
  decidePost,
  flagPost,
  listDecisions,
  listWaiting,
} from "shared/moderation/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { answer, appealFor } from "./appeals.ts";
import { decide } from "./decisions.ts";
import { flag, flaggableById } from "./flags.ts";
import { loggedDecisions } from "./log.ts";
import { waitingItems } from "./queue.ts";

export function moderationRoutes(app: App): void {
  serveAction(app, flagPost, async ({ actor, params, body, reply }) => {
    const person = found(actor);
    const made = await flag(app, person, await flaggableById(app, person, Number(params.id)), body);
    reply.code(201);
    return made;
  });
  serve(app, listWaiting, [], ({ actor, params, query }) =>
    waitingItems(app, { actor, region: regionOf(app, params.region).slug, ...query }),
  );
  serveAction(app, decidePost, async ({ actor, params, body, reply }) => {
    const { slug: region } = regionOf(app, params.region);
    reply.code(201);
    const deciding = { actor: found(actor), region, postId: Number(params.post), body };
    return { decisions: await decide(app, deciding) };
  });
  serveAction(app, answerAppeal, async ({ actor, params, body }) => {
    const person = found(actor);
    const { slug } = regionOf(app, params.region);
    await answer(app, person, await appealFor(app, person, slug, Number(params.appeal)), body);
    return { outcome: body.outcome };
  });
  serve(app, listDecisions, ["moderation", "boards"], async ({ params, query }) => {
    const list = await loggedDecisions(app, { region: regionOf(app, params.region).slug, ...query });
    return { ...list, items: list.items.map(({ names: _names, ...decision }) => decision) };
  });
}
