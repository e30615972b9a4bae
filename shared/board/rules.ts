/** Who may read and write on the board, and the limits of what is written there. */
import { type Actor, hasRole, type StaffRole } from "../accounts/rules.ts";

export const visibilities = ["public", "members", "group"] as const;
export type Visibility = (typeof visibilities)[number];
export const starters = ["members", "moderators"] as const;
export const threadKinds = ["discussion", "question", "announcement", "live"] as const;
export type ThreadKind = (typeof threadKinds)[number];
export const threadStates = ["visible", "pending", "hidden", "deleted", "merged"] as const;
export const postStates = ["visible", "pending", "hidden", "deleted", "moved"] as const;
export type PostState = (typeof postStates)[number];
/** A small fixed set: enough to answer without a post, too few to count people against each other. */
export const reactionKinds = ["thanks", "agree", "insightful", "solidarity"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const MAX_TITLE = 200;
/** Some eight printed pages: longer texts are documents, and belong into a file. */
export const MAX_BODY = 20_000;
/** More names in one post are a list of recipients, not a conversation. */
export const MAX_MENTIONS = 20;
export const MAX_POST_FILES = 8;
export const MAX_TAGS = 8;
/** What may be put into a post: as logos, and PDFs. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
export const POSTS_PER_PAGE = 20;
export const THREADS_PER_PAGE = 20;
/** An author may correct a post for so long; later edits would rewrite what others answered. */
export const EDIT_DAYS = 30;
/** Unique per person and thread; sent again it is the same post. */
export const CLIENT_ID = "^[A-Za-z0-9_-]{1,64}$";
/** The handle of the system person that welcomes. */
export const SECRETARIAT = "Secretariat";
/** How the board of all regions is called in topics: `board:all/across-regions`. */
export const ALL_REGIONS = "all";

/** What the rules need to know of a board. */
export interface BoardFacts {
  id: number;
  /** Null: of all regions. */
  region: string | null;
  visibility: Visibility;
  starters: (typeof starters)[number];
  closed: boolean;
}

/** A person as the board's rules see them: beside the account, the groups that they were invited into, by themselves or by a CSO. */
export interface Reader {
  actor: Actor | null;
  /** Ids of boards of visibility `group`. */
  groups: ReadonlySet<number>;
}

const NOBODY: Reader = { actor: null, groups: new Set() };
export const visitor = NOBODY;

/** Moderators of its region; a board of all regions is kept by any region's. */
export function mayModerate(actor: Actor | null, board: Pick<BoardFacts, "region">): boolean {
  return hasRoleIn(actor, "moderator", board.region);
}

/** Boards are made by admins of the region; those of all regions by stewards. */
export function mayKeepBoards(actor: Actor | null, region: string | null): boolean {
  return hasRole(actor, region === null ? "steward" : "admin", region);
}

function hasRoleIn(actor: Actor | null, role: StaffRole, region: string | null): boolean {
  if (region !== null) return hasRole(actor, role, region);
  return (actor?.roles ?? []).some((one) => hasRole(actor, role, one.region));
}

/** Whether the person is a member where the board is: of its region, or of any where it is of all. */
function belongs(actor: Actor | null, region: string | null): boolean {
  if (!actor) return false;
  if (actor.roles.some(({ role }) => role === "steward")) return true;
  return region === null ? actor.regions.length > 0 : actor.regions.includes(region);
}

/** Groups are read by those in them alone, and by whoever moderates there, since flags must be decided. */
export function mayRead({ actor, groups }: Reader, board: BoardFacts): boolean {
  if (board.visibility === "public") return true;
  if (mayModerate(actor, board)) return true;
  if (board.visibility === "members") return belongs(actor, board.region);
  return actor !== null && groups.has(board.id);
}

/** Members of the region write in its boards; in a group those who are in it. */
export function mayPost(reader: Reader, board: BoardFacts): boolean {
  if (board.closed || reader.actor === null || !mayRead(reader, board)) return false;
  return (
    board.visibility === "group" || belongs(reader.actor, board.region) || mayModerate(reader.actor, board)
  );
}

export function mayStart(reader: Reader, board: BoardFacts): boolean {
  if (!mayPost(reader, board)) return false;
  return board.starters === "members" || mayModerate(reader.actor, board);
}

export interface ThreadFacts {
  authorId: number | null;
  kind: ThreadKind;
  locked: boolean;
  state: (typeof threadStates)[number];
  /** Of live coverage: who writes its entries, beside its author. */
  authors: readonly number[];
}

/** A thread that waits, or was hidden, is there for its author and for moderators alone. */
export function mayReadThread(reader: Reader, board: BoardFacts, thread: ThreadFacts): boolean {
  if (!mayRead(reader, board)) return false;
  if (thread.state === "visible" || mayModerate(reader.actor, board)) return true;
  return thread.state === "pending" && isAuthor(reader.actor, thread);
}

function isAuthor(actor: Actor | null, { authorId }: Pick<ThreadFacts, "authorId">): boolean {
  return actor !== null && authorId === actor.id;
}

/** Entries of live coverage are its authors' alone; announcements take replies as discussions do. */
export function mayReply(reader: Reader, board: BoardFacts, thread: ThreadFacts): boolean {
  if (!mayPost(reader, board) || thread.state !== "visible") return false;
  const { actor } = reader;
  if (thread.locked && !mayModerate(actor, board)) return false;
  if (thread.kind !== "live") return true;
  return isAuthor(actor, thread) || (actor !== null && thread.authors.includes(actor.id));
}

/** Announcements and live coverage speak for the platform or a CSO: moderators, curators and CSOs' own people start them. */
export function mayStartKind(reader: Reader, board: BoardFacts, kind: ThreadKind): boolean {
  if (kind === "discussion" || kind === "question") return mayStart(reader, board);
  const { actor } = reader;
  const speaks = hasRoleIn(actor, "curator", board.region) || mayModerate(actor, board);
  return mayStart(reader, board) && (speaks || (actor?.memberships.length ?? 0) > 0);
}

/** Who asked, and moderators, say which post answers. */
export function mayMarkAnswer(actor: Actor | null, board: BoardFacts, thread: ThreadFacts): boolean {
  return thread.kind === "question" && (isAuthor(actor, thread) || mayModerate(actor, board));
}

interface PostFacts {
  authorId: number | null;
  state: PostState;
  createdAt: Date;
}

const DAY_MS = 86_400_000;

/** Authors correct their own posts; a moderator hides, but puts no words into anybody's mouth. */
export function mayEditPost(actor: Actor | null, post: PostFacts, now: Date): boolean {
  const isOwn = actor !== null && post.authorId === actor.id;
  const isThere = post.state === "visible" || post.state === "pending";
  return isOwn && isThere && now.getTime() - post.createdAt.getTime() < EDIT_DAYS * DAY_MS;
}

export function mayDeletePost(actor: Actor | null, post: PostFacts): boolean {
  return (
    actor !== null && post.authorId === actor.id && (post.state === "visible" || post.state === "pending")
  );
}

/** Whoever may post in the board, in live coverage too, where few write and many listen. */
export function mayReact(reader: Reader, board: BoardFacts, thread: ThreadFacts): boolean {
  if (!mayPost(reader, board) || thread.state !== "visible") return false;
  return !thread.locked || mayModerate(reader.actor, board);
}

/** What everybody sees; waiting and hidden ones are seen by their author and by moderators. */
export function maySeePost(reader: Reader, board: BoardFacts, post: PostFacts): boolean {
  if (post.state === "visible") return true;
  if (post.state === "deleted" || post.state === "moved") return false;
  return mayModerate(reader.actor, board) || (reader.actor !== null && reader.actor.id === post.authorId);
}

/** The badge of a CSO is worn by its own people, while it is not hidden. */
export function mayWear(actor: Actor | null, organisationId: number): boolean {
  return actor?.memberships.some((one) => one.organisationId === organisationId && !one.dark) ?? false;
}

/** What was written for few is never shown to more: threads move to boards with the same readers or fewer. */
export function mayMoveTo(from: BoardFacts, to: BoardFacts): boolean {
  if (from.id === to.id || to.closed) return false;
  if (from.visibility === "public") return true;
  if (from.visibility === "group" || to.visibility === "public") return false;
  return from.region === null || from.region === to.region;
}

/** Who writes live coverage is named by who started it, and by moderators. */
export function mayNameAuthors(actor: Actor | null, board: BoardFacts, thread: ThreadFacts): boolean {
  return thread.kind === "live" && (isAuthor(actor, thread) || mayModerate(actor, board));
}
