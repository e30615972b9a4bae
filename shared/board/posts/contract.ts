/** What is done with a post that is there: corrected, deleted, answered by a sign; and whom one may name in one. */
import Type, { type Static } from "typebox";
import { endpoint } from "../../endpoint.ts";
import { line, orNull, paragraphs, RegionParam } from "../../fields.ts";
import { Post } from "../contract.ts";
import { MAX_BODY, reactionKinds } from "../rules.ts";

const Id = Type.String({ pattern: "^[1-9][0-9]{0,14}$" });
const postParams = Type.Object({ id: Id });

export const EditedPost = Type.Object({
  body: paragraphs({ max: MAX_BODY }),
  /** The version that its author saw. */
  version: Type.Integer({ minimum: 0 }),
});

/** All that forms of posts and threads hold, whether or not it could be sent as it is: it is only shown. */
export const PreviewForm = Type.Object({
  body: Type.Optional(paragraphs({ min: 0, max: 5 * MAX_BODY })),
  ...Object.fromEntries(
    ["title", "kind", "clientId", "language", "organisation", "replyTo", "version"].map((name) => [
      name,
      Type.Optional(line({ min: 0, max: 1_000 })),
    ]),
  ),
  countries: Type.Optional(Type.Array(line({ max: 2 }), { maxItems: 400 })),
  specializations: Type.Optional(Type.Array(line({ max: 120 }), { maxItems: 100 })),
});

/** A button alone. */
export const DeletedPost = Type.Object({});

/** A sign, or with a dash before it the sign taken back. */
export const ReactionForm = Type.Object({
  kind: Type.Enum([...reactionKinds, ...reactionKinds.map((kind) => `-${kind}` as const)]),
});

export const editPost = endpoint({
  id: "editPost",
  method: "PATCH",
  path: "/api/v1/posts/:id",
  summary:
    "Corrects one's own post, for 30 days; `stale` where it says something else than at that version. What it said before stays to be seen",
  who: "person",
  params: postParams,
  body: EditedPost,
  reply: Post,
  failures: ["invalid", "not-found", "forbidden", "locked", "stale", "conflict", "suspended"],
});

export const deletePost = endpoint({
  id: "deletePost",
  method: "DELETE",
  path: "/api/v1/posts/:id",
  summary: "Deletes one's own post, and what it said before; its place stays and says so",
  who: "person",
  params: postParams,
  reply: Type.Null(),
  failures: ["not-found", "forbidden"],
});

const reactionParams = Type.Object({ id: Id, kind: Type.Enum([...reactionKinds]) });

export const giveReaction = endpoint({
  id: "giveReaction",
  method: "PUT",
  path: "/api/v1/posts/:id/reactions/:kind",
  summary: "Answers a post by a sign; given twice it is there once",
  who: "person",
  params: reactionParams,
  reply: Post,
  failures: ["not-found", "forbidden", "locked", "suspended"],
});

export const takeReaction = endpoint({
  id: "takeReaction",
  method: "DELETE",
  path: "/api/v1/posts/:id/reactions/:kind",
  summary: "Takes the sign back",
  who: "person",
  params: reactionParams,
  reply: Post,
  failures: ["not-found", "forbidden", "locked", "suspended"],
});

/** Fewer letters are no name that somebody has in mind, and would list people. */
export const MIN_NAME_BEGUN = 2;
export const MAX_NAMES = 8;

export const Name = Type.Object({
  kind: Type.Enum(["person", "organisation"]),
  /** What is written behind the @. */
  name: Type.String(),
  /** Of a CSO, its whole name. */
  title: orNull(Type.String()),
});
export type Name = Static<typeof Name>;

export const boardNames = endpoint({
  id: "boardNames",
  method: "GET",
  path: "/api/v1/regions/:region/boards/:board/names",
  summary: `Up to ${MAX_NAMES} people and as many CSOs whose name begins so, of those who may be named in the board`,
  who: "person",
  params: Type.Object({ region: RegionParam, board: Type.String({ maxLength: 120 }) }),
  query: Type.Object({ q: Type.String({ minLength: MIN_NAME_BEGUN, maxLength: 60 }) }),
  reply: Type.Object({ items: Type.Array(Name) }),
  failures: ["invalid", "not-found", "unauthenticated"],
});

export const quotePost = endpoint({
  id: "quotePost",
  method: "GET",
  path: "/api/v1/threads/:id/posts/:number/quote",
  summary: "A post as Markdown that quotes it and leads back to it; what one may not read cannot be quoted",
  who: "person",
  params: Type.Object({ id: Id, number: Id }),
  reply: Type.Object({ body: Type.String(), replyTo: Type.Integer() }),
  failures: ["not-found"],
});
