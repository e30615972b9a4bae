/** The pieces of a seed record: text, days, addresses, codes, places, and where a fact comes from. */
import { HowKnown, orNull } from "shared/fields.ts";
import { partialDatePattern } from "shared/time.ts";
import Type, { type TProperties, type TSchema } from "typebox";

/** A field that is misspelt would otherwise be left out without a word. */
export const record = <T extends TProperties>(fields: T) =>
  Type.Object(fields, { additionalProperties: false });

/** A partial date; the files write bare years as numbers. */
export const Day = Type.Union(
  [Type.String({ pattern: partialDatePattern }), Type.Integer({ minimum: 1900, maximum: 2200 })],
  {
    description: "a date (YYYY, YYYY-MM or YYYY-MM-DD)",
  },
);
/** PostgreSQL has no text with a NUL in it. */
export const text = Type.String({ pattern: "^[^\\0]+$", description: "text that is not empty" });
export const Url = Type.String({
  pattern: "^https?://[^\\s\\0]+$",
  description: "an http:// or https:// address",
});
export const CountryCode = Type.String({
  pattern: "^[A-Z]{2}$",
  description: "two capital letters (ISO 3166-1)",
});
const latitude = Type.Number({ minimum: -90, maximum: 90, description: "degrees from -90 to 90" });
const longitude = Type.Number({ minimum: -180, maximum: 180, description: "degrees from -180 to 180" });
export const point = { name: text, lat: latitude, lon: longitude };
export const Place = record(point);
export const maybe = <T extends TSchema>(schema: T) => Type.Optional(orNull(schema));
export const known = {
  source: text,
  asOf: orNull(Day),
  verified: Type.Optional(HowKnown),
  moreSources: Type.Optional(Type.Array(text)),
};
export const RegionSlug = Type.Enum(["africa", "south-east-europe", "south-east-asia"]);
export const whereabouts = { regions: Type.Array(RegionSlug), countries: Type.Array(CountryCode) };
