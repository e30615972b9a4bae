/** Staff roles: the people of a region with theirs, the forms' bodies, and the endpoints. */
import Type, { type Static } from "typebox";
import { memberRoles, staffRoles } from "../accounts/rules.ts";
import { endpoint } from "../endpoint.ts";
import { orNull, RegionParam, Slug } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { regionRoles } from "./rules.ts";

export const RoleRecord = Type.Object({ role: Type.Enum([...staffRoles]), region: orNull(Slug) });

export const PersonOfRegion = Type.Object({
  id: Type.Integer(),
  handle: Type.String(),
  /** Without a second factor staff roles sleep. */
  secondFactor: Type.Boolean(),
  roles: Type.Array(RoleRecord),
  memberships: Type.Array(
    Type.Object({ slug: Slug, region: Slug, name: Type.String(), role: Type.Enum([...memberRoles]) }),
  ),
});
export type PersonOfRegion = Static<typeof PersonOfRegion>;

/** Finds a person to whom a role may be given. */
export const peopleQuery = Type.Object({
  handle: Type.Optional(Type.String({ maxLength: 60 })),
  ...paging,
});
/** "admin:africa", or "steward". */
const RoleKey = Type.String({ pattern: "^(steward|(moderator|curator|admin):[a-z-]{1,60})$" });
/** The roles that the person shall have, of those that the form offers; `had` are those it was shown with. */
export const rolesBody = Type.Object({
  roles: Type.Array(RoleKey, { maxItems: 100 }),
  had: Type.Array(RoleKey, { maxItems: 100 }),
  confirmed: Type.Boolean(),
});

const Id = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });
const failures = ["not-found", "forbidden"] as const;

export const listPeople = endpoint({
  id: "listPeople",
  method: "GET",
  path: "/api/v1/regions/:region/people",
  summary: "Members of the region's organisations, with their roles",
  who: "admin",
  params: regionParams,
  query: Type.Object(paging),
  reply: listOf(PersonOfRegion),
  failures: ["not-found"],
});

export const listStaff = endpoint({
  id: "listStaff",
  method: "GET",
  path: "/api/v1/regions/:region/staff",
  summary: "Moderators, curators and admins of the region",
  who: "admin",
  params: regionParams,
  reply: Type.Object({ items: Type.Array(PersonOfRegion) }),
  failures: ["not-found"],
});

export const giveRegionRole = endpoint({
  id: "giveRegionRole",
  method: "POST",
  path: "/api/v1/regions/:region/staff",
  summary: "Gives a person a role in the region",
  who: "admin",
  params: regionParams,
  body: Type.Object({ person: Type.Integer({ minimum: 1 }), role: Type.Enum([...regionRoles]) }),
  reply: PersonOfRegion,
  failures,
});

export const takeRegionRole = endpoint({
  id: "takeRegionRole",
  method: "DELETE",
  path: "/api/v1/regions/:region/staff/:person/:role",
  summary: "Takes a role in the region from a person",
  who: "admin",
  params: Type.Object({ region: RegionParam, person: Id, role: Type.Enum([...regionRoles]) }),
  reply: Type.Null(),
  failures,
});

export const listAllStaff = endpoint({
  id: "listAllStaff",
  method: "GET",
  path: "/api/v1/staff",
  summary: "Everybody with a role anywhere",
  who: "steward",
  reply: Type.Object({ items: Type.Array(PersonOfRegion) }),
});

export const giveSteward = endpoint({
  id: "giveSteward",
  method: "POST",
  path: "/api/v1/stewards",
  summary: "Makes a person a steward",
  who: "steward",
  body: Type.Object({ person: Type.Integer({ minimum: 1 }) }),
  reply: PersonOfRegion,
  failures,
});

export const takeSteward = endpoint({
  id: "takeSteward",
  method: "DELETE",
  path: "/api/v1/stewards/:person",
  summary: "Ends a person's stewardship",
  who: "steward",
  params: Type.Object({ person: Id }),
  reply: Type.Null(),
  failures: [...failures, "last-steward"],
});
