/** Safety headers of every reply. No inline script or style, no nonce: pages stay cacheable. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import helmet, { type HelmetOptions } from "helmet";

const self = ["'self'"];

const off = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
const permissions = off.map((feature) => `${feature}=()`).join(", ");

/** Passkeys are used where one signs in, and made where they are listed; everywhere else they stay off. */
const PASSKEY_PAGES: readonly (readonly [path: RegExp, feature: string])[] = [
  [/^\/[a-z]{2,3}\/sign-in(\?|$)/, "publickey-credentials-get"],
  [/^\/[a-z]{2,3}\/account\/passkeys(\?|$)/, "publickey-credentials-create"],
];

function permissionsOf(url: string): string | null {
  const feature = PASSKEY_PAGES.find(([path]) => path.test(url))?.[1];
  return feature ? permissions.replace(`${feature}=()`, `${feature}=(self)`) : null;
}

const options: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      connectSrc: self,
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      manifestSrc: self,
      workerSrc: self,
    },
  },
  // A year; browsers heed it over https alone (RFC 6797 §8.1).
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  crossOriginEmbedderPolicy: { policy: "require-corp" },
  crossOriginOpenerPolicy: { policy: "same-origin" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  // With no-referrer a form that is sent without JavaScript carries `Origin: null`.
  referrerPolicy: { policy: "same-origin" },
  xFrameOptions: { action: "deny" },
};

/** They never change while the server runs, so helmet is asked once. */
export function safetyHeaders(): Record<string, string> {
  const collected: Record<string, string> = { "permissions-policy": permissions };
  const response = {
    setHeader: (name: string, value: string) => {
      collected[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return collected;
}

export function headers(app: FastifyInstance, safety: Record<string, string>): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(safety);
    const permitted = permissionsOf(request.url);
    if (permitted !== null) reply.header("permissions-policy", permitted);
    done();
  });
}
