/** Who may give which staff role to whom, and why one steward always stays. */
import { type Actor, hasRole, type Role, type StaffRole, staffRoles } from "../accounts/rules.ts";

export const regionRoles = ["moderator", "curator", "admin"] as const;
export type RegionRole = (typeof regionRoles)[number];

/** Admins find their moderators and curators; who is admin or steward is decided for the platform as a whole. */
export function rolesToGive(actor: Actor | null, region: string | null): readonly StaffRole[] {
  if (hasRole(actor, "steward", null)) return region === null ? staffRoles : regionRoles;
  return region !== null && hasRole(actor, "admin", region) ? ["moderator", "curator"] : [];
}

export function mayGive(actor: Actor | null, { role, region }: Role): boolean {
  const isPlaced = (role === "steward") === (region === null);
  return isPlaced && rolesToGive(actor, region).includes(role);
}

/** Without a steward nobody could give one the role again but by command. */
export function leavesNoSteward(stewards: readonly number[], personId: number): boolean {
  return stewards.length === 1 && stewards[0] === personId;
}
