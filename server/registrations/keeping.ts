/** What time brings: reminders, places that became free by themselves, and the end of what is kept no longer. */
import { eventById } from "db/events/queries.ts";
import { dropOutdated, takeReminders } from "db/registrations/changes.ts";
import { eventsWithFreePlaces, hasOutdated } from "db/registrations/queries.ts";
import { transaction } from "db/transaction.ts";
import {
  CONFIRM_HOURS,
  KEEP_DAYS,
  KEEP_UNDATED_DAYS,
  KEEPING_CRON,
  REMINDER_DAYS,
  ROWS_AT_ONCE,
} from "shared/registrations/rules.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import { letterOf } from "./letters.ts";
import { placesOf } from "./places.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is due is found in the database, so that a stop or a lost job loses nothing. */
export function registrationKeeping(app: App): void {
  app.jobs.declare({
    name: "registrations",
    queue: { retryLimit: 3, retryDelay: 600, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
    cron: KEEPING_CRON,
    handle: async (jobs) => {
      await keepRegistrations(app);
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
}

export async function keepRegistrations(app: App): Promise<void> {
  await removeOutdated(app);
  await fillPlaces(app);
  while ((await remindSome(app)) > 0);
}

async function removeOutdated(app: App): Promise<void> {
  const now = app.now().getTime();
  const at = {
    unconfirmed: new Date(now - CONFIRM_HOURS * HOUR_MS),
    lastDay: dayOf(new Date(now - KEEP_DAYS * DAY_MS)),
    undated: new Date(now - KEEP_UNDATED_DAYS * DAY_MS),
  };
  if (await hasOutdated(app.db.queries, at)) await transaction(app.db, (tx) => dropOutdated(tx, at));
}

/** Somebody erased their account, or an import changed what fits in. */
async function fillPlaces(app: App): Promise<void> {
  for (const id of await eventsWithFreePlaces(app.db.queries, app.now(), ROWS_AT_ONCE)) {
    const event = await eventById(app.db.queries, id);
    if (event) await transaction(app.db, (tx) => placesOf(app, tx, event));
  }
}

/** In one transaction with their letters: cut short, it goes on where it ended, and nobody is reminded twice. */
function remindSome(app: App): Promise<number> {
  const due = { now: app.now(), days: REMINDER_DAYS, limit: ROWS_AT_ONCE };
  return transaction(app.db, async (tx) => {
    const taken = await takeReminders(tx, due);
    for (const registered of taken.filter(({ isTold }) => isTold)) {
      const event = await eventById(tx, registered.eventId);
      if (event) await sendLetter(app, tx, letterOf(app, event, registered, "reminder"));
    }
    return taken.length;
  });
}
