/** What a link to a new account brings with it. */
import Type, { type Static } from "typebox";
import { memberRoles, staffRoles } from "./rules.ts";

/** The data of a link: granted once, when its person creates an account or adds it to the one they have. */
export const Gives = Type.Object({
  roles: Type.Optional(
    Type.Array(
      Type.Object({
        role: Type.Enum([...staffRoles]),
        region: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  ),
  memberships: Type.Optional(
    Type.Array(Type.Object({ organisationId: Type.Integer(), role: Type.Enum([...memberRoles]) })),
  ),
  /** Of an accepted personal application. */
  regions: Type.Optional(Type.Array(Type.String())),
  /** The invitation that is accepted with it; one that was withdrawn gives nothing. */
  invitationId: Type.Optional(Type.Integer()),
  /** Who decided it. */
  grantedBy: Type.Optional(Type.Integer()),
});
export type Gives = Static<typeof Gives>;
