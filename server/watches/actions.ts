/** Watching: what a person chose, what they were told, and what pages and endpoints have in common. */
import { boardById } from "db/board/queries.ts";
import { transaction } from "db/transaction.ts";
import { markRead, setWatch } from "db/watches/changes.ts";
import {
  countNotifications,
  countUnread,
  notificationsOf,
  type Told,
  type WatchRow,
  watchesOf,
  watchLevel,
} from "db/watches/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { mayRead } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import type { Notification, Watched } from "shared/watches/contract.ts";
import { MAX_WATCHES_SHOWN } from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import { boardFacts, readerOf, threadAt } from "../board/reader.ts";
import { servedCountries } from "../countries/actions.ts";
import { csrfToken } from "../plugins/session.ts";

export function toldOf(app: Pick<App, "regions">, personId: number): Told {
  return { personId, regions: app.regions().map(({ slug }) => slug) };
}

/** What a button needs to show and to send: plain data. */
export interface ShownWatch extends Watched {
  csrf: string;
}

/** For a page's button; null for visitors, who have nobody to tell. */
export async function watchOf(
  app: App,
  actor: Actor | null,
  what: Pick<Watched, "kind" | "target">,
): Promise<ShownWatch | null> {
  if (!actor) return null;
  const level = (await watchLevel(app.db.queries, actor.id, what)) ?? "mentions";
  return { ...what, level, csrf: csrfToken(app, actor) };
}

/** Not-found where there is nothing of that name that the person may read. */
export async function watch(app: App, actor: Actor, wished: Watched): Promise<void> {
  const target = wished.kind === "country" ? wished.target.toUpperCase() : wished.target;
  await checkTarget(app, actor, { ...wished, target });
  const at = app.now();
  await transaction(app.db, (tx) => setWatch(tx, actor.id, { ...wished, target, at }));
}

async function checkTarget(app: App, actor: Actor, { kind, target }: Watched): Promise<void> {
  if (kind === "country") {
    if (!(await servedCountries(app)).has(target)) throw new Failure("not-found");
    return;
  }
  const id = Number(target);
  if (!Number.isSafeInteger(id)) throw new Failure("not-found");
  const reader = await readerOf(app, actor);
  if (kind === "thread") {
    await threadAt(app, reader, id);
    return;
  }
  const board = await boardById(app.db.queries, id);
  const isServed = board?.region === null || app.regions().some(({ slug }) => slug === board?.region);
  if (!board || !isServed || !mayRead(reader, boardFacts(board))) throw new Failure("not-found");
}

export function ownWatches(app: App, actor: Actor): Promise<WatchRow[]> {
  return watchesOf(app.db.queries, toldOf(app, actor.id), MAX_WATCHES_SHOWN);
}

export async function ownNotifications(
  app: App,
  actor: Actor,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<List<Notification>> {
  const told = toldOf(app, actor.id);
  const before = after === undefined ? null : idOf(after);
  const [items, count] = await Promise.all([
    notificationsOf(app.db.queries, told, { before, limit: limit + 1 }),
    countNotifications(app.db.queries, told),
  ]);
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown,
    ...countUpTo(count),
    next: items.length > limit && last ? writeCursor([last.id]) : null,
  };
}

function idOf(after: string): number {
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id) && id > 0) return id;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

/** Up to MOST_UNREAD. */
export function unreadOf(app: App, personId: number): Promise<number> {
  return countUnread(app.db.queries, toldOf(app, personId));
}

/** One, or all. */
export function read(app: App, actor: Actor, id: number | null): Promise<void> {
  return transaction(app.db, (tx) => markRead(tx, actor.id, { id, at: app.now() }));
}
