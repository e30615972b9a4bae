/** Appeals: asked once by whom a decision goes against, answered by another moderator, who may undo it. */
import { recordAudit } from "db/audit/changes.ts";
import { changeThread } from "db/board/changing.ts";
import { answerAppeal, endStandings, holdPost, insertAppeal, insertDecision } from "db/moderation/changes.ts";
import {
  type DecisionRow,
  decisionById,
  type JudgedPost,
  judgedPostOf,
  moderatorsOf,
} from "db/moderation/queries.ts";
import { type AppealRow, appealAt } from "db/moderation/queue.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { AnswerAppealBody } from "shared/moderation/contract.ts";
import {
  appealRegion,
  type DecisionAction,
  mayAppeal,
  mayDecideAppeal,
  reversalOf,
} from "shared/moderation/rules.ts";
import type { App } from "../app.ts";
import { auditDecision } from "./decisions.ts";
import { carryOut } from "./effects.ts";
import { type Side, type Told, tellAppeal, tellDecision } from "./telling.ts";

/** A decision that is the person's to see: about them, or about what they flagged. */
export async function ownDecision(app: App, actor: Actor, id: number): Promise<DecisionRow> {
  const decision = found(await decisionById(app.db.queries, id));
  if (decision.personId !== actor.id && !decision.flaggers.includes(actor.id)) throw new Failure("not-found");
  return decision;
}

export function isAppealable(actor: Actor, { at, appeal, ...decision }: DecisionRow, now: Date): boolean {
  return mayAppeal(actor.id, { ...decision, at: new Date(at), appealed: appeal !== null }, now);
}

/** Throws `conflict` where it was appealed already, or is not to be appealed. */
export async function appeal(app: App, actor: Actor, decision: DecisionRow, words: string): Promise<void> {
  const at = app.now();
  if (!isAppealable(actor, decision, at)) throw new Failure("conflict");
  const region = appealRegion(decision, actor.id, await moderatorsOf(app.db.queries));
  await transaction(app.db, async (tx) => {
    const id = await insertAppeal(tx, { decisionId: decision.id, region, personId: actor.id, words, at });
    if (id === null) throw new Failure("conflict");
    const target = `appeal:${id}`;
    await recordAudit(tx, app.secrets, { actor: actor.id, action: "appeal.made", target, region });
  });
}

export interface OpenAppeal {
  appeal: AppealRow;
  decision: DecisionRow;
  /** Null: it was about no post, or that is gone. */
  post: JudgedPost | null;
  /** Another than who decided, and not who appeals. */
  mayDecide: boolean;
}

/** Who flagged appeals in words that the author of the post, though they keep the board, must not know them by. */
export function wordsShownTo(
  actor: Actor | null,
  { words, personId }: Pick<AppealRow, "words" | "personId">,
  decision: DecisionRow,
): string {
  const isAgainst = actor !== null && decision.personId === actor.id && personId !== actor.id;
  return isAgainst ? "" : words;
}

export async function appealFor(app: App, actor: Actor, region: string, id: number): Promise<OpenAppeal> {
  const { queries } = app.db;
  const row = found(await appealAt(queries, region, id));
  const decision = found(await decisionById(queries, row.decisionId));
  const post = decision.postId === null ? null : await judgedPostOf(queries, decision.postId);
  return { appeal: row, decision, post, mayDecide: mayDecideAppeal(actor, row, decision) };
}

/** Throws `forbidden` for whoever decided, `conflict` where it was answered meanwhile. */
export async function answer(
  app: App,
  actor: Actor,
  open: OpenAppeal,
  body: AnswerAppealBody,
): Promise<void> {
  const { appeal: row, decision, post } = open;
  if (!open.mayDecide) throw new Failure("forbidden");
  const at = app.now();
  await transaction(app.db, async (tx) => {
    if (post) await holdPost(tx, post.id);
    const isFirst = await answerAppeal(tx, row.id, { ...body, decidedBy: actor.id, at });
    if (!isFirst) throw new Failure("conflict");
    const undone =
      body.outcome === "reversed" ? await undo(app, tx, { actor, decision, post, body, at }) : null;
    const { threadId, postId } = decision;
    if (row.personId !== null) {
      const told = { personId: row.personId, decisionId: decision.id, threadId, postId, at };
      await tellAppeal(app, tx, { ...told, outcome: body.outcome, answer: body.answer });
    }
    const { region } = decision;
    if (undone) await auditDecision(app, tx, { ...undone, actorId: actor.id, region });
    const target = `appeal:${row.id}`;
    await recordAudit(tx, app.secrets, { actor: actor.id, action: `appeal.${body.outcome}`, target, region });
  });
}

interface Undoing {
  actor: Actor;
  decision: DecisionRow;
  post: JudgedPost | null;
  body: AnswerAppealBody;
  at: Date;
}

/** Restores what was done, as a decision of its own; null where there is nothing but the word to undo. */
async function undo(
  app: App,
  tx: Transaction,
  { actor, decision, post, body, at }: Undoing,
): Promise<{ id: number; action: DecisionAction } | null> {
  const action = reversalOf(decision.action);
  if (action === null) return null;
  const { region, boardId, threadId, postId, personId, ground } = decision;
  const id = await insertDecision(tx, {
    ...{ region, boardId, threadId, postId, personId, action, ground, reason: body.answer, at },
    ...{ until: null, moderatorId: actor.id, about: decision.id },
  });
  if (action === "lift") await endStandings(tx, { decisionId: decision.id }, at);
  else if (action === "unlock" && threadId !== null) await changeThread(tx, threadId, { lockedAt: null });
  else if (post && stillStands(decision.action, post)) {
    await carryOut(tx, post, { action, decisionId: id, until: null, at });
  }
  const told = { actions: [action], ground, reason: body.answer, until: null, threadId, postId, at };
  await tellDecision(app, tx, { ...told, ...othersOf(decision, { id, action }, actor) });
  return { id, action };
}

/** Who else it concerns: the author of what is hidden now, who may appeal that; those who had flagged what is shown again. */
function othersOf(
  decision: DecisionRow,
  { id, action }: { id: number; action: DecisionAction },
  actor: Actor,
): Pick<Told, "decisionId" | "to"> {
  const isHidden = action === "hide";
  const side: Side = isHidden ? "author" : "flagger";
  const others = isHidden ? [decision.personId] : action === "lift" ? [] : decision.flaggers;
  const to = others.flatMap((personId) =>
    personId === null || personId === actor.id ? [] : [{ personId, side }],
  );
  return { decisionId: isHidden ? id : decision.id, to };
}

/** What somebody changed meanwhile (its author deleted it, a moderator showed it again) stays as it is. */
function stillStands(decided: DecisionAction, { state }: JudgedPost): boolean {
  if (decided === "hide" || decided === "reject") return state === "hidden";
  return decided === "keep" && state === "visible";
}
