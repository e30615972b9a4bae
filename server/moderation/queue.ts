/** The moderators' queue: what waits, as pages show it and as data. */
import { contextOf, decisionById, type JudgedPost } from "db/moderation/queries.ts";
import { appealAt, judgedPosts, type Waiting, waitingFor } from "db/moderation/queue.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { WaitingItem } from "shared/moderation/contract.ts";
import { QUEUE_PAGE } from "shared/moderation/rules.ts";
import type { List } from "shared/page.ts";
import type { WaitingLine } from "web/render";
import type { App } from "../app.ts";
import { wordsShownTo } from "./appeals.ts";
import { flagsShownTo } from "./decisions.ts";
import { shownJudged } from "./shown.ts";

interface Item {
  waiting: Waiting;
  post: JudgedPost | null;
  /** Of an appeal. */
  appeal: { words: string; action: WaitingLine["action"] } | null;
}

interface Asked {
  /** Who reads it. */
  actor: Actor | null;
  region: string;
  limit?: number | undefined;
  after?: string | undefined;
}

async function itemsOf(app: App, { actor, region, limit = QUEUE_PAGE, after }: Asked): Promise<List<Item>> {
  const { queries } = app.db;
  const list = await waitingFor(queries, region, { limit, after });
  const appeals = await Promise.all(
    list.items.map(async ({ kind, id }) => {
      const row = kind === "appeal" ? await appealAt(queries, region, id) : null;
      const decision = row && (await decisionById(queries, row.decisionId));
      return decision && row
        ? { words: wordsShownTo(actor, row, decision), action: decision.action, postId: decision.postId }
        : null;
    }),
  );
  const ids = list.items.map(({ kind, id }, index) => (kind === "appeal" ? appeals[index]?.postId : id));
  const posts = await judgedPosts(
    queries,
    ids.flatMap((id) => id ?? []),
  );
  const items = list.items.map((waiting, index) => ({
    waiting,
    post: posts.get(ids[index] ?? 0) ?? null,
    appeal: appeals[index] ?? null,
  }));
  return { ...list, items };
}

const DAY_MS = 86_400_000;

export async function waitingLines(app: App, asked: Asked, language: Language): Promise<List<WaitingLine>> {
  const list = await itemsOf(app, asked);
  const now = app.now().getTime();
  const items = await Promise.all(
    list.items.map(async ({ waiting, post, appeal }): Promise<WaitingLine> => {
      const isAppeal = waiting.kind === "appeal";
      return {
        kind: waiting.kind,
        id: waiting.id,
        days: Math.max(0, Math.floor((now - Date.parse(waiting.since)) / DAY_MS)),
        post: post && shownJudged(post, language, asked.region),
        before: post && !isAppeal ? await contextOf(app.db.queries, post) : [],
        flags: isAppeal || !post ? [] : flagsShownTo(asked.actor, post),
        action: appeal?.action ?? null,
        words: appeal?.words ?? null,
      };
    }),
  );
  return { ...list, items };
}

export async function waitingItems(app: App, asked: Asked): Promise<List<WaitingItem>> {
  const list = await itemsOf(app, asked);
  return { ...list, items: list.items.map((item) => presentWaiting(item, asked.actor)) };
}

function presentWaiting({ waiting, post, appeal }: Item, actor: Actor | null): WaitingItem {
  const { kind, id, since } = waiting;
  return {
    ...{ kind, id, since },
    board: post && { slug: post.boardSlug, region: post.region },
    post: post && presentJudged(post),
    flags: kind === "appeal" || !post ? [] : flagsShownTo(actor, post),
    words: appeal?.words ?? null,
  };
}

function presentJudged(post: JudgedPost): NonNullable<WaitingItem["post"]> {
  const { id, threadId, number, state, title, handle, html, language, edits, decided } = post;
  return { id, threadId, number, state, title, author: handle, html, language, edits, decided };
}
