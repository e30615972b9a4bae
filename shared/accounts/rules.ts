/** Who a signed-in person is, and what roles and memberships allow. */

export const staffRoles = ["moderator", "curator", "admin", "steward"] as const;
export type StaffRole = (typeof staffRoles)[number];
export const memberRoles = ["owner", "editor", "poster"] as const;
export type MemberRole = (typeof memberRoles)[number];

export interface Role {
  role: StaffRole;
  /** Null: of the whole platform (stewards). */
  region: string | null;
}

export interface Membership {
  organisationId: number;
  role: MemberRole;
  region: string;
  slug: string;
  name: string;
  iso2: string;
  /** The CSO hides itself at present. */
  dark: boolean;
}

/** The person of a request. */
export interface Actor {
  id: number;
  handle: string;
  language: string;
  /** Those that are awake: staff roles sleep in a session without a second factor. */
  roles: readonly Role[];
  /** Roles given, but asleep in this session. */
  asleep: readonly Role[];
  memberships: readonly Membership[];
  /** Of CSOs, of an accepted personal application, of roles. */
  regions: readonly string[];
  sessionId: string;
  secondFactor: boolean;
  /** When password or passkey were last shown. */
  confirmedAt: Date;
}

/** An admin does in the own region what its moderators and curators do; a steward does it everywhere. */
const covers: Record<StaffRole, readonly StaffRole[]> = {
  moderator: ["moderator"],
  curator: ["curator"],
  admin: ["moderator", "curator", "admin"],
  steward: staffRoles,
};

/** Whether the person has this role, or one that covers it, in the region; null: for the whole platform. */
export function hasRole(
  actor: Pick<Actor, "roles"> | null,
  wanted: StaffRole,
  region: string | null,
): boolean {
  return (actor?.roles ?? []).some(
    ({ role, region: of }) =>
      covers[role].includes(wanted) && (role === "steward" || (region !== null && of === region)),
  );
}

/** Any staff role in the region, or one that covers it. */
export function isStaff(actor: Actor | null, region: string | null): boolean {
  return hasRole(actor, "moderator", region) || hasRole(actor, "curator", region);
}

interface OwnOrganisation {
  id: number;
  region: string;
}

export function membershipIn(actor: Actor | null, organisation: OwnOrganisation): MemberRole | null {
  return actor?.memberships.find(({ organisationId }) => organisationId === organisation.id)?.role ?? null;
}

/** Owners and editors: only they can say that the profile is true. */
export function keepsProfile(actor: Actor | null, organisation: OwnOrganisation): boolean {
  const role = membershipIn(actor, organisation);
  return role === "owner" || role === "editor";
}

/** Those who keep the profile; admins of its region and stewards may help. */
export function mayEdit(actor: Actor | null, organisation: OwnOrganisation): boolean {
  return keepsProfile(actor, organisation) || hasRole(actor, "admin", organisation.region);
}

/** Owners decide who is in; admins of its region and stewards may help. */
export function mayOwn(actor: Actor | null, organisation: OwnOrganisation): boolean {
  return membershipIn(actor, organisation) === "owner" || hasRole(actor, "admin", organisation.region);
}

/** Roles that sleep in a session without a second factor: all of them, since each sees or decides for others. */
export function needsSecondFactor(role: StaffRole): boolean {
  return staffRoles.includes(role);
}
