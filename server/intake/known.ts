/** Where a row of a file is known from: the source, without which nothing new is taken in. */
import { HowKnown, line, orNull, TypedDate, WebAddress } from "shared/fields.ts";
import Type from "typebox";

/** As many sources as anybody notes for one record. */
const MAX_SOURCES = 20;
/** A web address, or the name of a document with its date. */
const MAX_SOURCE = 2_000;

export const knownFields = {
  source: line({ max: MAX_SOURCE }),
  moreSources: Type.Array(WebAddress, { maxItems: MAX_SOURCES }),
  asOf: orNull(TypedDate),
  verified: orNull(HowKnown),
};
