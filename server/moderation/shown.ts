/** Rows of moderation as its pages show them. */
import type { FullPostRow } from "db/board/rows.ts";
import type { DecisionRow, JudgedPost } from "db/moderation/queries.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { ShownDecision, ShownPost } from "web/render";
import type { ReadThread } from "../board/reader.ts";

const named = (names: Record<string, string>, language: Language, slug: string) =>
  names[language] ?? names.en ?? slug;

/** `region` is that of the page, for threads in boards of all regions. */
export function shownJudged(post: JudgedPost, language: Language, region: string | null): ShownPost {
  const { title, threadLanguage, number, handle, html, threadId, boardNames, boardSlug } = post;
  const at = post.region ?? region;
  return {
    ...{ title, number, handle, html, titleLanguage: threadLanguage, language: post.language },
    board: named(boardNames, language, boardSlug),
    path: at === null ? null : `${at}/board/threads/${threadId}`,
  };
}

export function shownPost(
  post: FullPostRow,
  { row }: ReadThread,
  { board, region }: { board: string; region: string },
): ShownPost {
  const { number, handle, html, language } = post;
  const { title, id } = row;
  const path = `${region}/board/threads/${id}`;
  return { title, titleLanguage: row.language, number, handle, html, language, board, path };
}

export function shownDecision({ id, action, ground, reason, at, until, appeal }: DecisionRow): ShownDecision {
  const outcome = appeal === null ? null : (appeal.outcome ?? "waiting");
  return { id, action, ground, reason, on: at.slice(0, 10), until: until?.slice(0, 10) ?? null, outcome };
}
