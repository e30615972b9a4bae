/** What may be flagged, decided and appealed, by whom, and the limits of all of it: pure decisions. */
import { type Actor, hasRole } from "../accounts/rules.ts";
import type { PostState } from "../board/rules.ts";

/** Why somebody flags a post: the rules of the board, shortened to what a person in a hurry can choose from. */
export const flagGrounds = ["threat", "exposes", "accusation", "spam", "off-topic", "other"] as const;
export type FlagGround = (typeof flagGrounds)[number];
/** A decision may also only keep order: pinning, moving, approving a first post. */
export const grounds = [...flagGrounds, "order"] as const;
export type Ground = (typeof grounds)[number];

/** What is decided about a post or its thread … */
export const postActions = ["keep", "hide", "show", "approve", "reject", "lock", "unlock"] as const;
export type PostAction = (typeof postActions)[number];
/** … and about who wrote it. */
export const measures = ["warn", "suspend", "ban", "lift"] as const;
export type Measure = (typeof measures)[number];
/** What keeps a board in order, and concerns nobody in particular. */
export const orderActions = ["pin", "unpin", "move", "split", "merge"] as const;
export type DecisionAction = PostAction | Measure | (typeof orderActions)[number];
export const decisionActions: readonly DecisionAction[] = [...postActions, ...measures, ...orderActions];

export const outcomes = ["upheld", "reversed"] as const;
export type Outcome = (typeof outcomes)[number];

/** Enough to say what is wrong; who needs more space should not carry it alone, and writes to a moderator. */
export const MAX_FLAG_NOTE = 1000;
/** What the person is told. One word is no reason. */
export const MIN_REASON = 5;
export const MAX_REASON = 2000;
export const MAX_APPEAL = 3000;
/** More in a day is a campaign, and drowns what others flag. */
export const MAX_FLAGS_A_DAY = 20;
/** From a cooling-off day to a season; who should be away for longer is banned, which says so. */
export const MIN_SUSPENSION_DAYS = 1;
export const MAX_SUSPENSION_DAYS = 90;
export const suspensionDays = [1, 3, 7, 14, 30, 90] as const;
/** As long as a suspension may last, so that nobody misses it for being away. */
export const APPEAL_DAYS = 90;
/** As many as a moderator looks through at once. */
export const QUEUE_PAGE = 20;
export const LOG_PAGE = 50;
/** More is not a list of people, but of a quarrel. */
export const MAX_BLOCKS = 500;

export const blockKinds = ["block", "mute"] as const;
export type BlockKind = (typeof blockKinds)[number];

const DAY_MS = 86_400_000;

/** What a decision about a post starts from. */
export interface DecidingFacts {
  state: PostState;
  /** The thread takes no replies. */
  locked: boolean;
  /** Null: the author was removed. */
  author: { limited: boolean; system: boolean } | null;
  /** The moderator wrote it. */
  isOwn: boolean;
  flags: number;
}

/** What lets a post stand: for somebody else than its author to say. */
const inFavour: readonly PostAction[] = ["keep", "show", "approve"];

/** What may be decided about the post; nobody clears their own, which waits for another moderator. */
export function postOptions(facts: DecidingFacts): PostAction[] {
  const options = optionsOf(facts);
  return facts.isOwn ? options.filter((action) => !inFavour.includes(action)) : options;
}

/** A deleted or moved post is past deciding. */
function optionsOf({ state, locked, flags }: DecidingFacts): PostAction[] {
  const lock: PostAction[] = [locked ? "unlock" : "lock"];
  if (state === "pending") return ["approve", "reject", ...lock];
  if (state === "hidden") return ["show", ...(flags > 0 ? (["keep"] as const) : []), ...lock];
  if (state === "visible") return ["keep", "hide", ...lock];
  return flags > 0 ? ["keep", ...lock] : lock;
}

/** What may be decided about its author: nobody decides about themselves, and the platform cannot be suspended. */
export function measureOptions({ author, isOwn }: DecidingFacts): Measure[] {
  if (author === null || author.system || isOwn) return [];
  return ["warn", "suspend", "ban", ...(author.limited ? (["lift"] as const) : [])];
}

/** Whether a suspension may end then: one to ninety days from now. */
export function isSuspensionEnd(until: Date, now: Date): boolean {
  const days = (until.getTime() - now.getTime()) / DAY_MS;
  // The last day is a whole one, wherever its moderator's clock stands.
  return days > 0 && days <= MAX_SUSPENSION_DAYS + 1;
}

/** What an appeal that succeeds does: the opposite of what was decided; null: nothing can be undone but the word. */
export function reversalOf(action: DecisionAction): DecisionAction | null {
  const opposites: Partial<Record<DecisionAction, DecisionAction>> = {
    hide: "show",
    keep: "hide",
    reject: "approve",
    lock: "unlock",
    suspend: "lift",
    ban: "lift",
  };
  return opposites[action] ?? null;
}

/** Decided against whoever wrote, or against those who flagged: what either may appeal. */
const against: Record<"author" | "flagger", readonly DecisionAction[]> = {
  author: ["hide", "reject", "lock", "warn", "suspend", "ban"],
  flagger: ["keep"],
};

export interface AppealableDecision {
  action: DecisionAction;
  personId: number | null;
  at: Date;
  /** Those who flagged what it is about. */
  flaggers: readonly number[];
  appealed: boolean;
}

/** One appeal for each decision, within its time, by whom it goes against. */
export function mayAppeal(personId: number, decision: AppealableDecision, now: Date): boolean {
  const { action, at, appealed } = decision;
  if (appealed || now.getTime() - at.getTime() > APPEAL_DAYS * DAY_MS) return false;
  if (decision.personId === personId) return against.author.includes(action);
  return decision.flaggers.includes(personId) && against.flagger.includes(action);
}

/** Who could decide an appeal: moderators and admins of a region. */
export interface Moderator {
  personId: number;
  region: string;
}

/** Who decided, about whom, and upon whose flags. */
interface Judged {
  moderatorId: number | null;
  personId: number | null;
  flaggers: readonly number[];
}

function isPartyTo(id: number, { moderatorId, personId, flaggers }: Judged): boolean {
  return id === moderatorId || id === personId || flaggers.includes(id);
}

/**
 * Of which region's moderators an appeal is asked: the decision's own where it has another one than who decided and whom
 * it concerns; else the first region in order that has; null: any region's, as for the boards of all regions. Where there is
 * nobody at all it stays with its own region, for the day that another moderator is named there; stewards may always.
 */
export function appealRegion(
  decision: Judged & { region: string | null },
  appellant: number,
  moderators: readonly Moderator[],
): string | null {
  if (decision.region === null) return null;
  const others = moderators.filter(
    ({ personId }) => personId !== appellant && !isPartyTo(personId, decision),
  );
  if (others.some(({ region }) => region === decision.region)) return decision.region;
  const [elsewhere] = others.map(({ region }) => region).toSorted();
  return elsewhere ?? decision.region;
}

/** Not whoever decided, and nobody in their own cause: neither who wrote the post nor who flagged it. */
export function mayDecideAppeal(
  actor: Actor | null,
  appeal: { region: string | null; personId: number | null },
  decision: Judged,
): boolean {
  if (actor === null || actor.id === appeal.personId || isPartyTo(actor.id, decision)) return false;
  if (appeal.region !== null) return hasRole(actor, "moderator", appeal.region);
  return actor.roles.some(({ region }) => hasRole(actor, "moderator", region));
}
