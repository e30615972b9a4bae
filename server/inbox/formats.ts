/** RSS, Atom, RDF and JSON feeds as one shape: what each calls its title, its link, its day. */
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";

export interface RawItem {
  title: string | undefined;
  /** The best first. */
  links: readonly (string | undefined)[];
  text: string | undefined;
  date: string | undefined;
  language: string | undefined;
}

export interface RawFeed {
  title: string | undefined;
  link: string | undefined;
  language: string | undefined;
  items: readonly RawItem[];
}

export function rawFeedOf(read: AnyFeed): RawFeed {
  if (read.format === "rss") return ofRss(read.feed);
  if (read.format === "atom") return ofAtom(read.feed);
  return read.format === "rdf" ? ofRdf(read.feed) : ofJson(read.feed);
}

function ofRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    title: feed.title,
    link: feed.link,
    language: feed.language ?? feed.dc?.languages?.[0],
    items: (feed.items ?? []).map((item) => ({
      title: item.title,
      links: [item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value],
      text: item.description ?? item.content?.encoded,
      date: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
      language: item.dc?.languages?.[0],
    })),
  };
}

function ofAtom(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    title: feed.title?.value,
    link: alternateOf(feed.links),
    language: feed.xml?.lang,
    items: (feed.entries ?? []).map((entry) => ({
      title: entry.title?.value,
      links: [alternateOf(entry.links), entry.id],
      text: entry.summary?.value ?? entry.content?.value,
      date: entry.published ?? entry.updated,
      language: entry.xml?.lang,
    })),
  };
}

function ofRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    title: feed.title,
    link: feed.link,
    language: feed.dc?.languages?.[0],
    items: (feed.items ?? []).map((item) => ({
      title: item.title,
      links: [item.link, item.rdf?.about],
      text: item.description ?? item.content?.encoded,
      date: item.dc?.dates?.[0],
      language: item.dc?.languages?.[0],
    })),
  };
}

function ofJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    title: feed.title,
    link: feed.home_page_url,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      title: item.title,
      links: [item.url, item.external_url, item.id],
      text: item.summary ?? item.content_text ?? item.content_html,
      date: item.date_published ?? item.date_modified,
      language: item.language,
    })),
  };
}

/** The page that an entry is about: a link without `rel` is one. */
function alternateOf(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  return (pages.find(({ type }) => type === undefined || type === "text/html") ?? pages[0])?.href;
}
