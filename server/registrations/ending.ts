/** A registration ends: by its person or by a curator. Its place goes to who waits longest. */
import { recordAudit } from "db/audit/changes.ts";
import { deleteRegistration, lockPlaces } from "db/registrations/changes.ts";
import { addressOf, type Registered, registrationByKey, registrationOf } from "db/registrations/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Event } from "shared/events/contract.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import { letterOf } from "./letters.ts";
import { placesOf } from "./places.ts";

/** Whose letter it is, or else who is signed in: their confirmed registration for this event, or null. */
export async function ownRegistration(
  app: App,
  event: Pick<Event, "id">,
  { key, actor }: { key?: string | undefined; actor: Actor | null },
): Promise<Registered | null> {
  const found = key === undefined ? await ofActor(app, event, actor) : await byKey(app, key);
  return found?.eventId === event.id && found.state !== "unconfirmed" ? found : null;
}

function byKey(app: App, key: string): Promise<Registered | null> {
  return registrationByKey(app.db.queries, app.secrets.hashOf(key));
}

async function ofActor(app: App, { id }: Pick<Event, "id">, actor: Actor | null): Promise<Registered | null> {
  const own = actor && (await addressOf(app.db.queries, actor.id));
  return own && registrationOf(app.db.queries, id, { email: own.email, personId: actor.id });
}

export function end(app: App, event: Event, { id }: Pick<Registered, "id">): Promise<void> {
  return transaction(app.db, async (tx) => {
    await lockPlaces(tx, event.id, app.now());
    await deleteRegistration(tx, event.id, id);
    await placesOf(app, tx, event);
  });
}

/** By a curator: its person is told. Throws `not-found` where it is none of this event's. */
export function remove(
  app: App,
  event: Event,
  { id, actor, region }: { id: number; actor: Actor; region: string },
): Promise<void> {
  return transaction(app.db, async (tx) => {
    await lockPlaces(tx, event.id, app.now());
    const removed = await deleteRegistration(tx, event.id, id);
    if (removed === null || removed.state === "unconfirmed") throw new Failure("not-found");
    await sendLetter(app, tx, letterOf(app, event, removed, "removed"));
    await placesOf(app, tx, event);
    const target = `event:${event.id}`;
    await recordAudit(tx, app.secrets, { actor: actor.id, action: "registration.removed", target, region });
  });
}
