/** A CSO's members and invitations: the records, the forms' bodies, and the endpoints. */
import Type, { type Static } from "typebox";
import { memberRoles } from "../accounts/rules.ts";
import { endpoint } from "../endpoint.ts";
import { EmailAddress, RegionParam, Slug } from "../fields.ts";
import { languageCodes } from "../i18n/languages.ts";
import { MAX_MEMBERS } from "./rules.ts";

export const MemberRoleName = Type.Enum([...memberRoles]);
const Moment = Type.String({ description: "UTC, as 2026-11-22T09:30:00.000Z" });

export const Member = Type.Object({
  person: Type.Object({ id: Type.Integer(), handle: Type.String() }),
  role: MemberRoleName,
  since: Moment,
});
export type Member = Static<typeof Member>;

export const Invitation = Type.Object({
  id: Type.Integer(),
  email: Type.String(),
  role: MemberRoleName,
  language: Type.Enum([...languageCodes]),
  sentAt: Moment,
  expiresAt: Moment,
});
export type Invitation = Static<typeof Invitation>;

/** `none`: is no member any more. */
export const changeMemberBody = Type.Object({ role: Type.Enum([...memberRoles, "none"]) });
export const inviteBody = Type.Object({
  email: EmailAddress,
  role: MemberRoleName,
  language: Type.Enum([...languageCodes]),
});
export type InviteBody = Static<typeof inviteBody>;
export const invitationBody = Type.Object({ do: Type.Enum(["resend", "withdraw"]) });
/** One button; the field stands for its message. */
export const leaveBody = Type.Object({ leave: Type.Literal("yes") });
/** Who is owner next, and what the one who hands over is then. */
export const handOverBody = Type.Object({
  person: Type.Integer(),
  own: Type.Enum(["editor", "poster", "none"]),
});

const at = "/api/v1/regions/:region/organisations/:slug";
const ofCso = { region: RegionParam, slug: Slug };
const Id = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });
const failures = ["not-found", "forbidden"] as const;

export const listMembers = endpoint({
  id: "listMembers",
  method: "GET",
  path: `${at}/members`,
  summary: "Who keeps an organisation's profile",
  who: "editor",
  params: Type.Object(ofCso),
  reply: Type.Object({ items: Type.Array(Member, { maxItems: MAX_MEMBERS }) }),
  failures: ["not-found"],
});

export const changeMember = endpoint({
  id: "changeMember",
  method: "PATCH",
  path: `${at}/members/:person`,
  summary: "Gives a member another role",
  who: "owner",
  params: Type.Object({ ...ofCso, person: Id }),
  body: Type.Object({ role: MemberRoleName }),
  reply: Member,
  failures: [...failures, "last-owner"],
});

export const removeMember = endpoint({
  id: "removeMember",
  method: "DELETE",
  path: `${at}/members/:person`,
  summary: "Ends a membership",
  who: "owner",
  params: Type.Object({ ...ofCso, person: Id }),
  reply: Type.Null(),
  failures: [...failures, "last-owner"],
});

export const listInvitations = endpoint({
  id: "listInvitations",
  method: "GET",
  path: `${at}/invitations`,
  summary: "Invitations that may still be accepted",
  who: "owner",
  params: Type.Object(ofCso),
  reply: Type.Object({ items: Type.Array(Invitation) }),
  failures: ["not-found"],
});

export const createInvitation = endpoint({
  id: "createInvitation",
  method: "POST",
  path: `${at}/invitations`,
  summary: "Invites a colleague by mail",
  who: "owner",
  params: Type.Object(ofCso),
  body: inviteBody,
  reply: Invitation,
  failures: [...failures, "conflict", "too-many"],
});

export const withdrawInvitation = endpoint({
  id: "withdrawInvitation",
  method: "DELETE",
  path: `${at}/invitations/:invitation`,
  summary: "Withdraws an invitation",
  who: "owner",
  params: Type.Object({ ...ofCso, invitation: Id }),
  reply: Type.Null(),
  failures,
});
