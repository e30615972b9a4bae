/** The boards that a region begins with, and the welcome of the platform's own person in each. */
import {
  insertBoard,
  insertThread,
  insertTranslation,
  keepSystemPerson,
  regionsWithoutBoards,
} from "db/board/starting.ts";
import type { Database } from "db/connect.ts";
import { withLock } from "db/lock.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { SECRETARIAT, type Visibility } from "shared/board/rules.ts";
import { type Language, languageCodes } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";

const ofRegion = [
  ["general", "public"],
  ["uncac-review", "public"],
  ["access-to-information", "public"],
  ["asset-recovery", "members"],
  ["safety-and-solidarity", "members"],
] as const;
const ofAll = [["across-regions", "members"]] as const;

type Slug = (typeof ofRegion)[number][0] | (typeof ofAll)[number][0];

/** Nothing is done for a region that has boards: what its admins made of them stays. */
export function startBoards(db: Database): Promise<void> {
  return withLock(db, "boards", () => transaction(db, startMissingBoards));
}

/** The same, together with what else a region begins with. */
export async function startMissingBoards(tx: Transaction): Promise<void> {
  for (const region of await regionsWithoutBoards(tx)) {
    for (const [position, [slug, visibility]] of (region === null ? ofAll : ofRegion).entries()) {
      const boardId = await startBoard(tx, { region, slug, visibility, position });
      if (slug === "general") await welcome(tx, boardId);
    }
  }
}

interface Start {
  region: string | null;
  slug: Slug;
  visibility: Visibility;
  position: number;
}

const inEach = (text: (language: Language) => string) =>
  Object.fromEntries(languageCodes.map((language) => [language, text(language)]));

function startBoard(tx: Transaction, start: Start): Promise<number> {
  return insertBoard(tx, {
    ...start,
    names: inEach((language) => textsIn(language)(`board.start.${start.slug}.name`)),
    purposes: inEach((language) => textsIn(language)(`board.start.${start.slug}.purpose`)),
  });
}

/** Plain sentences: a first start need not load what makes HTML of Markdown, which is large. */
const paragraph = (text: string) =>
  `<p dir="auto">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;

async function welcome(tx: Transaction, boardId: number): Promise<void> {
  const authorId = await keepSystemPerson(tx, SECRETARIAT);
  const said = (language: Language) => {
    const t = textsIn(language);
    const parts = ([1, 2, 3, 4] as const).map((part) => t(`board.welcome.${part}`));
    return {
      title: t("board.welcome.title"),
      body: parts.join("\n\n"),
      html: parts.map(paragraph).join("\n"),
    };
  };
  const { postId } = await insertThread(tx, {
    ...{ boardId, authorId, organisationId: null, clientId: "welcome", kind: "announcement", language: "en" },
    ...said("en"),
    ...{ countries: [], specializations: [], digest: null, state: "visible", via: "web", pinned: true },
    ...{ now: new Date(), mentions: { people: [], organisations: [] }, files: [] },
  });
  if (postId === null) return;
  for (const language of languageCodes.filter((code) => code !== "en"))
    await insertTranslation(tx, { postId, language, ...said(language) });
}
