/** From a feed's text to what the inbox keeps of it: pure, bounded, and without trust in any of it. */
import { type AnyFeed, parseFeed } from "feedsmith";
import { MAX_ADDRESS_LENGTH } from "shared/fetching/rules.ts";
import { MAX_EXCERPT, MAX_FEED_ITEMS, MAX_FEED_TITLE, MAX_ITEM_TITLE } from "shared/inbox/rules.ts";
import { dayWritten, languageWritten, oneLine, withoutTracking } from "shared/lookup/rules.ts";
import { rawFeedOf } from "./formats.ts";
import { wordsOf } from "./fragment.ts";

export interface ParsedItem {
  url: string;
  title: string;
  excerpt: string;
  publishedOn: string | null;
  language: string | null;
}

export interface ParsedFeed {
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  /** Newest first. */
  items: ParsedItem[];
}

export type Parsed = ParsedFeed | { problem: "not-a-feed" | "entities" };

interface Found {
  text: string;
  /** Where it was found: addresses in it may be relative. */
  url: string;
  now: Date;
}

export function parsed({ text, url, now }: Found): Parsed {
  const read = readXmlOrJson(text);
  if ("problem" in read) return read;
  const raw = rawFeedOf(read);
  const site = addressOf(raw.link, url);
  const items = raw.items.flatMap((item): ParsedItem[] => {
    const address = item.links.map((link) => addressOf(link, site ?? url)).find((one) => one !== null);
    const excerpt = oneLine(wordsOf(item.text ?? ""), MAX_EXCERPT) ?? "";
    const title = oneLine(wordsOf(item.title ?? ""), MAX_ITEM_TITLE) ?? oneLine(excerpt, MAX_FEED_TITLE);
    if (!address || title === null) return [];
    return [
      {
        url: address,
        title,
        excerpt,
        publishedOn: item.date ? dayWritten(item.date, now) : null,
        language: item.language ? languageWritten(item.language) : null,
      },
    ];
  });
  return {
    title: oneLine(wordsOf(raw.title ?? ""), MAX_FEED_TITLE),
    siteUrl: site,
    language: raw.language ? languageWritten(raw.language) : null,
    items: items.toSorted(newestFirst).slice(0, MAX_FEED_ITEMS),
  };
}

/** Those without a day stand after all that have one, otherwise as the feed has them. */
function newestFirst(a: ParsedItem, b: ParsedItem): number {
  return (b.publishedOn ?? "").localeCompare(a.publishedOn ?? "");
}

function addressOf(link: string | undefined, base: string): string | null {
  const url = link ? URL.parse(link.trim(), base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  const address = withoutTracking(url.href);
  return address.length <= MAX_ADDRESS_LENGTH ? address : null;
}

function readXmlOrJson(text: string): AnyFeed | { problem: "not-a-feed" | "entities" } {
  const xml = text.trimStart();
  if (declaresEntities(xml)) return { problem: "entities" };
  try {
    return parseFeed(xml);
  } catch {
    return { problem: "not-a-feed" };
  }
}

/** Entities of one's own are of no use in a feed, and the way to files and to a billion laughs: they are not even read. */
function declaresEntities(xml: string): boolean {
  if (!xml.startsWith("<")) return false;
  const outside = withoutData(xml);
  // No honest one has "<" within; to look on beyond it would read the rest of the text once for each.
  return /<!DOCTYPE[^[<>]*[[<]/i.test(outside) || /<!ENTITY[\s%]/i.test(outside);
}

/** What stands in CDATA is text: an article may be about entities. */
function withoutData(xml: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = xml.indexOf("<![CDATA[", at);
    parts.push(xml.slice(at, start < 0 ? undefined : start));
    const end = start < 0 ? -1 : xml.indexOf("]]>", start);
    if (end < 0) return parts.join("");
    at = end + 3;
  }
}
