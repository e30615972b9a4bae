/** Registrations as data: one's own, and all of an event for its curators. */
import { Failure, found } from "shared/failure.ts";
import {
  endRegistration,
  listRegistrations,
  type OwnRegistration,
  registerForEvent,
  removeRegistration,
} from "shared/registrations/contract.ts";
import { registrationState } from "shared/registrations/rules.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { listFor } from "./desk.ts";
import { end, ownRegistration, remove } from "./ending.ts";
import { eventIn, eventToRegisterFor } from "./event.ts";
import { register } from "./registering.ts";

export function registrationRoutes(app: App): void {
  serveAction(app, registerForEvent, async ({ params, body, actor, reply, now }) => {
    const event = await eventToRegisterFor(app, regionOf(app, params.region).slug, params.slug);
    const state = registrationState(event, now);
    if (state !== "open" && state !== "full")
      throw new Failure("conflict", { detail: "registration has closed" });
    const registered = await register(app, event, found(actor), body);
    if (registered === null) throw new Failure("conflict", { detail: "the account has no verified address" });
    reply.code(201);
    const { name, organisation, note } = registered;
    return { name, organisation, note, state: registered.state as OwnRegistration["state"] };
  });
  serveAction(app, endRegistration, async ({ params, actor }) => {
    const event = await eventIn(app, regionOf(app, params.region).slug, params.slug);
    await end(app, event, found(await ownRegistration(app, event, { actor })));
    return null;
  });
  serve(app, listRegistrations, [], async ({ params, actor }) => {
    const region = regionOf(app, params.region);
    const event = await eventIn(app, region.slug, params.slug);
    return listFor(app, { event, actor: found(actor), region });
  });
  serveAction(app, removeRegistration, async ({ params, actor }) => {
    const region = regionOf(app, params.region).slug;
    const event = await eventIn(app, region, params.slug);
    await remove(app, event, { id: Number(params.registration), actor: found(actor), region });
    return null;
  });
}
