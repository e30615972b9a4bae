/** What moderation and blocks change for one reader: whose posts are folded, and why nothing can be written. */
import { blocksOf, foldedFor } from "db/moderation/blocks.ts";
import { limitsOf } from "db/moderation/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { type Language, languages } from "shared/i18n/languages.ts";
import type { Translate } from "shared/i18n/text.ts";
import { type Limit, limitIn } from "shared/moderation/posting.ts";
import { formatPartialDate } from "shared/time.ts";
import type { App } from "../app.ts";

export interface Surroundings {
  /** Handles whose posts this page folds: also those of people who block the reader. */
  folded: ReadonlySet<string>;
  /** Those of the reader's own list, which live posts are folded by too. */
  own: readonly string[];
  limit: Limit | null;
}

const NOTHING: Surroundings = { folded: new Set(), own: [], limit: null };

export async function surroundingsOf(
  app: App,
  actor: Actor | null,
  region: string | null,
): Promise<Surroundings> {
  if (!actor) return NOTHING;
  const { queries } = app.db;
  const [folded, blocks, limits] = await Promise.all([
    foldedFor(queries, actor.id),
    blocksOf(queries, actor.id),
    limitsOf(queries, actor.id),
  ]);
  return {
    folded: new Set(folded),
    own: blocks.map(({ handle }) => handle),
    limit: limitIn(limits, region, app.now()),
  };
}

/** Until when one cannot write, in words. */
export function limitText(t: Translate, language: Language, { kind, until }: Limit): string {
  if (kind === "banned" || until === null) return t("moderation.limit.banned");
  const day = formatPartialDate(until.slice(0, 10), languages[language].locale);
  return t("moderation.limit.suspended", { day });
}
