/** Decides about a post, its thread or its author: once for all moderators, with a reason, and both sides are told. */
import { recordAudit } from "db/audit/changes.ts";
import { closeFlags, holdPost, insertDecision } from "db/moderation/changes.ts";
import { decisionById, type JudgedPost, judgedPost } from "db/moderation/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { DecideBody, Decided } from "shared/moderation/contract.ts";
import {
  type DecidingFacts,
  type DecisionAction,
  type Ground,
  isSuspensionEnd,
  measureOptions,
  postOptions,
} from "shared/moderation/rules.ts";
import type { App } from "../app.ts";
import { carryOut } from "./effects.ts";
import { type Side, tellDecision } from "./telling.ts";

/** What a tool of the moderators did to a thread or board. */
export interface Done {
  actor: Actor;
  action: DecisionAction;
  /** Null: of all regions. */
  region: string | null;
  boardId: number;
  threadId: number | null;
  postId?: number | null;
  /** Whom it concerns, who is told: of a lock the thread's author. */
  personId?: number | null;
  ground?: Ground;
  reason?: string;
}

/**
 * Writes down what a moderator's tool does in the same transaction (pin, lock, move, split, merge), with its audit row, and
 * tells whom it concerns. Called last in a transaction, as the audit log asks. Gives the decision's id.
 */
export async function recordDecision(app: App, tx: Transaction, done: Done): Promise<number> {
  const { actor, action, region, boardId, threadId, postId = null, personId = null } = done;
  const { ground = "order", reason = "" } = done;
  const at = app.now();
  const decisionId = await insertDecision(tx, {
    ...{ region, boardId, threadId, postId, personId, action, ground, reason, at },
    ...{ until: null, about: null, moderatorId: actor.id },
  });
  if (personId !== null && personId !== actor.id) {
    const to = [{ personId, side: "author" as const }];
    const told = { decisionId, actions: [action], ground, reason, until: null, threadId, postId, at, to };
    // That a thread stands first in its list, its author sees there.
    await tellDecision(app, tx, { ...told, withoutLetter: action === "pin" || action === "unpin" });
  }
  await auditDecision(app, tx, { id: decisionId, action, actorId: actor.id, region });
  return decisionId;
}

interface Audited {
  id: number;
  action: DecisionAction;
  actorId: number;
  region: string | null;
}

export function auditDecision(
  app: App,
  tx: Transaction,
  { id, action, actorId, region }: Audited,
): Promise<void> {
  return recordAudit(tx, app.secrets, {
    actor: actorId,
    action: `decision.${action}`,
    target: `decision:${id}`,
    region,
  });
}

export function decidingFacts(post: JudgedPost, actor: Actor): DecidingFacts {
  const { state, locked, authorId, limited, system, flags } = post;
  const author = authorId === null ? null : { limited, system };
  return { state, locked, author, isOwn: authorId === actor.id, flags: flags.length };
}

/** What is said against a post, in whose words its author must not find who said it, though they keep the board. */
export function flagsShownTo(actor: Actor | null, { authorId, flags }: JudgedPost): JudgedPost["flags"] {
  const isOwn = actor !== null && authorId === actor.id;
  return isOwn ? flags.map((flag) => ({ ...flag, note: "" })) : flags;
}

export interface Deciding {
  actor: Actor;
  /** Of the desk at which it is decided. */
  region: string;
  postId: number;
  body: DecideBody;
}

/** Throws `conflict` where somebody decided, or the author edited, since the moderator looked. */
export async function decide(app: App, { actor, region, postId, body }: Deciding): Promise<Decided[]> {
  const actions = [body.action, body.measure].filter((one) => one !== undefined);
  const until = endOf(body, app.now());
  return transaction(app.db, async (tx) => {
    await holdPost(tx, postId);
    const post = found(await judgedPost(tx, region, postId));
    allow(post, actor, body, actions);
    const at = app.now();
    const ids: number[] = [];
    for (const action of actions) {
      const decisionId = await insertDecision(tx, {
        ...{
          region: post.region,
          boardId: post.boardId,
          threadId: post.threadId,
          postId,
          personId: post.authorId,
        },
        ...{ action, ground: body.ground, reason: body.reason, until: action === "suspend" ? until : null },
        ...{ moderatorId: actor.id, about: null, at },
      });
      await carryOut(tx, post, { action, decisionId, until, at });
      ids.push(decisionId);
    }
    await tellSides(app, tx, { post, actor, body, actions, until, ids, at });
    for (const [index, action] of actions.entries())
      await auditDecision(app, tx, { id: ids[index] ?? 0, action, actorId: actor.id, region: post.region });
    return Promise.all(ids.map((id) => presentDecided(tx, id)));
  });
}

interface Telling {
  post: JudgedPost;
  actor: Actor;
  body: DecideBody;
  actions: readonly DecisionAction[];
  until: Date | null;
  ids: readonly number[];
  at: Date;
}

/** Those who flagged are told of what became of the post; the author of everything. */
async function tellSides(app: App, tx: Transaction, telling: Telling): Promise<void> {
  const { post, actor, body, actions, until, ids, at } = telling;
  const [decisionId = 0] = ids;
  const flaggers = await closeFlags(tx, post.id, { decisionId, at });
  const to: { personId: number; side: Side }[] = flaggers.map((personId) => ({ personId, side: "flagger" }));
  if (post.authorId !== null && !post.system) to.push({ personId: post.authorId, side: "author" });
  await tellDecision(app, tx, {
    ...{ decisionId, actions, ground: body.ground, reason: body.reason, until, at },
    ...{ threadId: post.threadId, postId: post.id },
    to: to.filter(({ personId }) => personId !== actor.id),
    // That it appears is what its author waits for.
    withoutLetter: actions.every((action) => action === "approve"),
  });
}

function allow(post: JudgedPost, actor: Actor, body: DecideBody, actions: readonly DecisionAction[]): void {
  if (post.decided !== body.decided || post.edits !== body.edits) throw new Failure("conflict");
  const facts = decidingFacts(post, actor);
  const offered: readonly DecisionAction[] = [...postOptions(facts), ...measureOptions(facts)];
  const first = actions.length === 0 ? "action" : null;
  const misfit = body.action !== undefined && !offered.includes(body.action) ? "action" : first;
  const wrong = misfit ?? (body.measure !== undefined && !offered.includes(body.measure) ? "measure" : null);
  if (wrong !== null) throw invalid(wrong, "is not to be decided here");
}

function endOf({ measure, until }: DecideBody, now: Date): Date | null {
  if (measure !== "suspend") return null;
  const end = new Date(`${until}T23:59:59Z`);
  if (!Number.isNaN(end.getTime()) && isSuspensionEnd(end, now)) return end;
  throw invalid("until", "is needed: a day from today, at most ninety days away");
}

function invalid(parameter: string, message: string): Failure {
  return new Failure("invalid", { problems: [{ parameter, message }] });
}

async function presentDecided(tx: Transaction, id: number): Promise<Decided> {
  const { action, ground, until, at } = found(await decisionById(tx, id));
  return { id, action, ground, until, at };
}
