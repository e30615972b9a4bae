/**
 * A process of its own that reads one feed: what a broken or hostile one does to the parser ends with it, and its memory is
 * given back whole.
 */
import { textOf } from "../fetching/text.ts";
import { type Parsed, parsed } from "./parsed.ts";

export interface FetchedFeed {
  body: Uint8Array;
  contentType: string | undefined;
  url: string;
  /** ISO 8601. */
  now: string;
}

process.once("message", ({ body, contentType, url, now }: FetchedFeed) => {
  const answer: Parsed = parsed({ text: textOf(body, contentType), url, now: new Date(now) });
  process.send?.(answer, undefined, undefined, () => process.disconnect?.());
});
