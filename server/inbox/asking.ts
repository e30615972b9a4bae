/** Asks an address for a feed and reads it: what there is, or why not. Nothing is kept. */
import { fileURLToPath } from "node:url";
import { FEED_MIB, FEED_SECONDS, type InboxProblem, MAX_FEED_BYTES } from "shared/inbox/rules.ts";
import type { App } from "../app.ts";
import { type Fetched, FetchProblem, fetchSafely } from "../fetching/fetchSafely.ts";
import { textOf } from "../fetching/text.ts";
import { apart } from "../files/apart.ts";
import { isHtml } from "../lookup/actions.ts";
import { readHead } from "../lookup/head.ts";
import type { Parsed, ParsedFeed } from "./parsed.ts";
import type { FetchedFeed } from "./parser.ts";

const PARSER = fileURLToPath(new URL("./parser.ts", import.meta.url));
const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

/** Why a feed cannot be read. */
export class FeedProblem extends Error {
  readonly code: InboxProblem;
  /** Of the server's own words about when to come back. */
  readonly retryAfter: string | undefined;

  constructor(code: InboxProblem, retryAfter?: string) {
    super(code);
    this.name = "FeedProblem";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface Known {
  etag: string | null;
  lastModified: string | null;
}

export interface AskedFeed {
  /** Where it is: after what moved for good, before what redirects for now. */
  url: string;
  etag: string | null;
  lastModified: string | null;
  /** Null: as it was the last time. */
  feed: ParsedFeed | null;
}

/** Throws FeedProblem. */
export async function askFeed(app: App, url: string, known: Known): Promise<AskedFeed> {
  const fetched = await ask(app, url, known);
  const { etag = null, "last-modified": lastModified = null } = fetched.headers;
  const at = { url: settled(url, fetched), etag, lastModified };
  if (fetched.notModified)
    return { ...at, etag: etag ?? known.etag, lastModified: lastModified ?? known.lastModified, feed: null };
  return { ...at, feed: await readFeed(app, fetched) };
}

/** The feed at this address, or the first that the page at this address names. Throws FeedProblem. */
export async function findFeed(app: App, url: string): Promise<AskedFeed & { feed: ParsedFeed }> {
  const nothingKnown = { etag: null, lastModified: null };
  const fetched = await ask(app, url, nothingKnown);
  const named = isHtml(fetched) ? await feedOfPage(fetched) : null;
  const feedUrl = named ?? url;
  const found = named === null ? fetched : await ask(app, named, nothingKnown);
  const { etag = null, "last-modified": lastModified = null } = found.headers;
  return { url: settled(feedUrl, found), etag, lastModified, feed: await readFeed(app, found) };
}

async function ask(app: App, url: string, { etag, lastModified }: Known): Promise<Fetched> {
  const asked = { accept: ACCEPT, maxBytes: MAX_FEED_BYTES, etag, lastModified };
  const fetched = await fetchSafely(app, url, asked).catch((error: unknown) => {
    throw error instanceof FetchProblem ? new FeedProblem(error.code) : error;
  });
  const { status, headers, notModified } = fetched;
  if (status === 410) throw new FeedProblem("gone");
  if (status === 404) throw new FeedProblem("page-not-found");
  if (!notModified && (status < 200 || status > 299))
    throw new FeedProblem("bad-answer", headers["retry-after"]);
  return fetched;
}

/** One for comments is none of news; it comes last, and so is taken only where there is no other. */
async function feedOfPage({ url, headers, body }: Fetched): Promise<string> {
  const { feeds, base } = await readHead(textOf(body, headers["content-type"]));
  const [named] = feeds.toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
  const found = named ? URL.parse(named.href, URL.parse(base ?? "", url)?.href ?? url) : null;
  if (!found) throw new FeedProblem("no-feed");
  return found.href;
}

function isOfComments({ href, title }: { href: string; title: string }): boolean {
  return /comment/i.test(`${href} ${title}`);
}

const FOR_GOOD: readonly number[] = [301, 308];

/** As far as redirects are for good; those for now are followed each time. */
function settled(url: string, { redirects }: Fetched): string {
  let at = url;
  for (const { status, to } of redirects) {
    if (!FOR_GOOD.includes(status)) break;
    at = to;
  }
  return at;
}

async function readFeed(app: App, { url, headers, body }: Fetched): Promise<ParsedFeed> {
  const message: FetchedFeed = {
    body,
    contentType: headers["content-type"],
    url,
    now: app.now().toISOString(),
  };
  const limits = { seconds: FEED_SECONDS, mebibytes: FEED_MIB, line: "feeds" } as const;
  const read = await apart<Parsed>(PARSER, message, limits);
  if (read === null) throw new FeedProblem("unreadable");
  if ("problem" in read) throw new FeedProblem(read.problem);
  return read;
}
