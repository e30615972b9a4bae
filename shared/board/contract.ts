/** Boards, threads and posts: the records, and the endpoints that give and take them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import {
  anyOf,
  CountryCode,
  LanguageTag,
  line,
  orNull,
  paragraphs,
  RegionParam,
  SearchText,
  Slug,
} from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import {
  CLIENT_ID,
  MAX_BODY,
  MAX_TAGS,
  MAX_TITLE,
  postStates,
  reactionKinds,
  threadKinds,
  threadStates,
  visibilities,
} from "./rules.ts";

const Moment = Type.String({ description: "ISO 8601, UTC" });
const ClientId = Type.String({ pattern: CLIENT_ID });

export const Board = Type.Object({
  id: Type.Integer(),
  /** Null: of all regions. */
  region: orNull(Slug),
  slug: Slug,
  /** By language of the interface. */
  names: Type.Record(Type.String(), Type.String()),
  purposes: Type.Record(Type.String(), Type.String()),
  visibility: Type.Enum([...visibilities]),
  closed: Type.Boolean(),
  /** When something was last written there that all of its readers may see. */
  lastPostAt: orNull(Moment),
});
export type Board = Static<typeof Board>;

/** Who wrote: a handle, the platform's own "Secretariat", or null where the person was removed. */
export const Author = orNull(
  Type.Object({ handle: Type.String(), system: Type.Optional(Type.Literal(true)) }),
);

/** The CSO whose badge was worn; null where none was, or where it hides itself. */
const Badge = orNull(Type.Object({ slug: Slug, name: Type.String(), region: Slug }));
export type Badge = Static<typeof Badge>;

export const Thread = Type.Object({
  id: Type.Integer(),
  board: Type.Object({ slug: Slug, region: orNull(Slug), visibility: Type.Enum([...visibilities]) }),
  title: Type.String(),
  kind: Type.Enum([...threadKinds]),
  language: LanguageTag,
  /** What it is about: ISO 3166-1 alpha-2, and specialisations. */
  countries: Type.Array(Type.String()),
  specializations: Type.Array(Slug),
  author: Author,
  organisation: Badge,
  createdAt: Moment,
  lastPostAt: Moment,
  /** The number of its last post; numbers have no gaps. */
  lastNumber: Type.Integer(),
  /** Raised by each change of the thread or of one of its posts. */
  version: Type.Integer(),
  state: Type.Enum([...threadStates]),
  pinned: Type.Boolean(),
  locked: Type.Boolean(),
  /** The number of the post that answers a question. */
  answer: orNull(Type.Integer()),
});
export type Thread = Static<typeof Thread>;

/** A post that is there. */
export const VisiblePost = Type.Object({
  id: Type.Integer(),
  threadId: Type.Integer(),
  number: Type.Integer(),
  /** The thread's version at which it last changed. */
  version: Type.Integer(),
  state: Type.Literal("visible"),
  author: Author,
  organisation: Badge,
  /** Markdown as it was typed, and the safe HTML made of it. */
  body: Type.String(),
  html: Type.String(),
  language: LanguageTag,
  createdAt: Moment,
  editedAt: orNull(Moment),
  edits: Type.Integer(),
  replyTo: orNull(Type.Integer()),
  /** How many of each kind. */
  reactions: Type.Partial(Type.Record(Type.Enum([...reactionKinds]), Type.Integer())),
  via: Type.Enum(["web", "mail"]),
});
export type VisiblePost = Static<typeof VisiblePost>;

/** A post that may not be read: its place stays. */
export const AbsentPost = Type.Object({
  id: Type.Integer(),
  number: Type.Integer(),
  version: Type.Integer(),
  state: Type.Enum(postStates.filter((state) => state !== "visible")),
});
export type AbsentPost = Static<typeof AbsentPost>;

export const Post = Type.Union([VisiblePost, AbsentPost]);
export type Post = Static<typeof Post>;

/** What the asking person may do, so that pages and apps hide what is not theirs. */
export const ThreadMay = Type.Object({
  reply: Type.Boolean(),
  moderate: Type.Boolean(),
  markAnswer: Type.Boolean(),
});

const boardParams = Type.Object({ region: RegionParam, board: Type.String({ maxLength: 120 }) });
const threadParams = Type.Object({ id: Type.String({ pattern: "^[1-9][0-9]{0,14}$" }) });

export const listBoards = endpoint({
  id: "listBoards",
  method: "GET",
  path: "/api/v1/regions/:region/boards",
  summary: "The boards of a region that the asking person may read, those of all regions last",
  who: "anyone",
  params: regionParams,
  reply: listOf(Board),
  failures: ["not-found"],
});

export const threadSorts = ["latest", "new"] as const;
export const threadLists = ["all", "unanswered", "unread", "watched", "mine"] as const;

export const threadQuery = Type.Object({
  ...paging,
  sort: Type.Optional(Type.Enum([...threadSorts])),
  list: Type.Optional(Type.Enum([...threadLists])),
  kind: anyOf(Type.Enum([...threadKinds])),
  country: anyOf(CountryCode),
  specialization: anyOf(Slug),
  q: Type.Optional(SearchText),
});

export const listThreads = endpoint({
  id: "listThreads",
  method: "GET",
  path: "/api/v1/regions/:region/boards/:board/threads",
  summary: "Threads of a board, pinned ones first; unread, watched and own ones for whoever is signed in",
  who: "anyone",
  params: boardParams,
  query: threadQuery,
  reply: listOf(Thread),
  failures: ["not-found", "invalid"],
});

export const NewThread = Type.Object({
  title: line({ max: MAX_TITLE }),
  body: paragraphs({ max: MAX_BODY }),
  kind: Type.Enum([...threadKinds]),
  clientId: ClientId,
  language: Type.Optional(LanguageTag),
  countries: Type.Optional(Type.Array(CountryCode, { maxItems: MAX_TAGS })),
  specializations: Type.Optional(Type.Array(Slug, { maxItems: MAX_TAGS })),
  /** The CSO whose badge is worn, by its slug. */
  organisation: Type.Optional(Slug),
});
export type NewThread = Static<typeof NewThread>;

export const startThread = endpoint({
  id: "startThread",
  method: "POST",
  path: "/api/v1/regions/:region/boards/:board/threads",
  summary: "Starts a thread with its first post; the same clientId sent again answers the same thread",
  who: "person",
  params: boardParams,
  body: NewThread,
  reply: Type.Object({ ...Thread.properties, post: Post }),
  failures: ["invalid", "unauthenticated", "forbidden", "not-found", "too-many", "suspended"],
});

export const getThread = endpoint({
  id: "getThread",
  method: "GET",
  path: "/api/v1/threads/:id",
  summary: "A thread, and what the asking person may do there",
  who: "anyone",
  params: threadParams,
  reply: Type.Object({ ...Thread.properties, may: ThreadMay }),
  failures: ["not-found"],
});

export const listPosts = endpoint({
  id: "listPosts",
  method: "GET",
  path: "/api/v1/threads/:id/posts",
  summary: "Posts of a thread by number",
  who: "anyone",
  params: threadParams,
  query: Type.Object({ ...paging }),
  reply: listOf(Post),
  failures: ["not-found", "invalid"],
});

export const NewPost = Type.Object({
  body: paragraphs({ max: MAX_BODY }),
  clientId: ClientId,
  language: Type.Optional(LanguageTag),
  replyTo: Type.Optional(Type.Integer({ minimum: 1 })),
  organisation: Type.Optional(Slug),
});
export type NewPost = Static<typeof NewPost>;

export const reply = endpoint({
  id: "reply",
  method: "POST",
  path: "/api/v1/threads/:id/posts",
  summary: "Replies; 201 with the post, 200 with the same post where its clientId was sent before",
  who: "person",
  params: threadParams,
  body: NewPost,
  reply: Post,
  failures: ["invalid", "unauthenticated", "forbidden", "not-found", "locked", "too-many", "suspended"],
});

export const threadChanges = endpoint({
  id: "threadChanges",
  method: "GET",
  path: "/api/v1/threads/:id/changes",
  summary: "Whole posts that changed after a version of the thread, in the order of their versions",
  who: "anyone",
  params: threadParams,
  query: Type.Object({
    since: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: paging.limit,
  }),
  reply: Type.Object({
    version: Type.Integer({ description: "Ask with this next time." }),
    thread: Thread,
    posts: Type.Array(Post),
    next: orNull(Type.Integer({ description: "There is more: ask on with this as `since`." })),
  }),
  failures: ["not-found", "invalid"],
});
