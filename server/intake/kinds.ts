/** The explicit list of what can be taken in from a file. */
import type { IntakeKind } from "shared/intake/rules.ts";
import { eventsKind } from "./events.ts";
import type { Kind } from "./kind.ts";
import { organisationsKind } from "./organisations.ts";
import { resourcesKind } from "./resources.ts";

export const kinds: Record<IntakeKind, Kind> = {
  organisations: organisationsKind,
  events: eventsKind,
  resources: resourcesKind,
};
