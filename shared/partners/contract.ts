/** Partners: networks, regional bodies, United Nations entities and initiatives that work on the Convention. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, known, LanguageTag, Slug } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

export const partnerKinds = ["un", "network", "regional-body", "donor", "initiative", "academia"] as const;

export const Partner = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  name: Type.String(),
  kind: Type.Enum(partnerKinds),
  regions: Type.Array(Slug),
  url: Type.String(),
  summary: Type.String(),
  language: LanguageTag,
  ...known,
});
export type Partner = Static<typeof Partner>;

export const partnerQuery = Type.Object({ kind: anyOf(Type.Enum(partnerKinds)), ...paging });
export type PartnerQuery = Static<typeof partnerQuery>;

export const listPartners = endpoint({
  id: "listPartners",
  method: "GET",
  path: "/api/v1/regions/:region/partners",
  summary: "The region's partners by name",
  who: "anyone",
  params: regionParams,
  query: partnerQuery,
  reply: listOf(Partner),
  failures: ["not-found", "invalid"],
});
