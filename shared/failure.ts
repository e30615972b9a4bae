/** Every way a request can fail: a stable code, its HTTP status, and what may be said to the person. */

export const failureStatus = {
  invalid: 400,
  unauthenticated: 401,
  credentials: 401,
  "totp-required": 401,
  "totp-wrong": 401,
  forbidden: 403,
  suspended: 403,
  "not-found": 404,
  conflict: 409,
  "last-owner": 409,
  "last-steward": 409,
  stale: 409,
  locked: 409,
  "too-large": 413,
  "not-fetched": 422,
  "too-many": 429,
  "totp-used": 429,
  internal: 500,
  unavailable: 503,
} as const;

export type FailureCode = keyof typeof failureStatus;

/** One parameter that does not fit, by the name under which it was sent. */
export interface Problem {
  readonly parameter: string;
  readonly message: string;
}

/** Thrown by actions; answered as RFC 9457 problem details under /api and as a helpful page elsewhere. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly problems: readonly Problem[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | null;

  constructor(
    code: FailureCode,
    options: { detail?: string; problems?: readonly Problem[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = "Failure";
    this.code = code;
    this.status = failureStatus[code];
    this.problems = options.problems ?? [];
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** The record, or the failure that a reader should get when there is none. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new Failure("not-found");
  return record;
}
