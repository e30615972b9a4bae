/** Where a region's feeds and calendar are, without the language: the one list that pages, head links and routes use. */

/** Atom (RFC 4287) and iCalendar (RFC 5545). */
export const feedTypes = { atom: "application/atom+xml", ics: "text/calendar" } as const;

export const feedFiles = {
  news: "news.atom",
  reviews: "reviews.atom",
  events: "events.ics",
  board: "board.atom",
} as const;
export type FeedName = keyof typeof feedFiles;
export const feedNames: readonly FeedName[] = ["news", "reviews", "events", "board"];

/** `/{lang}/{region}/news.atom`: what a feed reader is given, so without the data saver. */
export function feedAddress(language: string, region: string, feed: FeedName): string {
  return `/${language}/${region}/${feedFiles[feed]}`;
}

export function feedType(feed: FeedName): string {
  return feed === "events" ? feedTypes.ics : feedTypes.atom;
}
