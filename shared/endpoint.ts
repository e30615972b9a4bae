/** What an endpoint is: one description of an address, read by the server (serve), the browser (call) and OpenAPI. */
import type { Static, TObject, TSchema } from "typebox";
import type { StaffRole } from "./accounts/rules.ts";
import type { FailureCode } from "./failure.ts";

/**
 * Who may use an address. The server refuses to start where a route does not say it. `person`: anybody signed in;
 * `editor` and `owner`: of the CSO in the address; staff roles: in the region of the address, `staff` any of them.
 */
export type Who = "anyone" | "operator" | "person" | "editor" | "owner" | "staff" | StaffRole;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Endpoint {
  /** Unique, also OpenAPI's operationId. */
  readonly id: string;
  readonly method: Method;
  /** With `:name` parameters, from the server's root. */
  readonly path: string;
  readonly summary: string;
  readonly who: Who;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TObject;
  readonly reply: TSchema;
  /** The failures a caller must expect beside the common ones. */
  readonly failures?: readonly FailureCode[];
}

type Part<T> = T extends TObject ? Static<T> : Record<never, never>;

export type ParamsOf<E extends Endpoint> = Part<E["params"]>;
export type QueryOf<E extends Endpoint> = Part<E["query"]>;
export type BodyOf<E extends Endpoint> = Part<E["body"]>;
export type ReplyOf<E extends Endpoint> = Static<E["reply"]>;

/** Declares an endpoint and keeps its exact type. */
export function endpoint<const E extends Endpoint>(description: E): E {
  return description;
}
