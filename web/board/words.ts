/** What a post says beside what was written: plain data, so that server and browser show a post alike. */

import { type ReactionKind, reactionKinds } from "shared/board/rules.ts";
import type { TextKey, Translate } from "shared/i18n/text.ts";
import { memoised } from "shared/memoised.ts";
import type { Page } from "../frame.ts";

const names = [
  "removed",
  "secretariat",
  "hidden",
  "deleted",
  "pending",
  "moved",
  "movedTo",
  "edited",
  "byMail",
  "answer",
  "quote",
  "flag",
  "edit",
  "history",
  "block",
  "decide",
] as const;
type Name = (typeof names)[number];

export interface PostWords extends Record<Name, string> {
  locale: string;
  /** The interface's language. */
  language: string;
  /** Sentences with a place `{number}`. */
  number: string;
  answers: string;
  /** With a place `{handle}`. */
  folded: string;
  /** Those whose posts the reader does not want to see unfolded. */
  foldedHandles: readonly string[];
  reactions: Record<ReactionKind, string>;
  /** With places `{name}` and `{count}`. */
  reactionCount: string;
  /** The thread's address, with its language: "/en/africa/board/threads/12"; and what stays in each query. */
  thread: string;
  saver: boolean;
  /** What stands for a picture without words of its own, where data is saved. */
  picture: string;
  /** Below which a CSO's profile stands: "/en". */
  root: string;
}

export function postWords(page: Page, thread: string, foldedHandles: readonly string[] = []): PostWords {
  const own = Object.fromEntries(
    names.map((name) => [name, page.t(`board.post.${name}` as TextKey)]),
  ) as Record<Name, string>;
  return {
    ...own,
    locale: page.locale,
    language: page.language,
    number: withPlace(page.t, "board.post.number"),
    answers: withPlace(page.t, "board.post.answers"),
    folded: page.t("moderation.blocks.folded", { handle: "{handle}" }),
    foldedHandles,
    reactions: Object.fromEntries(
      reactionKinds.map((kind) => [kind, page.t(`compose.reaction.${kind}`)]),
    ) as Record<ReactionKind, string>,
    reactionCount: page.t("compose.reaction.count"),
    thread: `/${page.language}/${thread}`,
    saver: page.saver,
    picture: page.t("files.picture"),
    root: `/${page.language}`,
  };
}

function withPlace(t: Translate, key: TextKey): string {
  return t(key, { number: "{number}" });
}

const formats = memoised(
  (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      // The short Arabic form is all figures, and is read in the wrong order beside others.
      dateStyle: locale.startsWith("ar") ? "long" : "medium",
      timeStyle: "short",
      timeZone: "UTC",
      ...(locale.startsWith("en") ? { hour12: false } : {}),
    }),
);

/** A moment in words of the locale: "22 Nov 2026, 14:05 UTC". */
export function momentInWords(iso: string, locale: string): string {
  return `${formats(locale).format(new Date(iso))} UTC`;
}
