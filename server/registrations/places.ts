/** Places of an event: whoever changes them holds the event's lock, and who waits longest moves up first. */
import { lockPlaces, moveUpNext, type Places } from "db/registrations/changes.ts";
import type { Registered } from "db/registrations/queries.ts";
import type { Transaction } from "db/transaction.ts";
import type { Event } from "shared/events/contract.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import { letterOf } from "./letters.ts";

export function hasPlace({ capacity, taken }: Pick<Places, "capacity" | "taken">): boolean {
  return capacity === null || taken < capacity;
}

/** Takes the lock. What is free goes first to those who wait; gives what is left. */
export async function placesOf(app: App, tx: Transaction, event: Event): Promise<Places> {
  const places = await lockPlaces(tx, event.id, app.now());
  if (places === null) throw new Failure("not-found");
  const moved = await moveUp(app, tx, event, places);
  return { ...places, taken: places.taken + moved.length };
}

async function moveUp(app: App, tx: Transaction, event: Event, places: Places): Promise<Registered[]> {
  if (places.begun || !hasPlace(places)) return [];
  const free = places.capacity === null ? null : places.capacity - places.taken;
  const moved = await moveUpNext(tx, event.id, free);
  for (const registered of moved) await sendLetter(app, tx, letterOf(app, event, registered, "movedUp"));
  return moved;
}
