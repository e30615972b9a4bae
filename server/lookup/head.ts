/** What an HTML document says of itself in its head: titles, dates, names and links, as they stand there. */
import { MAX_HEAD_LENGTH } from "shared/lookup/rules.ts";
import { readMarkup } from "../markup.ts";

export interface Head {
  /** Of `<html>`. */
  lang: string | null;
  title: string | null;
  /** By name or property in small letters; the first of each. */
  meta: ReadonlyMap<string, string>;
  canonical: string | null;
  /** Of `<base>`. */
  base: string | null;
  /** Feeds that it names. */
  feeds: readonly { href: string; title: string }[];
  /** Blocks of JSON-LD, as text. */
  linkedData: readonly string[];
}

const FEED_TYPE = /^application\/(rss|atom|rdf|feed)\+(xml|json)\b/i;
/** A page names a few; a page of thousands is none. */
const MAX_FEEDS = 20;
const MAX_BLOCKS = 10;
const MAX_META = 200;

class Reading {
  lang: string | null = null;
  title: string | null = null;
  meta = new Map<string, string>();
  canonical: string | null = null;
  base: string | null = null;
  feeds: { href: string; title: string }[] = [];
  linkedData: string[] = [];
  #inBody = false;
  #text: { of: "title" | "linkedData"; value: string } | null = null;

  open(name: string, attributes: Record<string, string>): void {
    if (name === "html") this.lang ??= attributes.lang ?? attributes["xml:lang"] ?? null;
    if (name === "body") this.#inBody = true;
    if (name === "script" && /^\s*application\/ld\+json/i.test(attributes.type ?? ""))
      this.#collect("linkedData");
    // What stands in the body may have been written by anybody.
    if (this.#inBody) return;
    if (name === "title" && this.title === null) this.#collect("title");
    if (name === "base") this.base ??= attributes.href ?? null;
    if (name === "meta") this.#readMeta(attributes);
    if (name === "link") this.#readLink(attributes);
  }

  close(): void {
    if (this.#text?.of === "title") this.title = this.#text.value;
    if (this.#text?.of === "linkedData" && this.linkedData.length < MAX_BLOCKS)
      this.linkedData.push(this.#text.value);
    this.#text = null;
  }

  text(text: string): void {
    if (this.#text) this.#text.value += text;
  }

  #collect(of: "title" | "linkedData"): void {
    this.#text = { of, value: "" };
  }

  #readMeta({ property, name, itemprop, "http-equiv": equiv, content }: Record<string, string>): void {
    const key = (property ?? name ?? itemprop ?? equiv)?.trim().toLowerCase();
    if (!key || content === undefined || this.meta.has(key) || this.meta.size >= MAX_META) return;
    this.meta.set(key, content);
  }

  #readLink({ rel = "", href, type = "", title = "" }: Record<string, string>): void {
    if (href === undefined) return;
    const rels = rel.toLowerCase().split(/\s+/);
    if (rels.includes("canonical")) this.canonical ??= href;
    if (rels.includes("alternate") && FEED_TYPE.test(type) && this.feeds.length < MAX_FEEDS)
      this.feeds.push({ href, title });
  }
}

/** Reads no further than a head may be long; what is broken is read as browsers read it. */
export async function readHead(html: string): Promise<Head> {
  const { Parser } = await import("htmlparser2");
  const reading = new Reading();
  readMarkup(Parser, html.slice(0, MAX_HEAD_LENGTH), {
    onopentag: (name, attributes) => reading.open(name, attributes),
    ontext: (text) => reading.text(text),
    onclosetag: () => reading.close(),
  });
  return reading;
}
