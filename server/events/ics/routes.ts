/** A calendar file as data: each event's fate, and, where it is asked for, drafts of what is new. */
import { importCalendar } from "shared/events/calendarContract.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../../app.ts";
import { regionOf } from "../../page.ts";
import { serveAction } from "../../write.ts";
import { judge, keepDrafts } from "./importing.ts";
import { IcsFileError } from "./reading.ts";

export function calendarRoutes(app: App): void {
  serveAction(app, importCalendar, async ({ params, body, actor }) => {
    const region = regionOf(app, params.region).slug;
    const bytes = Buffer.from(body.calendar);
    const all = await judge(app, { region, language: found(actor).language, bytes }).catch(refuse);
    if (!body.take) return { items: all.map(({ line }) => line) };
    const events = all.flatMap(({ event }) => event ?? []);
    const ids = await keepDrafts(app, { region, actor: found(actor), events });
    return { items: all.map(({ line, event }) => (event ? { ...line, entry: ids.shift() ?? null } : line)) };
  });
}

function refuse(error: unknown): never {
  if (!(error instanceof IcsFileError)) throw error;
  throw new Failure("invalid", { problems: [{ parameter: "calendar", message: error.problem }] });
}
