/** The audit log as it is shown: rows hold ids alone, the names beside them are those of today. */
import Type, { type Static } from "typebox";
import { orNull } from "../fields.ts";

/** As much as a screen or two; the log is read on. */
export const AUDIT_PAGE = 50;

export const auditQuery = Type.Object({
  /** Rows before that one. */
  before: Type.Optional(Type.Integer({ minimum: 1 })),
});

const AuditTargetShown = Type.Object({
  kind: Type.String(),
  ref: Type.String(),
  /** A handle, a CSO's name; null: it has no name, or is gone. */
  name: orNull(Type.String()),
  /** Of a CSO. */
  slug: orNull(Type.String()),
  region: orNull(Type.String()),
});
export type AuditTargetShown = Static<typeof AuditTargetShown>;

export const AuditEntryShown = Type.Object({
  id: Type.Integer(),
  at: Type.String({ description: "UTC" }),
  /** Null: the platform itself, or a command. */
  personId: orNull(Type.Integer()),
  /** Null: nobody, or a person who was removed. */
  handle: orNull(Type.String()),
  action: Type.String(),
  targets: Type.Array(AuditTargetShown),
  region: orNull(Type.String()),
});
export type AuditEntryShown = Static<typeof AuditEntryShown>;
