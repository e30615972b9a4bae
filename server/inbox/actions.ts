/** What curators do with feeds and with what they bring: allowed? valid? change, return. */
import { insertEntry } from "db/entries/changes.ts";
import {
  addFeed as addRow,
  changeFeed as changeRow,
  holdItem,
  markUsed,
  pauseFeed as pauseRow,
  removeFeed as removeRow,
  sortItems as sortRows,
} from "db/inbox/changes.ts";
import { feedOf, feedsOf, itemOf, itemsOf } from "db/inbox/queries.ts";
import { claimFeed, keepAnswer, keepItems } from "db/inbox/reading.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { MAX_PUBLISHER, MAX_TITLE } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { InboxFeed, InboxItem, InboxQuery } from "shared/inbox/contract.ts";
import { CLAIM_MS, INBOX_PAGE, MAX_FEEDS, READ_EVERY_MS } from "shared/inbox/rules.ts";
import { oneLine } from "shared/lookup/rules.ts";
import type { List } from "shared/page.ts";
import type { App } from "../app.ts";
import { countLookup } from "../lookup/often.ts";
import { findFeed } from "./asking.ts";
import { readFeedAt } from "./reading.ts";

export interface FeedPlace {
  region: string;
  id: number;
}

export function feedsIn(app: App, region: string): Promise<InboxFeed[]> {
  return feedsOf(app.db.queries, region);
}

export async function feedAt(app: App, { region, id }: FeedPlace): Promise<InboxFeed> {
  return found(await feedOf(app.db.queries, region, id));
}

export function itemsIn(app: App, region: string, query: InboxQuery): Promise<List<InboxItem>> {
  const { state = "new", feed, limit = INBOX_PAGE, after } = query;
  return itemsOf(app.db.queries, { region, state, feed }, { limit, after });
}

/** Read from now on, and for the first time at once. Throws FeedProblem; `conflict` where it is read already; `too-many`. */
export async function addFeed(app: App, actor: Actor, region: string, url: string): Promise<InboxFeed> {
  countLookup(app, actor.id);
  const { feed, ...answer } = await findFeed(app, url);
  const title = feed.title ?? new URL(answer.url).hostname;
  const now = app.now();
  const nextAt = new Date(now.getTime() + READ_EVERY_MS);
  const { siteUrl, language } = feed;
  const id = await transaction(app.db, async (tx) => {
    const row = { region, url: answer.url, title, siteUrl, language, addedBy: actor.id };
    const added = await addRow(tx, row, MAX_FEEDS);
    if (added === null) return null;
    const until = new Date(now.getTime() + CLAIM_MS);
    await keepItems(tx, found(await claimFeed(tx, { now, until }, region, added)), feed.items, now);
    await keepAnswer(tx, added, { ...answer, now, nextAt });
    return added;
  });
  if (id !== null) return feedAt(app, { region, id });
  const isFull = (await feedsIn(app, region)).length >= MAX_FEEDS;
  throw new Failure(isFull ? "too-many" : "conflict");
}

/** Throws `stale` where another curator called it otherwise meanwhile. */
export async function changeFeed(
  app: App,
  place: FeedPlace,
  { title, language, version }: { title: string; language?: string; version: number },
): Promise<InboxFeed> {
  const change = { title, language: language ?? null, version };
  const isChanged = await transaction(app.db, (tx) => changeRow(tx, place, change));
  const feed = await feedAt(app, place);
  if (!isChanged) throw new Failure("stale");
  return feed;
}

/** One that goes on is asked at once. */
export async function pauseFeed(app: App, place: FeedPlace, paused: boolean): Promise<InboxFeed> {
  const isThere = await transaction(app.db, (tx) => pauseRow(tx, place, paused, app.now()));
  if (!isThere) throw new Failure("not-found");
  if (!paused) await readFeedAt(app, place.region, place.id);
  return feedAt(app, place);
}

/** Throws `conflict` while it is being asked; what it fails with stands in the answer. */
export async function readNow(app: App, place: FeedPlace): Promise<InboxFeed> {
  await feedAt(app, place);
  if (!(await readFeedAt(app, place.region, place.id))) throw new Failure("conflict");
  return feedAt(app, place);
}

export async function removeFeed(app: App, place: FeedPlace): Promise<void> {
  const isRemoved = await transaction(app.db, (tx) => removeRow(tx, place));
  if (!isRemoved) throw new Failure("not-found");
}

/** How many changed. */
export function sortItems(
  app: App,
  region: string,
  ids: readonly number[],
  state: "new" | "dismissed",
): Promise<number> {
  return transaction(app.db, (tx) => sortRows(tx, region, ids, state));
}

export interface Drafting {
  actor: Actor;
  region: string;
  id: number;
  /** In which the curator writes; unknown: it is left open. */
  summaryLanguage?: string;
}

/** The draft's id; of an item that was used already, that of the draft which there is. */
export function draftOf(app: App, { actor, region, id, summaryLanguage }: Drafting): Promise<number> {
  return transaction(app.db, async (tx) => {
    if (!(await holdItem(tx, { region, id }))) throw new Failure("not-found");
    const item = found(await itemOf(tx, region, id));
    if (item.entryId !== null) return item.entryId;
    const { url, language, publishedOn } = item;
    const content = {
      url,
      title: oneLine(item.title, MAX_TITLE) ?? "",
      publisher: oneLine(item.feed.title, MAX_PUBLISHER) ?? "",
      ...(language ? { language } : {}),
      ...(publishedOn ? { publishedOn } : {}),
      ...(summaryLanguage ? { summaryLanguage } : {}),
      countries: [],
      regions: [region],
    };
    await markUsed(tx, { region, id });
    return insertEntry(tx, {
      kind: "news",
      region,
      content,
      inboxItemId: id,
      createdBy: actor.id,
      changedBy: actor.id,
    });
  });
}
