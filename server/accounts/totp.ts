/** The second factor: time-based codes (RFC 6238) of an authenticator app, and recovery codes for when it is lost. */
import { randomBytes, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";

/** Seconds that a code is shown for, as every app assumes. */
export const STEP_SECONDS = 30;
/** One step to either side: for a clock that is a little wrong, and for the time it takes to type. */
const WINDOW = 1;
const SECRET_BYTES = 20;

export const RECOVERY_CODES = 10;
/** Without signs that are taken for one another (Crockford's base 32): ten of them are 50 bits. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECOVERY_LENGTH = 10;

/** Base 32, as apps ask for it. */
export function newTotpSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;
}

/** `otpauth://totp/…`, which an app reads from the picture. */
export function totpUri(secret: string, account: string, issuer: string): string {
  // A colon parts issuer and account in the address.
  return new TOTP({
    issuer: issuer.replaceAll(":", ""),
    label: account,
    secret,
    period: STEP_SECONDS,
  }).toString();
}

/** The step whose code it is, near to now; null where it is none's. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta;
}

/** Seconds until the app shows a code that comes after this step. */
export function secondsAfterStep(step: number, now: Date): number {
  return Math.max(1, Math.ceil((step + 1) * STEP_SECONDS - now.getTime() / 1000));
}

/** As they are shown: "4F9KD-02XMR". */
export function newRecoveryCodes(): string[] {
  const sign = () => SIGNS.charAt(randomInt(SIGNS.length));
  const code = () => Array.from({ length: RECOVERY_LENGTH }, sign).join("");
  return Array.from({ length: RECOVERY_CODES }, code).map((one) => `${one.slice(0, 5)}-${one.slice(5)}`);
}

export type SecondFactor = { kind: "totp"; code: string } | { kind: "recovery"; code: string };

/** The zero of each script that members type figures in. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50, 0xed0, 0x1040, 0x17e0];

function inAscii(figure: string): string {
  const point = figure.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => point >= first && point < first + 10);
  return zero === undefined ? figure : String(point - zero);
}

/** What somebody typed as a code, in the figures of any script, with spaces or without; null where it can be none. */
export function readCode(typed: string): SecondFactor | null {
  const code = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\p{Nd}/gu, inAscii)
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (/^[0-9]{6}$/.test(code)) return { kind: "totp", code };
  const recovery = code.replaceAll("O", "0").replace(/[IL]/g, "1");
  const isRecovery =
    recovery.length === RECOVERY_LENGTH && [...recovery].every((sign) => SIGNS.includes(sign));
  return isRecovery ? { kind: "recovery", code: recovery } : null;
}

export interface QrCode {
  /** Modules on each side, the quiet zone included. */
  size: number;
  /** The dark modules as one SVG path. */
  path: string;
}

/** A picture of the address that needs no style and no script. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return { size, path };
}
