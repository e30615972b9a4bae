/** What stands for the parts of an address: records that exist, so that whoever may read them is answered. */
import { entryKinds } from "shared/entries/rules.ts";
import type { Place } from "./cast.ts";

interface Asked {
  url: string;
  place: Place;
  isReading: boolean;
}

/** No record has this id. */
const NOBODY = "999999999";

/** Each is of every region. */
const OF_ALL: readonly (readonly [part: string, slug: string])[] = [
  ["/news/", "gitoc-cosp11-outcomes"],
  ["/events/", "iacd-2026"],
  ["/resources/", "uncac-coalition-transparency-pledge"],
  ["/partners/", "unodc-civil-society-unit"],
];

const records: Record<string, (asked: Asked) => string> = {
  language: () => "en",
  region: ({ place }) => place.region,
  slug: ({ url, place }) => OF_ALL.find(([part]) => url.includes(part))?.[1] ?? place.slug,
  registration: () => NOBODY,
  person: ({ place }) => String(place.editorId),
  invitation: ({ place }) => String(place.invitationId),
  letter: ({ place }) => place.letterId,
  correction: ({ url, place }) =>
    String(url.includes("/organisations/") ? place.ownCorrectionId : place.correctionId),
  iso2: ({ place }) => place.review.iso2.toLowerCase(),
  cycle: ({ place }) => String(place.review.cycle),
  document: ({ place }) => String(place.review.document),
  feed: ({ place }) => String(place.feedId),
  entry: ({ url, place }) =>
    String(place.entries[entryKinds.find((kind) => url.includes(`/${kind}/`)) ?? "news"]),
  item: () => NOBODY,
  board: () => "general",
  id: ({ url, place }) => {
    if (url.includes("/applications/")) return String(place.applicationId);
    return url.includes("/threads/") ? String(place.threadId) : NOBODY;
  },
  number: () => "1",
  /** Of a reaction. */
  kind: () => "thanks",
  /** Of what waits at a desk. */
  ref: () => NOBODY,
  post: ({ place }) => String(place.postId),
  decision: ({ place }) => String(place.decisionId),
  appeal: ({ place }) => String(place.appealId),
  handle: () => "nobody-of-this-handle",
  role: () => "moderator",
  place: () => "thread:1",
  clientId: () => "none",
};

/** What is only written to is not changed for those who come after. */
const ONLY_READ = new Set([
  "person",
  "invitation",
  "letter",
  "correction",
  "id",
  "post",
  "decision",
  "appeal",
  "feed",
  "entry",
]);

/** What anyone may use needs no record to show that nobody is refused. */
export function anyRecordOf(name: string, place: Place): string {
  const known: Record<string, string> = { language: "en", region: place.region, slug: place.slug };
  return known[name] ?? NOBODY;
}

export function recordsOf(name: string, asked: Asked): string {
  const record = records[name];
  if (!record) throw new Error(`Tell the role matrix which record :${name} of ${asked.url} is.`);
  return !asked.isReading && ONLY_READ.has(name) ? NOBODY : record(asked);
}
