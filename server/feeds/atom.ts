/** Writes an Atom feed (RFC 4287): a description of the feed in, the document out. */
import { escapeXml } from "../xml.ts";

/** A text in its own language, where that is not the feed's. */
export interface AtomText {
  text: string;
  language: string;
}

export interface AtomEntry {
  id: string;
  title: AtomText;
  summary: AtomText;
  /** RFC 3339. */
  updated: string;
  published?: string | undefined;
  /** The page of this platform. */
  link: string;
  /** Where the facts come from. */
  via?: string | null;
  categories?: { term: string; label: string }[];
}

export interface AtomFeed {
  id: string;
  language: string;
  title: string;
  subtitle: string;
  author: { name: string; uri: string };
  self: string;
  /** The page that shows the same. */
  link: string;
  icon: string;
  licence: string;
  entries: readonly AtomEntry[];
}

/** `updated` of a feed without entries: it has not changed since there have been feeds. */
const FIRST_DAY = "2026-11-21T00:00:00Z";

export function atom(feed: AtomFeed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .toSorted()
      .at(-1) ?? FIRST_DAY;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", updated),
    `<author>${element("name", feed.author.name)}${element("uri", feed.author.uri)}</author>`,
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.link, "text/html"),
    link("license", feed.licence),
    element("icon", feed.icon),
    ...feed.entries.map((entry) => entryOf(entry, feed.language)),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf(entry: AtomEntry, language: string): string {
  return [
    "<entry>",
    element("id", entry.id),
    textElement("title", entry.title, language),
    element("updated", entry.updated),
    entry.published === undefined ? "" : element("published", entry.published),
    link("alternate", entry.link, "text/html"),
    entry.via ? link("via", entry.via) : "",
    ...(entry.categories ?? []).map(
      ({ term, label }) => `<category term="${escapeXml(term)}" label="${escapeXml(label)}"/>`,
    ),
    textElement("summary", entry.summary, language),
    "</entry>",
  ].join("");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function textElement(name: string, { text, language }: AtomText, around: string): string {
  const own = language === around ? "" : ` xml:lang="${escapeXml(language)}"`;
  return `<${name}${own}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, type?: string): string {
  return `<link rel="${rel}" href="${escapeXml(href)}"${type === undefined ? "" : ` type="${type}"`}/>`;
}
