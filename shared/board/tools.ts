/** What the forms of a thread's tools ask for. */
import Type from "typebox";
import { line, paragraphs } from "../fields.ts";
import { MAX_TITLE } from "./rules.ts";

/** One sentence or two, for the log and for whom it concerns. */
export const MAX_REASON = 1_000;
/** More is another conversation than one thread's; and the readers of both threads wait meanwhile. */
export const MAX_MOVED = 500;

export const switches = ["pin", "unpin", "lock", "unlock"] as const;

const Version = Type.Integer({ minimum: 1 });
const Reason = Type.Optional(paragraphs({ max: MAX_REASON }));
const PostNumber = Type.Integer({ minimum: 1, maximum: 2_000_000_000 });
const confirmed = Type.Boolean();

export const switchBody = Type.Object({ do: Type.Enum([...switches]), version: Version, reason: Reason });
export const moveBody = Type.Object({
  board: Type.Integer({ minimum: 1 }),
  reason: Reason,
  version: Version,
  confirmed,
});
export const splitBody = Type.Object({
  title: line({ max: MAX_TITLE }),
  /** Numbers of posts, both included. */
  from: PostNumber,
  to: PostNumber,
  reason: Reason,
  version: Version,
  confirmed,
});
export const mergeBody = Type.Object({
  /** A thread's number, or its address. */
  into: line({ max: 300 }),
  reason: Reason,
  version: Version,
  confirmed,
});
/** No number: no post answers any more. */
export const answerBody = Type.Object({ number: Type.Optional(PostNumber) });
export const authorBody = Type.Object({ handle: line({ max: 60 }) });
export const authorGoneBody = Type.Object({ person: Type.Integer({ minimum: 1 }) });
