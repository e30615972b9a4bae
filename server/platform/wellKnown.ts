/** What machines ask for first: robots.txt and security.txt (RFC 9116). */
import { languageCodes } from "shared/i18n/languages.ts";
import type { App } from "../app.ts";
import { serveDocument } from "../serve.ts";

const TEXT = "text/plain; charset=utf-8";
/** RFC 9116 §2.5.5 recommends less than a year; this is renewed every day that the platform runs. */
const EXPIRES_AFTER_DAYS = 180;

export function wellKnown(app: App): void {
  serveDocument(app, {
    url: "/robots.txt",
    who: "anyone",
    rooms: [],
    produce: async () => ({ status: 200, type: TEXT, body: robots(app.origin()) }),
  });
  serveDocument(app, {
    url: "/.well-known/security.txt",
    who: "anyone",
    rooms: ["regions"],
    produce: async ({ now }) => ({ status: 200, type: TEXT, body: security(app, now) }),
  });
}

/** Lists combine filters without end; each record stands in the sitemap, so no crawler needs them. */
function robots(origin: string): string {
  return [
    "User-agent: *",
    "Disallow: /*?",
    "Disallow: /*/search",
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
}

function security(app: App, now: Date): string {
  const origin = app.origin();
  const expires = new Date(now);
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCDate(expires.getUTCDate() + EXPIRES_AFTER_DAYS);
  return [
    ...(app.config.CONTACT ? [`Contact: ${app.config.CONTACT}`] : []),
    `Contact: ${origin}/en/about#security`,
    `Expires: ${expires.toISOString().replace(".000Z", "Z")}`,
    `Preferred-Languages: ${languageCodes.join(", ")}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/en/about#security`,
    "",
  ].join("\n");
}
