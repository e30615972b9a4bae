/** How boards are kept: allowed? valid? change, and write it into the audit log. */
import { recordAudit } from "db/audit/changes.ts";
import {
  addToGroup,
  changeBoard,
  findBoardAgain,
  invitedBy,
  isEmptyBoard,
  slugsTaken,
  takeFromGroup,
} from "db/board/keeping.ts";
import type { BoardRow } from "db/board/rows.ts";
import { insertBoard } from "db/board/starting.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { type BoardForm, mayShowTo, reservedSlugs } from "shared/board/keeping.ts";
import { mayKeepBoards } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import { freeSlug, slugFrom } from "shared/slugs.ts";
import type { Static } from "typebox";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";

type Fields = Static<typeof BoardForm>;

interface Kept {
  actor: Actor;
  action: "made" | "changed" | "invited" | "removed";
  board: { id: number; region: string | null };
  /** "person:5" or "organisation:7". */
  who?: string;
}

function audit(app: App, tx: Transaction, { actor, action, board, who }: Kept): Promise<void> {
  const target = [`board:${board.id}`, ...(who ? [who] : [])].join(" ");
  return recordAudit(tx, app.secrets, {
    ...{ actor: actor.id, action: `board.${action}`, target, region: board.region },
  });
}

function valuesOf(app: App, { names, purposes, visibility, starters, slow, position, closed }: Fields) {
  return {
    ...{ names, purposes, visibility, starters, position: position ?? 0 },
    slowSeconds: Number(slow),
    closedAt: closed ? app.now() : null,
  };
}

/** The new board's slug: made of its English name, and never changed. */
export async function makeBoard(app: App, actor: Actor, home: string, fields: Fields): Promise<string> {
  const region = fields.everywhere ? null : home;
  if (!mayKeepBoards(actor, region)) throw new Refused({ everywhere: "board.keeping.stewards" });
  const taken = await slugsTaken(app.db.queries, region);
  const isTaken = (one: string) => taken.has(one) || reservedSlugs.includes(one);
  const slug = freeSlug(slugFrom([fields.names.en], "board"), isTaken);
  await transaction(app.db, async (tx) => {
    const id = await insertBoard(tx, { region, slug, ...valuesOf(app, fields) });
    await audit(app, tx, { actor, action: "made", board: { id, region } });
  });
  return slug;
}

export async function keepBoard(app: App, actor: Actor, board: BoardRow, fields: Fields): Promise<void> {
  const isEmpty = await isEmptyBoard(app.db.queries, board.id);
  if (!mayShowTo(board.visibility, fields.visibility, isEmpty))
    throw new Refused({ visibility: "board.keeping.narrowOnly" });
  await transaction(app.db, async (tx) => {
    const at = { id: board.id, version: fields.version ?? 0 };
    if (!(await changeBoard(tx, at, valuesOf(app, fields)))) throw new Failure("stale");
    if (board.visibility !== fields.visibility) await findBoardAgain(tx, board.id);
    await audit(app, tx, { actor, action: "changed", board });
  });
}

const nameOf = ({ personId, organisationId }: { personId: number | null; organisationId: number | null }) =>
  personId === null ? `organisation:${organisationId}` : `person:${personId}`;

export async function invite(app: App, actor: Actor, board: BoardRow, name: string): Promise<void> {
  const invited = await invitedBy(app.db.queries, name.replace(/^@/, ""));
  if (!invited) throw new Refused({ name: "board.keeping.nobody" });
  await transaction(app.db, async (tx) => {
    await addToGroup(tx, { ...invited, boardId: board.id, addedBy: actor.id });
    await audit(app, tx, { actor, action: "invited", board, who: nameOf(invited) });
  });
}

/** From then on they read nothing of it: open sockets are told by the change of the group. */
export async function remove(app: App, actor: Actor, board: BoardRow, member: number): Promise<void> {
  await transaction(app.db, async (tx) => {
    const gone = await takeFromGroup(tx, { boardId: board.id, id: member });
    if (gone) await audit(app, tx, { actor, action: "removed", board, who: nameOf(gone) });
  });
}
