/** What an e-mail address is: exactly one mailbox, that no header and no server could take for anything else. */
import { MAX_ADDRESS, MAX_LOCAL_PART } from "./rules.ts";

/** Any signs but those that have a meaning in a header; letters of any script are allowed (RFC 6531). */
const LOCAL_PART = /^[^\s\p{C}@"(),:;<>[\]\\]+$/u;
const HOST = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The address as it is stored and written to: spaces around it gone, the domain in its ASCII form (IDNA). Null where it
 * is no address.
 */
export function mailAddress(written: string): string | null {
  const text = written.trim().normalize("NFC");
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  if (at < 1 || !LOCAL_PART.test(local) || bytesOf(local) > MAX_LOCAL_PART) return null;
  const host = asciiHost(text.slice(at + 1));
  if (host === null || !HOST.test(host)) return null;
  const address = `${local}@${host}`;
  return bytesOf(address) <= MAX_ADDRESS ? address : null;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** What URLs and mail have in common is the domain's name; what only a URL may hold is no domain. */
function asciiHost(domain: string): string | null {
  if (/[\s/\\?#@:[\]%]/.test(domain)) return null;
  return URL.parse(`http://${domain}/`)?.hostname ?? null;
}

export interface Mailbox {
  name: string;
  address: string;
}

/** A sender as settings write it: `address` or `Name <address>`. Null where it is neither. */
export function readSender(written: string): Mailbox | null {
  const [, name = "", bracketed] = /^([^<>@\p{Cc}]*)<([^<>]+)>$/u.exec(written.trim()) ?? [];
  const address = mailAddress(bracketed ?? written);
  return address === null ? null : { name: name.trim().replace(/^"(.*)"$/, "$1"), address };
}
