/** Rows of the board as the records of its contract: the same for pages, endpoints and sockets. */
import type { BoardRow, FullPostRow, ThreadRow } from "db/board/rows.ts";
import type { Author, Board, Post, Thread, VisiblePost } from "shared/board/contract.ts";
import { type BoardFacts, maySeePost, type Reader } from "shared/board/rules.ts";
import type { Static } from "typebox";

export function presentBoard(row: BoardRow): Board {
  const { id, region, slug, names, purposes, visibility, closed, lastPostAt } = row;
  return { id, region, slug, names, purposes, visibility, closed, lastPostAt };
}

/** Null where the person was removed. */
function authorOf({ handle, system }: { handle: string | null; system: boolean }): Static<typeof Author> {
  if (handle === null) return null;
  return system ? { handle, system: true } : { handle };
}

export function presentThread(row: ThreadRow): Thread {
  const { id, title, kind, language, countries, specializations, createdAt, lastPostAt, lastNumber } = row;
  const { version, state, pinned, locked, answer } = row;
  return {
    id,
    board: { slug: row.boardSlug, region: row.region, visibility: row.visibility },
    ...{ title, kind, language, countries, specializations },
    author: authorOf(row),
    organisation: row.badge,
    ...{ createdAt, lastPostAt, lastNumber, version, state, pinned, locked, answer },
  };
}

/** As everybody hears of it: of one that is not there for all only its place. */
export function presentPost(row: FullPostRow): Post {
  const { id, number, version, state } = row;
  return state === "visible" ? wholePost(row) : { id, number, version, state };
}

/** With its text also where it waits or was hidden: for its author and for moderators; null for all others. */
export function shownTo(reader: Reader, board: BoardFacts, row: FullPostRow): VisiblePost | null {
  const { authorId, state, createdAt } = row;
  const isSeen = maySeePost(reader, board, { authorId, state, createdAt: new Date(createdAt) });
  return isSeen ? wholePost(row) : null;
}

function wholePost(row: FullPostRow): VisiblePost {
  const { id, threadId, number, version, body, html, language, createdAt, editedAt, edits, replyTo } = row;
  return {
    ...{ id, threadId, number, version, state: "visible" },
    author: authorOf(row),
    organisation: row.badge,
    ...{ body, html, language, createdAt, editedAt, edits, replyTo, reactions: row.reactions, via: row.via },
  };
}
