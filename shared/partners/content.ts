/** A partner as it is written at the desk: the fields of its form, and of its JSON twin. */
import Type, { type Static } from "typebox";
import { MAX_SUMMARY, MAX_TITLE } from "../entries/rules.ts";
import { LanguageTag, line, paragraphs, Slug, WebAddress } from "../fields.ts";
import { partnerKinds } from "./contract.ts";

export const PartnerContent = Type.Object({
  name: line({ max: MAX_TITLE }),
  kind: Type.Enum(partnerKinds),
  url: WebAddress,
  summary: paragraphs({ max: MAX_SUMMARY }),
  /** Of name and summary. */
  language: LanguageTag,
  /** Where it is known from; its address unless said. */
  source: Type.Optional(line({ max: 2000 })),
  /** Those in which it stands; unless said, the region of the desk. */
  regions: Type.Optional(Type.Array(Slug, { maxItems: 20 })),
});
export type PartnerContent = Static<typeof PartnerContent>;
