/** The forms of a person's own data. */
import Type, { type Static, type TObject } from "typebox";
import { line, secret } from "../fields.ts";

/** A password that is asked for may be wrong in length too: that is no hint to give. */
const MAX_TYPED = 1024;
/** Six figures or ten signs, with the spaces and dashes that people type between them. */
const MAX_CODE = 40;
/** Longer than any handle. */
const MAX_TYPED_HANDLE = 200;

const typedPassword = secret({ max: MAX_TYPED });

export const ExportForm = Type.Object({ presentPassword: Type.Optional(typedPassword) });
const code = secret({ max: MAX_CODE });

export const EraseForm = Type.Object({
  handle: line({ max: MAX_TYPED_HANDLE }),
  presentPassword: typedPassword,
  /** Where the account has a second factor. */
  code: Type.Optional(code),
  /** That CSOs may be left without an owner. */
  leave: Type.Boolean(),
  /** That what was written on the board stays, without a name. */
  keepPosts: Type.Boolean(),
});
export type EraseForm = Static<typeof EraseForm>;

/** As it is shown: whoever has a second factor has to give its code. */
export function eraseFormFor(needsCode: boolean): TObject {
  return needsCode ? Type.Object({ ...EraseForm.properties, code }) : EraseForm;
}
