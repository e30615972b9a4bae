/** The HTML document around a rendered page: head, links to other languages and feeds, assets. */
import { type Language, languageCodes, languages } from "shared/i18n/languages.ts";
import type { Page } from "./frame.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

export function htmlDocument(page: Page, body: string): string {
  const title = page.path === "" ? page.title : `${page.title} · ${page.t("frame.name")}`;
  return `<!doctype html><html lang="${page.language}" dir="${page.dir}"${page.region ? ` data-accent="${page.region.accent}"` : ""}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><meta name="description" content="${escapeHtml(page.description)}">${robots(page)}${addresses(page)}<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${page.assets.css}">${page.saver ? "" : `<script type="module" src="${page.assets.js}"></script>`}${jsonLd(page)}</head><body>${body}</body></html>`;
}

function robots(page: Page): string {
  return page.noIndex || page.saver ? '<meta name="robots" content="noindex">' : "";
}

function addresses(page: Page): string {
  if (page.noIndex) return "";
  const address = (language: Language) =>
    escapeHtml(page.origin + page.linkIn(language, page.path, page.search));
  const canonical = `<link rel="canonical" href="${address(page.language)}">`;
  // The page's own language too: crawlers ask for the whole set.
  const alternates = languageCodes.map(
    (language) => `<link rel="alternate" hreflang="${language}" href="${address(language)}">`,
  );
  const feeds = page.feeds.map(
    (feed) =>
      `<link rel="alternate" type="${feed.type}" href="${escapeHtml(feed.href)}" title="${escapeHtml(feed.title)}">`,
  );
  return canonical + alternates.join("") + feeds.join("");
}

/** A data block: no script runs, so the content security policy lets it be; `<` is escaped so that it cannot end early. */
function jsonLd(page: Page): string {
  return page.jsonLd
    .map(
      (data) =>
        `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`,
    )
    .join("");
}

/** Language names in their own language, for the switch. */
export const ownNames = languageCodes.map((code) => ({ code, ...languages[code] }));
