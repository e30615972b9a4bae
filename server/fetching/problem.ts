/** Why another server gave no answer: a code for the person, the cause for nobody else. */
import type { FetchProblemCode } from "shared/fetching/rules.ts";

export class FetchProblem extends Error {
  readonly code: FetchProblemCode;

  constructor(code: FetchProblemCode, cause?: unknown) {
    super(code, { cause });
    this.name = "FetchProblem";
    this.code = code;
  }
}

const BY_CODE: Record<string, FetchProblemCode> = {
  ENOTFOUND: "not-found",
  ENODATA: "not-found",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_HEADERS_OVERFLOW: "too-large",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large",
  HPE_HEADER_OVERFLOW: "too-large",
  ETIMEDOUT: "timeout",
  DEPTH_ZERO_SELF_SIGNED_CERT: "bad-certificate",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "bad-certificate",
  UNABLE_TO_GET_ISSUER_CERT: "bad-certificate",
};

/** What the network, TLS, HTTP or a decoder failed with, as one of ours. */
export function problemOf(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError") return new FetchProblem("timeout", error);
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known) return new FetchProblem(known, error);
  if (/CERT|^ERR_TLS/.test(code)) return new FetchProblem("bad-certificate", error);
  if (/^Z_|^ERR_|^HPE_/.test(code)) return new FetchProblem("unreadable", error);
  return new FetchProblem("unreachable", error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
