/** Drafts as data: what the browser keeps goes here too, so that it is there on another device. */
import { dropDraft, listDrafts, listDraftsAt, saveDraft } from "shared/drafts/contract.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { dropDraft as drop, keepDraft, ownDrafts } from "./actions.ts";

export function draftRoutes(app: App): void {
  serve(app, listDrafts, [], async ({ actor }) => listed(await ownDrafts(app, found(actor))));
  serve(app, listDraftsAt, [], async ({ actor, params }) =>
    listed(await ownDrafts(app, found(actor), params.place)),
  );
  // No kept page shows a draft, so nobody waits for the caches.
  const quick = { quick: true };
  serveAction(
    app,
    saveDraft,
    async ({ actor, params, body: { clientId, fields, version, queued = false } }) =>
      keepDraft(app, found(actor), { place: params.place, clientId, fields, version, queued }),
    quick,
  );
  serveAction(
    app,
    dropDraft,
    async ({ actor, params }) => {
      await drop(app, found(actor), params.place, params.clientId);
      return null;
    },
    quick,
  );
}

function listed<T>(items: T[]) {
  return { items, total: items.length, next: null };
}
