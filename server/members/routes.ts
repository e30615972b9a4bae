/** A CSO's members and invitations as data. */

import { found } from "shared/failure.ts";
import {
  changeMember,
  createInvitation,
  listInvitations,
  listMembers,
  removeMember,
  withdrawInvitation,
} from "shared/members/contract.ts";
import type { App } from "../app.ts";
import type { Visit } from "../serve.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { changeSeat, type Keeping, membersShown } from "./actions.ts";
import { invitationsShown, invite, withdraw } from "./invitations.ts";

export function memberRoutes(app: App): void {
  serve(app, listMembers, [], async (visit) => ({
    items: await membersShown(app, keepingOf(visit).organisation.id),
  }));
  serve(app, listInvitations, [], async (visit) => ({
    items: await invitationsShown(app, keepingOf(visit).organisation.id),
  }));
  serveAction(app, changeMember, async ({ params, body, ...visit }) => {
    const keeping = keepingOf(visit);
    const id = Number(params.person);
    await changeSeat(app, keeping, id, body.role);
    const members = await membersShown(app, keeping.organisation.id);
    return found(members.find(({ person }) => person.id === id));
  });
  serveAction(app, removeMember, async ({ params, ...visit }) => {
    await changeSeat(app, keepingOf(visit), Number(params.person), null);
    return null;
  });
  serveAction(app, createInvitation, async ({ body, reply, ...visit }) => {
    const invitation = await invite(app, keepingOf(visit), body);
    reply.code(201);
    return invitation;
  });
  serveAction(app, withdrawInvitation, async ({ params, ...visit }) => {
    await withdraw(app, keepingOf(visit), Number(params.invitation));
    return null;
  });
}

/** The framework has checked both: these addresses are for people who are signed in, of a CSO that is there. */
export function keepingOf({ actor, organisation }: Pick<Visit, "actor" | "organisation">): Keeping {
  return { actor: found(actor), organisation: found(organisation) };
}
