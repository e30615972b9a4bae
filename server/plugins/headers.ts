/** Safety headers of every reply. No inline script or style, no nonce: pages stay cacheable. */
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

const self = ["'self'"];

const off = [
  "accelerometer",
  "autoplay",
  "bluetooth",
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
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
const permissions = off.map((feature) => `${feature}=()`).join(", ");

export async function headers(app: FastifyInstance, options: { https: boolean }): Promise<void> {
  await app.register(helmet, {
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
    hsts: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : true,
    crossOriginEmbedderPolicy: { policy: "require-corp" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    // With no-referrer a form that is sent without JavaScript carries `Origin: null`.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
  });
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("permissions-policy", permissions);
    done();
  });
}
