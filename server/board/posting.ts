/** Replying and starting threads: allowed? valid? write, wake, return. */
import { hash } from "node:crypto";
import { writeSoon } from "db/board/batch.ts";
import { type Gate, gateOf, type NewPostRow, startingGateOf } from "db/board/posting.ts";
import { postById, postSent, threadById } from "db/board/queries.ts";
import type { BoardRow, FullPostRow, ThreadRow } from "db/board/rows.ts";
import { insertThread } from "db/board/starting.ts";
import { transaction } from "db/transaction.ts";
import type { Actor, Membership } from "shared/accounts/rules.ts";
import type { NewPost, NewThread } from "shared/board/contract.ts";
import {
  type BoardFacts,
  mayModerate,
  mayReadThread,
  mayReply,
  mayStart,
  mayStartKind,
  type Reader,
} from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import {
  isStaffOf,
  leadsAway,
  likenessOf,
  refusalOf,
  type Standing,
  waitsForApproval,
  wordsOf,
} from "shared/moderation/posting.ts";
import type { App } from "../app.ts";
import { textToKeep } from "./mentions.ts";
import { boardFacts } from "./reader.ts";

export interface Written {
  post: FullPostRow;
  /** False: the same post had been sent before. */
  created: boolean;
}

/** Three round trips in all, with the one that finds the session: readers of a busy thread wait for each of them. */
export async function postReply(
  app: App,
  actor: Actor,
  threadId: number,
  post: NewPost,
  via: "web" | "mail" = "web",
): Promise<Written> {
  const now = app.now();
  const { body, clientId } = post;
  const digest = digestOf(body);
  const gate = found(await gateOf(app.db, { threadId, personId: actor.id, clientId, digest, body, now }));
  const board = boardOf(gate);
  allowReply(actor, board, gate, now);
  if (gate.sent !== null) return { post: found(await postById(app.db.queries, gate.sent)), created: false };
  const badge = badgeOf(actor, post.organisation);
  const { html, mentions, files } = await textToKeep(app, body, { board, writerId: actor.id });
  const row: NewPostRow = {
    ...{ threadId, boardId: gate.boardId, authorId: actor.id, organisationId: badge?.organisationId ?? null },
    ...{ clientId, body, html, digest, now, via },
    language: post.language ?? actor.language,
    state: stateOf(app, { actor, board, standing: gate.standing, html }),
    replyTo: post.replyTo ?? null,
    pastLock: mayModerate(actor, board),
    mentions,
    files,
  };
  const written = await writeSoon(app.db, row);
  if (written === "sent") return { post: found(await postSent(app.db.queries, row)), created: false };
  if (written === null) throw new Failure("locked");
  app.wake();
  return { post: fullRow(row, written, actor, badge), created: true };
}

function boardOf(gate: Gate): BoardFacts {
  const { boardId, region, visibility, starters, closed } = gate;
  return { id: boardId, region, visibility, starters, closed };
}

function allowReply(actor: Actor, board: BoardFacts, gate: Gate, now: Date): void {
  const reader: Reader = { actor, groups: new Set(gate.inGroup ? [board.id] : []) };
  const { authorId, kind, locked, state, isThreadAuthor } = gate;
  const thread = { authorId, kind, locked, state, authors: isThreadAuthor ? [actor.id] : [] };
  if (!mayReadThread(reader, board, thread)) throw new Failure("not-found");
  if (gate.sent !== null) return;
  if (!mayReply(reader, board, thread)) throw new Failure(locked || board.closed ? "locked" : "forbidden");
  allowNow(actor, board, gate.standing, now);
}

/** Suspensions, pace and likeness. */
function allowNow(actor: Actor, { region }: BoardFacts, standing: Standing, now: Date): void {
  const refusal = refusalOf(standing, { region, isStaff: isStaffOf(actor, region) }, now);
  if (refusal) throw refusal;
}

interface Writing {
  actor: Actor;
  board: BoardFacts;
  standing: Standing;
  html: string;
}

/** New members' first posts, and their links, wait for a moderator. */
export function stateOf(app: App, { actor, board, standing, html }: Writing): "visible" | "pending" {
  const writing = { isStaff: isStaffOf(actor, board.region), hasLinks: leadsAway(html, app.origin()) };
  return waitsForApproval(standing, writing, app.now()) ? "pending" : "visible";
}

/** The CSO whose badge is asked for; `invalid` where the person may not wear it. */
function badgeOf(actor: Actor, slug: string | undefined): Membership | null {
  if (slug === undefined) return null;
  const membership = actor.memberships.find((one) => one.slug === slug && !one.dark);
  if (membership) return membership;
  throw new Failure("invalid", {
    problems: [{ parameter: "organisation", message: "is no CSO of yours" }],
  });
}

/** Of the words alone, so that spaces and signs make no difference; null where they are too few to be anybody's own. */
export function digestOf(body: string): string | null {
  return likenessOf(body) === null ? null : hash("sha256", wordsOf(body), "base64url").slice(0, 22);
}

/** What was written, as a reading would give it. */
function fullRow(
  row: NewPostRow,
  written: { id: number; number: number; version: number; createdAt: Date },
  { handle }: Actor,
  badge: Membership | null,
): FullPostRow {
  const { threadId, authorId, organisationId, body, html, language, state, replyTo, via } = row;
  const { id, number, version } = written;
  return {
    ...{ id, threadId, number, version, createdVersion: version, body, html, language, state, replyTo, via },
    ...{ authorId, handle, system: false, organisationId },
    badge: badge && { slug: badge.slug, name: badge.name, region: badge.region },
    ...{ movedTo: null, reactions: {}, edits: 0, editedAt: null },
    createdAt: written.createdAt.toISOString(),
  };
}

export interface Started {
  thread: ThreadRow;
  created: boolean;
}

export async function openThread(
  app: App,
  reader: Reader & { actor: Actor },
  boardRow: BoardRow,
  thread: NewThread,
  via: "web" | "mail" = "web",
): Promise<Started> {
  const { actor } = reader;
  const board = boardFacts(boardRow);
  if (!mayStart(reader, board)) throw new Failure(board.closed ? "locked" : "forbidden");
  if (!mayStartKind(reader, board, thread.kind)) {
    throw new Failure("invalid", {
      problems: [{ parameter: "kind", message: "is not yours to start here" }],
    });
  }
  const badge = badgeOf(actor, thread.organisation);
  const { clientId, body } = thread;
  const now = app.now();
  const digest = digestOf(body);
  const asked = { boardId: board.id, personId: actor.id, clientId, digest, body, now };
  const { sent, standing } = found(await startingGateOf(app.db, asked));
  if (sent !== null) return { thread: found(await threadById(app.db.queries, sent)), created: false };
  allowNow(actor, board, standing, now);
  const { html, mentions, files } = await textToKeep(app, body, { board, writerId: actor.id });
  const state = stateOf(app, { actor, board, standing, html });
  const { id, created } = await transaction(app.db, (tx) =>
    insertThread(tx, {
      ...{ boardId: board.id, authorId: actor.id, organisationId: badge?.organisationId ?? null, via },
      ...{ clientId, title: thread.title, kind: thread.kind, body, html, digest, state, now },
      language: thread.language ?? actor.language,
      countries: (thread.countries ?? []).map((iso2) => iso2.toUpperCase()),
      specializations: thread.specializations ?? [],
      mentions,
      files,
    }),
  );
  return { thread: found(await threadById(app.db.queries, id)), created };
}
