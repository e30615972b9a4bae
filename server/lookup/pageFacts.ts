/** From what a page says of itself to what a form can use: the best word for each field, or none. */
import type { Source } from "shared/lookup/contract.ts";
import {
  dayWritten,
  languageWritten,
  MAX_PUBLISHER,
  MAX_SOURCE_TITLE,
  oneLine,
  withoutTracking,
} from "shared/lookup/rules.ts";
import { getDomain } from "tldts";
import { textOf } from "../fetching/text.ts";
import { type Head, readHead } from "./head.ts";
import { describedIn } from "./linkedData.ts";

/** Where pages say when they were published, the most exact first. */
const DATES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "dcterms.date",
  "dcterms.created",
  "dc.date.issued",
  "dc.date",
  "citation_publication_date",
  "parsely-pub-date",
  "publish-date",
  "pubdate",
  "date",
];

export interface FetchedPage {
  /** Where it was found. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export async function pageFacts({ url, headers, body }: FetchedPage, now: Date): Promise<Source> {
  const head = await readHead(textOf(body, headers["content-type"]));
  const described = describedIn(head.linkedData);
  const meta = (name: string) => head.meta.get(name) ?? null;
  const days = [meta(DATES[0] ?? ""), described.publishedOn, ...DATES.slice(1).map(meta)];
  const titles = [meta("og:title"), described.headline, head.title, meta("twitter:title")];
  const languages = [head.lang, headers["content-language"], meta("content-language"), meta("og:locale")];
  return {
    url: canonicalOf(head, url),
    title: firstOf(titles, (text) => oneLine(text, MAX_SOURCE_TITLE)),
    publishedOn: firstOf(days, (text) => dayWritten(text, now)),
    publisher: firstOf([meta("og:site_name"), described.publisher, meta("application-name")], (text) =>
      oneLine(text, MAX_PUBLISHER),
    ),
    language: firstOf(languages, languageWritten),
  };
}

function firstOf(
  texts: readonly (string | null | undefined)[],
  read: (text: string) => string | null,
): string | null {
  for (const text of texts) {
    const value = text ? read(text) : null;
    if (value !== null) return value;
  }
  return null;
}

/** Only an address of the same site counts; one that calls every page the front page is a mistake of the site. */
function canonicalOf({ canonical, base }: Head, found: string): string {
  const here = new URL(found);
  const named = canonical === null ? null : URL.parse(canonical.trim(), URL.parse(base ?? "", here) ?? here);
  const isFrontPage = named?.pathname === "/" && named.search === "" && here.pathname !== "/";
  const counts = named !== null && isOfSameSite(named, here) && !isFrontPage;
  return withoutTracking(counts ? named.href : found);
}

function isOfSameSite(named: URL, here: URL): boolean {
  if (!/^https?:$/.test(named.protocol) || named.username !== "" || named.password !== "") return false;
  if (named.host === here.host) return true;
  const site = getDomain(here.hostname);
  return site !== null && getDomain(named.hostname) === site && named.port === here.port;
}
