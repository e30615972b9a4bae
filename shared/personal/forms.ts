/** The forms of a person's own data. */
import Type, { type Static } from "typebox";
import { line, secret } from "../fields.ts";

/** A password that is asked for may be wrong in length too: that is no hint to give. */
const MAX_TYPED = 1024;
/** Six figures or ten signs, with the spaces and dashes that people type between them. */
const MAX_CODE = 40;
/** Longer than any handle. */
const MAX_TYPED_HANDLE = 200;

const typedPassword = secret({ max: MAX_TYPED });

export const ExportForm = Type.Object({ presentPassword: Type.Optional(typedPassword) });
export const EraseForm = Type.Object({
  handle: line({ max: MAX_TYPED_HANDLE }),
  presentPassword: typedPassword,
  /** Where the account has a second factor. */
  code: Type.Optional(secret({ max: MAX_CODE })),
  /** That CSOs may be left without an owner. */
  leave: Type.Boolean(),
});
export type EraseForm = Static<typeof EraseForm>;
