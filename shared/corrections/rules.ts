/** Limits of corrections, and as what somebody answers one. */
import { type Actor, hasRole, membershipIn } from "../accounts/rules.ts";

/** An address, or the name of a paper with its place and day. */
export const MAX_SOURCE = 1000;
/** Enough to explain, short enough to be read in a queue. */
export const MAX_NOTE = 2000;
/** As it stands in a line of a history. */
export const MAX_CREDIT = 80;
/** As many as a curator looks through at once. */
export const QUEUE_PAGE = 20;

/** The role that stands in the history: a curator, or who covers one. */
export function actsAs(
  actor: Actor,
  region: string,
  organisation: { id: number; region: string } | null,
): "member" | "curator" | "admin" | "steward" {
  if (organisation && membershipIn(actor, organisation) !== null) return "member";
  if (actor.roles.some(({ role, region: of }) => role === "curator" && of === region)) return "curator";
  return hasRole(actor, "steward", null) ? "steward" : "admin";
}
