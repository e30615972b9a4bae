/** One entry of a sitemap for each language of a page, each naming the others (sitemaps.org, xhtml:link). */
import { languageCodes } from "shared/i18n/languages.ts";
import { escapeXml } from "../xml.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export const urlset = {
  open: `${XML}<urlset ${SITEMAP} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`,
  close: "</urlset>\n",
};
export const index = { open: `${XML}<sitemapindex ${SITEMAP}>\n`, close: "</sitemapindex>\n" };

/** `path` is the address below the language, "" for home; `changedOn` is `YYYY-MM-DD` where it is known. */
export function entriesOf(origin: string, path: string, changedOn: string | null): string {
  const addresses = languageCodes.map((code) => ({
    code,
    href: escapeXml(`${origin}/${code}${path === "" ? "" : `/${path}`}`),
  }));
  const alternates = addresses
    .map(({ code, href }) => `<xhtml:link rel="alternate" hreflang="${code}" href="${href}"/>`)
    .join("");
  const changed = changedOn === null ? "" : `<lastmod>${changedOn}</lastmod>`;
  return addresses.map(({ href }) => `<url><loc>${href}</loc>${changed}${alternates}</url>\n`).join("");
}

export function partEntry(address: string, changedOn: string | null): string {
  const changed = changedOn === null ? "" : `<lastmod>${changedOn}</lastmod>`;
  return `<sitemap><loc>${escapeXml(address)}</loc>${changed}</sitemap>\n`;
}
