/** Whoever is registered hears of what becomes of the event. */
import { forgetReminders, lockPlaces, registeredFor } from "db/registrations/changes.ts";
import type { Transaction } from "db/transaction.ts";
import type { Event } from "shared/events/contract.ts";
import { isOver } from "shared/events/days.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import { letterOf } from "./letters.ts";
import { placesOf } from "./places.ts";

/** Before an event goes, and its registrations with it: everybody who was coming, or waiting, is told. */
export async function tellOfCancellation(app: App, tx: Transaction, event: Event): Promise<void> {
  if (isOver(event, app.now())) return;
  await lockPlaces(tx, event.id, app.now());
  for (const registered of await registeredFor(tx, event.id))
    await sendLetter(app, tx, letterOf(app, event, registered, "cancelled"));
}

/** After an event was changed: new places go to who waits, and who is registered hears of another date or place. */
export async function tellOfChange(
  app: App,
  tx: Transaction,
  { event, isElsewhere }: { event: Event; isElsewhere: boolean },
): Promise<void> {
  if (isOver(event, app.now())) return;
  await placesOf(app, tx, event);
  if (!isElsewhere) return;
  await forgetReminders(tx, event.id);
  for (const registered of await registeredFor(tx, event.id))
    await sendLetter(app, tx, letterOf(app, event, registered, "changed"));
}
