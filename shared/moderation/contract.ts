/** Flags, the queue, decisions, appeals and the public log: their records, and the endpoints that give and take them. */
import Type, { type Static } from "typebox";
import { paces } from "../board/keeping.ts";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, line, orNull, paragraphs, RegionParam, Slug } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import {
  blockKinds,
  decisionActions,
  flagGrounds,
  grounds,
  MAX_APPEAL,
  MAX_FLAG_NOTE,
  MAX_REASON,
  MIN_REASON,
  measures,
  outcomes,
  postActions,
} from "./rules.ts";

const Moment = Type.String({ description: "ISO 8601, UTC" });
const Id = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });
const BoardRef = Type.Object({ slug: Slug, region: orNull(Slug) });

export const FlagBody = Type.Object({
  ground: Type.Enum([...flagGrounds]),
  note: Type.Optional(paragraphs({ max: MAX_FLAG_NOTE })),
});
export type FlagBody = Static<typeof FlagBody>;

export const flagPost = endpoint({
  id: "flagPost",
  method: "POST",
  path: "/api/v1/posts/:id/flags",
  summary: "Flags a post for the moderators of its board; once for each person and post",
  who: "person",
  params: Type.Object({ id: Id }),
  body: FlagBody,
  reply: Type.Object({ id: Type.Integer(), ground: Type.Enum([...flagGrounds]), createdAt: Moment }),
  failures: ["unauthenticated", "not-found", "invalid", "conflict", "too-many"],
});

/** What waits for moderators. */
export const WaitingItem = Type.Object({
  /** `flag`: to decide; `approval`: a new member's; `appeal`: against a decision. */
  kind: Type.Enum(["flag", "approval", "appeal"]),
  /** Of the post; of an appeal its own. */
  id: Type.Integer(),
  since: Moment,
  board: orNull(BoardRef),
  post: orNull(
    Type.Object({
      id: Type.Integer(),
      threadId: Type.Integer(),
      number: Type.Integer(),
      state: Type.String(),
      title: Type.String(),
      author: orNull(Type.String()),
      html: Type.String(),
      language: LanguageTag,
      edits: Type.Integer(),
      /** The last decision about it: give it back as `decided`; 0: there is none. */
      decided: Type.Integer(),
    }),
  ),
  flags: Type.Array(Type.Object({ ground: Type.Enum([...flagGrounds]), note: Type.String(), at: Moment })),
  /** Of an appeal. */
  words: orNull(Type.String()),
});
export type WaitingItem = Static<typeof WaitingItem>;

export const listWaiting = endpoint({
  id: "listWaitingForModerators",
  method: "GET",
  path: "/api/v1/regions/:region/moderation/queue",
  summary: "Flagged posts, posts that wait for approval, and appeals, the oldest first",
  who: "moderator",
  params: regionParams,
  query: Type.Object({ ...paging }),
  reply: listOf(WaitingItem),
  failures: ["unauthenticated", "not-found", "invalid"],
});

/** `decided` and `edits` of the post as they were seen: so that nobody decides past somebody else. */
const seen = {
  decided: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  edits: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
};

export const DecideBody = Type.Object({
  action: Type.Optional(Type.Enum([...postActions])),
  /** About its author, beside or instead of it. */
  measure: Type.Optional(Type.Enum([...measures])),
  /** The last day of a suspension, `YYYY-MM-DD`. */
  until: Type.Optional(Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", problem: "form.notADate" })),
  ground: Type.Enum([...grounds]),
  /** What is told to the author and to those who flagged. */
  reason: paragraphs({ min: MIN_REASON, max: MAX_REASON }),
  ...seen,
});
export type DecideBody = Static<typeof DecideBody>;

export const Decided = Type.Object({
  id: Type.Integer(),
  action: Type.Enum([...decisionActions]),
  ground: Type.Enum([...grounds]),
  until: orNull(Moment),
  at: Moment,
});
export type Decided = Static<typeof Decided>;

export const decidePost = endpoint({
  id: "decidePost",
  method: "POST",
  path: "/api/v1/regions/:region/moderation/posts/:post/decisions",
  summary: "Decides about a post, its thread or its author; `conflict` where somebody decided meanwhile",
  who: "moderator",
  params: Type.Object({ region: RegionParam, post: Id }),
  body: DecideBody,
  reply: Type.Object({ decisions: Type.Array(Decided) }),
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "conflict"],
});

export const AnswerAppealBody = Type.Object({
  outcome: Type.Enum([...outcomes]),
  answer: paragraphs({ min: MIN_REASON, max: MAX_REASON }),
});
export type AnswerAppealBody = Static<typeof AnswerAppealBody>;

export const answerAppeal = endpoint({
  id: "answerAppeal",
  method: "POST",
  path: "/api/v1/regions/:region/moderation/appeals/:appeal/answer",
  summary: "Upholds or reverses a decision after an appeal; by another moderator than who decided",
  who: "moderator",
  params: Type.Object({ region: RegionParam, appeal: Id }),
  body: AnswerAppealBody,
  reply: Type.Object({ outcome: Type.Enum([...outcomes]) }),
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "conflict"],
});

export const AppealBody = Type.Object({ words: paragraphs({ min: MIN_REASON, max: MAX_APPEAL }) });

/** Seconds between two posts of one person in a thread; the slower of this and its board's holds. */
export const PaceBody = Type.Object({ pace: Type.Enum([...paces]) });

/** A decision as everybody may know of it. */
export const LoggedDecision = Type.Object({
  /** The day, `YYYY-MM-DD`. */
  on: Type.String(),
  /** Null where not everybody may read the board. */
  board: orNull(BoardRef),
  action: Type.Enum([...decisionActions]),
  ground: Type.Enum([...grounds]),
  appeal: orNull(Type.Enum(["waiting", ...outcomes])),
});
export type LoggedDecision = Static<typeof LoggedDecision>;

export const logQuery = Type.Object({ ...paging });

export const listDecisions = endpoint({
  id: "listDecisions",
  method: "GET",
  path: "/api/v1/regions/:region/moderation/decisions",
  summary: "The public log: what moderators decided, without names, handles or texts; the newest first",
  who: "anyone",
  params: regionParams,
  query: logQuery,
  reply: listOf(LoggedDecision),
  failures: ["not-found", "invalid"],
});

const Handle = line({ max: 60 });
/** Whom one does not want to read: `block` also ends that they name or answer one. */
export const BlockBody = Type.Object({ handle: Handle, kind: Type.Enum([...blockKinds]) });
export const EndBlockBody = Type.Object({ handle: Handle });

const Block = Type.Object({ handle: Type.String(), kind: Type.Enum([...blockKinds]) });

export const listBlocks = endpoint({
  id: "listBlocks",
  method: "GET",
  path: "/api/v1/account/blocks",
  summary: "Whom one blocks or mutes",
  who: "person",
  reply: Type.Object({ items: Type.Array(Block) }),
  failures: ["unauthenticated"],
});

export const putBlock = endpoint({
  id: "putBlock",
  method: "PUT",
  path: "/api/v1/account/blocks",
  summary: "Blocks or mutes a person; they are not told",
  who: "person",
  body: BlockBody,
  reply: Block,
  failures: ["unauthenticated", "invalid", "not-found"],
});

export const deleteBlock = endpoint({
  id: "deleteBlock",
  method: "DELETE",
  path: "/api/v1/account/blocks/:handle",
  summary: "Ends a block or a mute",
  who: "person",
  params: Type.Object({ handle: Handle }),
  reply: Type.Null(),
  failures: ["unauthenticated"],
});
