/** Letters that could not be sent, as a steward sees them: never whom they were for. */
import Type, { type Static } from "typebox";

export const UnsentLetter = Type.Object({
  id: Type.String(),
  /** Null: sealed with another secret. */
  category: Type.Union([Type.String(), Type.Null()]),
  /** UTC, to the minute. */
  writtenAt: Type.String(),
  tries: Type.Integer(),
  reason: Type.String(),
});
export type UnsentLetter = Static<typeof UnsentLetter>;

export const UnsentForm = Type.Object({ decision: Type.Enum(["again", "discard"]) });
