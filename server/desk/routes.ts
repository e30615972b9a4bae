/** The desk as data: what waits, taking it on, giving it back. */
import { giveBack, listDesk, takeOn } from "shared/desk/contract.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { give, presentItem, queueFor, take } from "./queue.ts";

export function deskRoutes(app: App): void {
  serve(app, listDesk, [], async ({ actor, params, query }) => {
    const at = { actor: found(actor), region: regionOf(app, params.region).slug };
    const queue = await queueFor(app, at, query);
    return { ...queue, items: queue.items.map((item) => presentItem(item, at)) };
  });
  serveAction(app, takeOn, async ({ actor, params, body, reply }) => {
    const at = { actor: found(actor), region: regionOf(app, params.region).slug };
    const taken = await take(app, at, body.items, body.over ?? false);
    if (taken.length === 0) throw new Failure("conflict");
    reply.code(201);
    return { taken };
  });
  serveAction(app, giveBack, async ({ actor, params }) => {
    const at = { actor: found(actor), region: regionOf(app, params.region).slug };
    if ((await give(app, at, [params])) === 0) throw new Failure("not-found");
    return null;
  });
}
