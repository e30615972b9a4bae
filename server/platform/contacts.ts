/** Whom a visitor can reach: the operator's contact, and the regions' secretariats where one is recorded. */
import type { App } from "../app.ts";

export interface Contact {
  name: string | null;
  /** `mailto:…` or `https://…`. */
  href: string;
}

export function contactsOf(app: App): Contact[] {
  const own = app.config.CONTACT ? [{ name: null, href: app.config.CONTACT }] : [];
  const secretariats = app.regions().flatMap(({ secretariat }) => {
    if (!secretariat) return [];
    const { name, url, email } = secretariat;
    const hrefs = [email && `mailto:${email}`, url].filter((href): href is string => Boolean(href));
    return hrefs.map((href) => ({ name, href }));
  });
  return [...own, ...secretariats];
}
