/** Words and links of letters about the board: where a post stands, when it was written, what is shown of it. */
import type { LetterPost, LetterReader } from "db/watches/letters.ts";
import { isLanguage, type Language, languages } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { MAX_EXCERPT } from "shared/watches/rules.ts";
import type { App } from "../app.ts";

export function languageOf({ language }: Pick<LetterReader, "language">): Language {
  return isLanguage(language) ? language : "en";
}

/** A thread of all regions stands under the first one that is served. */
export function threadUrl(
  app: App,
  language: Language,
  { threadId, region, number }: { threadId: number; region: string | null; number?: number },
): string {
  const slug = region ?? app.regions()[0]?.slug ?? "";
  const url = `${app.origin()}/${language}/${slug}/board/threads/${threadId}`;
  return number === undefined ? url : `${url}?post=${number}#p${number}`;
}

export function momentIn(language: Language, at: string): string {
  const format = new Intl.DateTimeFormat(languages[language].locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(new Date(at))} UTC`;
}

export function authorOf(language: Language, { handle }: Pick<LetterPost, "handle">): string {
  return handle ?? textsIn(language)("watch.somebody");
}

/** `mentionOfCso` where the CSO was named. */
export function kindOf({ kind, ofOrganisation }: LetterPost): LetterPost["kind"] | "mentionOfCso" {
  return kind === "mention" && ofOrganisation ? "mentionOfCso" : kind;
}

export function boardName(language: Language, { boardNames }: LetterPost): string {
  return boardNames[language] ?? Object.values(boardNames)[0] ?? "";
}

/** The first words of a post, without what it quotes. */
export function excerptOf(body: string): string {
  const own = body.replace(/^>.*$/gm, "").replace(/\s+/g, " ").trim();
  const signs = [...(own === "" ? body.replace(/\s+/g, " ").trim() : own)];
  return signs.length > MAX_EXCERPT ? `${signs.slice(0, MAX_EXCERPT).join("")}…` : signs.join("");
}
