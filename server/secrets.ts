/** What the platform's one secret is used for: sealed values, keyed digests, tokens. Each purpose has a key of its own. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { memoised } from "shared/memoised.ts";

export interface Secrets {
  /** Encrypts a JSON value; `open` gives it back for the same purpose alone. */
  seal(purpose: string, value: unknown): string;
  /** Null where it was not sealed for this purpose by this platform. */
  open<T>(purpose: string, sealed: string): T | null;
  /** A keyed digest of the parts, base64url. */
  mac(purpose: string, ...parts: (string | number)[]): string;
  /** 32 random bytes, base64url. */
  newToken(): string;
  /** How a token is kept: what is random needs no salt. */
  hashOf(token: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function secretsOf(secret: string): Secrets {
  const keyFor = memoised((purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32)));
  return {
    seal: (purpose, value) => encrypt(keyFor(`seal ${purpose}`), JSON.stringify(value)),
    open: <T>(purpose: string, sealed: string) => {
      const text = decrypt(keyFor(`seal ${purpose}`), sealed);
      return text === null ? null : (JSON.parse(text) as T);
    },
    mac: (purpose, ...parts) =>
      createHmac("sha256", keyFor(`mac ${purpose}`))
        .update(JSON.stringify(parts))
        .digest("base64url"),
    newToken: () => randomBytes(32).toString("base64url"),
    hashOf: (token) => createHash("sha256").update(token).digest("base64url"),
  };
}

function encrypt(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

function decrypt(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
