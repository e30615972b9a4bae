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

interface Lengths {
  min?: number;
  max: number;
}

/** One line that a person types; `form.ts` cleans it. Lengths in characters (code points). */
export function line({ min = 1, max }: Lengths) {
  return Type.String({ minLength: min, maxLength: max });
}

/** A text of several lines. */
export function paragraphs({ min = 1, max }: Lengths) {
  return Type.String({ minLength: min, maxLength: max, text: "paragraphs" });
}

/** A password or a code: taken as it was typed, and never shown again. */
export function secret({ min = 1, max }: Lengths) {
  return Type.String({ minLength: min, maxLength: max, text: "secret" });
}

/** As long as RFC 5321 (§4.5.3.1) lets an address be; whether it exists, only a letter tells. */
export const EmailAddress = Type.String({
  pattern: '^[^\\s@"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@"(),:;<>\\[\\]\\\\]+\\.[^\\s@"(),:;<>\\[\\]\\\\.]{2,}$',
  maxLength: 254,
  problem: "form.notAnAddress",
});
/** An address on the web that a person types. */
export const WebAddress = Type.String({
  pattern: "^https?://[^\\s/]+\\.[^\\s]+$",
  maxLength: 2000,
  problem: "form.notALink",
});
/** A partial date that a person types. */
export const TypedDate = Type.String({ pattern: partialDatePattern, problem: "form.notADate" });
