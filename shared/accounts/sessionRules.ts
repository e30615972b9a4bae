/** How long sessions live. */
import { type Role, staffRoles } from "./rules.ts";

/** A signed cookie is believed for so long without being renewed. */
export const ACCESS_SECONDS = 600;
/** A renewed token is honoured for so long: two tabs, a reply lost on a bad network. */
export const GRACE_MS = 60_000;
/** Where the person asked to stay signed in on the device. */
export const KEEP_SECONDS = 30 * 24 * 3600;
/** "Last active" is written once in so long. */
export const TOUCH_MS = 60_000;

const MEMBER_IDLE_MS = KEEP_SECONDS * 1000;
/** Who may see what others confided is signed out sooner, on a device left alone. */
const STAFF_IDLE_MS = 30 * 60_000;

export function maxIdleMs(roles: readonly Role[]): number {
  return roles.some(({ role }) => staffRoles.includes(role)) ? STAFF_IDLE_MS : MEMBER_IDLE_MS;
}
