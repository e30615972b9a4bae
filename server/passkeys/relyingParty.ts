/** To whom a passkey belongs: the platform's own name, by which browsers never give it to another site. */
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { App } from "../app.ts";

export interface RelyingParty {
  /** The host's name (WebAuthn Level 3 §4, RP ID). */
  id: string;
  origin: string;
}

/**
 * PUBLIC_URL where it is set; else the name under which the platform was asked for. Null under a bare number: passkeys
 * belong to names.
 */
export function relyingParty(app: App, request: FastifyRequest): RelyingParty | null {
  const given = app.config.PUBLIC_URL ? app.origin() : `${request.protocol}://${request.headers.host ?? ""}`;
  const url = URL.parse(given);
  if (!url || isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0) return null;
  return { id: url.hostname, origin: url.origin };
}
