/** The addresses by which a browser makes a passkey, and signs in with it. */
import type { FastifyRequest } from "fastify";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { addPasskey, askForPasskey, askToAddPasskey, signInWithPasskey } from "shared/passkeys/contract.ts";
import { deviceOf } from "../accounts/device.ts";
import type { App } from "../app.ts";
import { openSession } from "../plugins/session.ts";
import { serveAction } from "../write.ts";
import { add, askToAdd } from "./making.ts";
import { type RelyingParty, relyingParty } from "./relyingParty.ts";
import { askForAny, recognise } from "./signingIn.ts";

export function passkeyRoutes(app: App): void {
  const partyOf = (request: FastifyRequest): RelyingParty => {
    const party = relyingParty(app, request);
    if (!party) throw new Failure("conflict");
    return party;
  };
  serveAction(app, askToAddPasskey, ({ request, actor, body }) =>
    askToAdd(app, signedIn(actor), partyOf(request), body.password),
  );
  serveAction(app, addPasskey, async ({ request, reply, actor, body }) => {
    const id = await add(app, signedIn(actor), partyOf(request), body);
    reply.code(201);
    return { id };
  });
  serveAction(app, askForPasskey, ({ request }) => askForAny(app, partyOf(request)));
  serveAction(app, signInWithPasskey, async ({ request, reply, body }) => {
    const { personId, language } = await recognise(app, partyOf(request), body);
    const device = deviceOf(request.headers["user-agent"]);
    await openSession(app, request, reply, {
      personId,
      secondFactor: true,
      keep: body.keep ?? false,
      device,
    });
    return { language };
  });
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Failure("unauthenticated");
  return actor;
}
