/** Addresses by which a person replies in a thread, or starts one in a board: theirs alone, signed, and the same for ever. */
import { isIP } from "node:net";
import { mailAddress, readSender } from "shared/mail/address.ts";
import type { App } from "../app.ts";

export type Place = "reply" | "post";

export interface MailPlace {
  /** `reply`: the id is a thread's; `post`: a board's. */
  place: Place;
  id: number;
  personId: number;
}

/** Some mail servers write addresses in small letters, so figures of base 16; 96 bits cannot be guessed. */
const MAC_DIGITS = 24;

type Parts = Pick<App, "secrets" | "config" | "origin">;

/** Null where nothing comes in: neither a port nor a domain for it is set. */
export function mailDomain({ config, origin }: Omit<Parts, "secrets">): string | null {
  const { MAIL_IN_PORT, MAIL_IN_DOMAIN, MAIL_FROM } = config;
  if (MAIL_IN_DOMAIN !== undefined) return MAIL_IN_DOMAIN;
  if (MAIL_IN_PORT === undefined) return null;
  const sender = MAIL_FROM === undefined ? null : readSender(MAIL_FROM);
  if (sender) return sender.address.slice(sender.address.lastIndexOf("@") + 1);
  const { hostname } = new URL(origin());
  const isName = isIP(hostname.replace(/[[\]]/g, "")) === 0 && mailAddress(`a@${hostname}`) !== null;
  return isName ? hostname : "localhost.localdomain";
}

export function addressOf(app: Parts, place: MailPlace): string | null {
  const domain = mailDomain(app);
  return domain === null
    ? null
    : `${place.place}+${place.id}.${place.personId}.${macOf(app, place)}@${domain}`;
}

function macOf({ secrets }: Pick<Parts, "secrets">, { place, id, personId }: MailPlace): string {
  const mac = secrets.mac("board mail", place, id, personId);
  return Buffer.from(mac, "base64url").toString("hex").slice(0, MAC_DIGITS);
}

const ADDRESS = /^(reply|post)\+([1-9][0-9]{0,14})\.([1-9][0-9]{0,14})\.([0-9a-f]{24})@/i;

/** Null: not one that this platform made. What stands behind the @ is the relay's affair. */
export function placeOf(app: Pick<Parts, "secrets">, address: string): MailPlace | null {
  const [, kind, id, personId, mac] = ADDRESS.exec(address.trim()) ?? [];
  if (kind === undefined) return null;
  const place: Place = kind.toLowerCase() === "reply" ? "reply" : "post";
  const found = { place, id: Number(id), personId: Number(personId) };
  return macOf(app, found) === mac?.toLowerCase() ? found : null;
}
