/** The inbox: other people's feeds that a region's curators read, what came by them, and what became of it. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, line, orNull, RegionParam } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { inboxProblems, itemStates, MAX_FEED_TITLE, MAX_TOGETHER } from "./rules.ts";

const Moment = Type.String({ description: "UTC, ISO 8601" });
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Number15 = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });
const feedParams = Type.Object({ region: RegionParam, feed: Number15 });
const itemParams = Type.Object({ region: RegionParam, item: Number15 });

export const InboxFeed = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  title: Type.String(),
  siteUrl: orNull(Type.String()),
  language: orNull(LanguageTag),
  paused: Type.Boolean(),
  /** When it was asked last. */
  fetchedAt: orNull(Moment),
  /** When it last answered as it should. */
  okAt: orNull(Moment),
  /** Null: it is paused. */
  nextAt: orNull(Moment),
  /** In a row. */
  failures: Type.Integer(),
  problem: orNull(Type.Enum([...inboxProblems])),
  /** How many of its items are new. */
  waiting: Type.Integer(),
  version: Type.Integer(),
});
export type InboxFeed = Static<typeof InboxFeed>;

export const InboxItem = Type.Object({
  id: Type.Integer(),
  feed: Type.Object({ id: Type.Integer(), title: Type.String() }),
  url: Type.String(),
  title: Type.String(),
  /** Plain text, to be read at the desk: it is not ours to publish. */
  excerpt: Type.String(),
  publishedOn: orNull(Type.String({ description: "YYYY-MM-DD" })),
  language: orNull(LanguageTag),
  state: Type.Enum([...itemStates]),
  seenAt: Moment,
  /** The region's news that tell of the same page already. */
  article: orNull(Type.Object({ slug: Type.String(), title: Type.String() })),
  /** What was made of it at the desk. */
  entryId: orNull(Type.Integer()),
});
export type InboxItem = Static<typeof InboxItem>;

export const inboxQuery = Type.Object({
  feed: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...itemStates])),
  ...paging,
});
export type InboxQuery = Static<typeof inboxQuery>;

const ADDRESS = Type.String({
  pattern: "^https?://",
  minLength: 1,
  maxLength: 2000,
  problem: "form.notALink",
});

export const AddFeed = Type.Object({ url: ADDRESS });

/** The feed's title stands as the publisher of what is drafted from it. */
export const ChangeFeed = Type.Object({
  title: line({ max: MAX_FEED_TITLE }),
  language: Type.Optional(LanguageTag),
  version: Type.Integer({ minimum: 1 }),
});

/** One button: that it is asked is enough. */
export const RemoveFeed = Type.Object({});

export const listFeeds = endpoint({
  id: "listInboxFeeds",
  method: "GET",
  path: "/api/v1/regions/:region/inbox/feeds",
  summary: "The feeds that the region reads, by title, each with how it fares",
  who: "curator",
  params: regionParams,
  reply: listOf(InboxFeed),
  failures: ["not-found"],
});

export const addFeed = endpoint({
  id: "addInboxFeed",
  method: "POST",
  path: "/api/v1/regions/:region/inbox/feeds",
  summary:
    "Reads an RSS, Atom, RDF or JSON feed from now on; a site's address finds its feed. Answers 201; `conflict` where it is read already, `not-fetched` with the reason as the message of `url`",
  who: "curator",
  params: regionParams,
  body: AddFeed,
  reply: InboxFeed,
  failures: ["not-found", "invalid", "conflict", "not-fetched", "too-many"],
});

export const changeFeed = endpoint({
  id: "changeInboxFeed",
  method: "PATCH",
  path: "/api/v1/regions/:region/inbox/feeds/:feed",
  summary: "Calls a feed otherwise, or says its language; without `language` it is unknown",
  who: "curator",
  params: feedParams,
  body: ChangeFeed,
  reply: InboxFeed,
  failures: ["not-found", "invalid", "stale"],
});

export const pauseFeed = endpoint({
  id: "pauseInboxFeed",
  method: "PUT",
  path: "/api/v1/regions/:region/inbox/feeds/:feed/paused",
  summary: "Stops reading a feed, or goes on with it at once",
  who: "curator",
  params: feedParams,
  body: Type.Object({ paused: Type.Boolean() }),
  reply: InboxFeed,
  failures: ["not-found", "invalid"],
});

export const readFeedNow = endpoint({
  id: "readInboxFeedNow",
  method: "POST",
  path: "/api/v1/regions/:region/inbox/feeds/:feed/read",
  summary: "Asks a feed at once; `conflict` while it is being asked",
  who: "curator",
  params: feedParams,
  reply: InboxFeed,
  failures: ["not-found", "conflict"],
});

export const removeFeed = endpoint({
  id: "removeInboxFeed",
  method: "DELETE",
  path: "/api/v1/regions/:region/inbox/feeds/:feed",
  summary: "Removes a feed and what came by it; what was drafted of it stays",
  who: "curator",
  params: feedParams,
  reply: Type.Null(),
  failures: ["not-found"],
});

export const listItems = endpoint({
  id: "listInboxItems",
  method: "GET",
  path: "/api/v1/regions/:region/inbox",
  summary: "What came by the feeds, newest first; new items unless `state` says otherwise",
  who: "curator",
  params: regionParams,
  query: inboxQuery,
  reply: listOf(InboxItem),
  failures: ["not-found", "invalid"],
});

export const sortItems = endpoint({
  id: "sortInboxItems",
  method: "POST",
  path: "/api/v1/regions/:region/inbox/sort",
  summary:
    "Dismisses items together, or takes dismissed ones back; those of other regions and used ones stay as they are",
  who: "curator",
  params: regionParams,
  body: Type.Object({
    items: Type.Array(Id, { minItems: 1, maxItems: MAX_TOGETHER }),
    state: Type.Enum(["new", "dismissed"]),
  }),
  reply: Type.Object({ changed: Type.Integer() }),
  failures: ["not-found", "invalid"],
});

export const draftItem = endpoint({
  id: "draftInboxItem",
  method: "POST",
  path: "/api/v1/regions/:region/inbox/items/:item/draft",
  summary: "Makes a draft of news of an item; where there is one already, that one",
  who: "curator",
  params: itemParams,
  reply: Type.Object({ entryId: Type.Integer() }),
  failures: ["not-found"],
});

/** What the buttons of the list send: one item alone, those that are chosen, or all that are shown. */
export const SortForm = Type.Object({
  only: Type.Optional(Id),
  item: Type.Optional(Type.Array(Id, { maxItems: MAX_TOGETHER })),
  shown: Type.Optional(Type.Array(Id, { maxItems: MAX_TOGETHER })),
  all: Type.Optional(Type.Enum(["yes"])),
  state: Type.Enum(["new", "dismissed"]),
  /** The list it came from. */
  feed: Type.Optional(Id),
});
