/** Schema pieces that several rooms share: addresses, dates, the source of a fact. */
import Type, { type Static, type TSchema } from "typebox";
import { partialDatePattern } from "./time.ts";

export const Slug = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 120 });
export const RegionParam = Type.String({ maxLength: 60 });
/** ISO 3166-1 alpha-2 in either case; stored in capitals. */
export const CountryCode = Type.String({ pattern: "^[A-Za-z]{2}$" });
export const PartialDate = Type.String({
  pattern: partialDatePattern,
  description: "YYYY, YYYY-MM or YYYY-MM-DD",
});
export const Url = Type.String({ pattern: "^https?://", maxLength: 2000 });
export const LanguageTag = Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", maxLength: 35 });
/** A search is text: any characters, and as long as anybody types. */
export const MAX_SEARCH_LENGTH = 200;
export const SearchText = Type.String({ maxLength: 10_000 });

export function orNull<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** How a fact is known: "page" = read on the cited page, "record" = from a public record, to be confirmed. */
export const HowKnown = Type.Enum(["page", "record"]);

export const known = {
  source: orNull(Type.String()),
  moreSources: Type.Array(Type.String()),
  asOf: orNull(PartialDate),
  verified: orNull(HowKnown),
};
export type Known = { [K in keyof typeof known]: Static<(typeof known)[K]> };

/** Any of several values of one parameter; at most 50, so that an address stays an address. */
export function anyOf<T extends TSchema>(schema: T) {
  return Type.Optional(Type.Array(schema, { maxItems: 50 }));
}
