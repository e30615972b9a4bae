/** The session as JSON: `/api/v1/session`. */
import { sessionById } from "db/accounts/sessions.ts";
import { closeSessionEndpoint, getSession, openSessionEndpoint } from "shared/accounts/contract.ts";
import { needsSecondFactor } from "shared/accounts/rules.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { closeSession, openSession } from "../plugins/session.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { deviceOf } from "./device.ts";
import { signIn } from "./signIn.ts";
import { fromOf } from "./turns.ts";

export function accountRoutes(app: App): void {
  serveAction(app, openSessionEndpoint, async ({ request, reply, body }) => {
    const { handle: name, password, code } = body;
    const { person, secondFactor } = await signIn(app, { name, password, code, from: fromOf(request) });
    const device = deviceOf(request.headers["user-agent"]);
    const id = await openSession(app, request, reply, {
      personId: person.id,
      secondFactor,
      keep: false,
      device,
    });
    const { handle, roles } = found(await sessionById(app.db, id));
    return {
      person: { handle, roles: roles.filter(({ role }) => secondFactor || !needsSecondFactor(role)) },
    };
  });
  serve(app, getSession, [], async ({ actor }) => {
    const { handle, roles } = found(actor);
    return { person: { handle, roles: [...roles] } };
  });
  serveAction(app, closeSessionEndpoint, async ({ request, reply }) => {
    await closeSession(app, request, reply);
    reply.header("clear-site-data", CLEAR);
    return null;
  });
}

/** What a device keeps of a session: pages in its cache, cookies, storage. */
export const CLEAR = '"cache", "cookies", "storage"';
