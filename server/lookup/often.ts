/** How often one person may have other servers asked: counted by each node for itself, and forgotten within the hour. */
import { Failure } from "shared/failure.ts";
import { LOOKUPS_AN_HOUR } from "shared/lookup/rules.ts";
import type { App } from "../app.ts";

const HOUR_MS = 60 * 60_000;

interface Hour {
  /** In milliseconds. */
  end: number;
  count: number;
}

/** By person. */
const hours = new WeakMap<App, Map<number, Hour>>();

/** Throws `too-many` with the seconds until it may be asked again. */
export function countLookup(app: App, person: number): void {
  const now = app.now().getTime();
  const known = hours.get(app) ?? new Map<number, Hour>();
  hours.set(app, known);
  for (const [id, { end }] of known) if (end <= now) known.delete(id);
  const hour = known.get(person) ?? { end: now + HOUR_MS, count: 0 };
  if (hour.count >= LOOKUPS_AN_HOUR)
    throw new Failure("too-many", { retryAfter: Math.ceil((hour.end - now) / 1000) });
  known.set(person, { ...hour, count: hour.count + 1 });
}
