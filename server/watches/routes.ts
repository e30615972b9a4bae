/** What one was told of, as data. */
import { found } from "shared/failure.ts";
import { DEFAULT_LIMIT } from "shared/page.ts";
import { countNotifications, listNotifications, readNotifications } from "shared/watches/contract.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { ownNotifications, read, unreadOf } from "./actions.ts";

export function watchRoutes(app: App): void {
  serve(app, listNotifications, [], ({ actor, query }) =>
    ownNotifications(app, found(actor), { after: query.after, limit: query.limit ?? DEFAULT_LIMIT }),
  );
  serve(app, countNotifications, [], async ({ actor }) => ({ unread: await unreadOf(app, found(actor).id) }));
  serveAction(app, readNotifications, async ({ actor, body }) => {
    const person = found(actor);
    await read(app, person, body.id ?? null);
    return { unread: await unreadOf(app, person.id) };
  });
}
