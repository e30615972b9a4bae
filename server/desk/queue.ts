/** The desk's queue: what waits for a person, as data, and what they do with it beside working on it. */
import { giveBack, putAside, takeOn } from "db/desk/changes.ts";
import {
  countWaiting,
  type DeskAsk,
  type KindCount,
  takersIn,
  type Waiting,
  waitingAmong,
  waitingAt,
} from "db/desk/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { DeskItem, DeskRef } from "shared/desk/contract.ts";
import { deskPath } from "shared/desk/paths.ts";
import {
  ASIDE_DAYS,
  DESK_PAGE,
  type DeskKind,
  kindsFor,
  type Taking,
  waitingKinds,
} from "shared/desk/rules.ts";
import { Failure } from "shared/failure.ts";
import { countUpTo, EXACT_COUNT, type List } from "shared/page.ts";
import type { App } from "../app.ts";
import { askAgain } from "../confirm/ask.ts";

/** A person at a region's desk. */
export interface At {
  actor: Actor;
  region: string;
}

export interface Filter {
  kind?: readonly DeskKind[] | undefined;
  taken?: Taking | undefined;
  olderThan?: number | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export interface Queue extends List<Waiting> {
  /** Of all that waits for this person. */
  counts: KindCount[];
}

function askOf(app: App, { actor, region }: At): DeskAsk {
  return { region, now: app.now(), personId: actor.id, kinds: kindsFor(actor, region) };
}

export async function queueFor(app: App, at: At, filter: Filter): Promise<Queue> {
  const { queries } = app.db;
  const all = askOf(app, at);
  const { kind, taken, olderThan, after, limit = DESK_PAGE } = filter;
  const kinds = kind ? all.kinds.filter((one) => kind.includes(one)) : all.kinds;
  const asked: DeskAsk = { ...all, kinds, taken, olderThan };
  const isNarrow = taken !== undefined || olderThan !== undefined;
  const [part, counts, narrow] = await Promise.all([
    waitingAt(queries, asked, { limit, after }),
    countWaiting(queries, all),
    isNarrow ? countWaiting(queries, asked) : null,
  ]);
  const counted = narrow ?? counts.filter((one) => kinds.includes(one.kind));
  const total = counted.reduce((sum, one) => sum + one.count, 0);
  return {
    ...part,
    ...countUpTo(total),
    counts: counts.map((one) => ({ ...one, count: Math.min(one.count, EXACT_COUNT) })),
  };
}

export function presentItem({ slug, takenBy, ...waiting }: Waiting, { actor }: At): DeskItem {
  const by = takenBy && { handle: takenBy.handle ?? "", mine: takenBy.id === actor.id };
  return { ...waiting, path: deskPath({ ...waiting, slug }), takenBy: by };
}

/** Who works on what of these kinds: handles, by "correction/12". */
export async function takersOf(
  app: App,
  region: string,
  kinds: readonly DeskKind[],
): Promise<Record<string, string>> {
  return Object.fromEntries(await takersIn(app.db.queries, region, kinds));
}

/** Those that are theirs now. Throws `not-found` where none of them waits for this person. */
export function take(app: App, at: At, things: readonly DeskRef[], over: boolean): Promise<DeskRef[]> {
  return transaction(app.db, async (tx) => {
    const waiting = await waitingAmong(tx, askOf(app, at), things);
    if (waiting.length === 0) throw new Failure("not-found");
    return takeOn(tx, waiting, { region: at.region, personId: at.actor.id, at: app.now(), over });
  });
}

/** How many of them were theirs. */
export function give(app: App, { actor, region }: At, things: readonly DeskRef[]): Promise<number> {
  return transaction(app.db, async (tx) => {
    let given = 0;
    for (const thing of things) if (await giveBack(tx, thing, { region, personId: actor.id })) given++;
    return given;
  });
}

const DAY_MS = 86_400_000;

/** Of those that nobody waits to be answered; gives how many. */
export function setAside(app: App, at: At, things: readonly DeskRef[]): Promise<number> {
  const until = new Date(app.now().getTime() + ASIDE_DAYS * DAY_MS);
  const may = things.filter(({ kind }) => waitingKinds[kind].aside);
  return transaction(app.db, async (tx) => {
    const waiting = await waitingAmong(tx, askOf(app, at), may);
    for (const thing of waiting)
      await putAside(tx, thing, { region: at.region, personId: at.actor.id, until });
    return waiting.length;
  });
}

/** Sends the yearly letter to the CSOs among them; gives how many got one. */
export async function askProfiles(app: App, at: At, things: readonly DeskRef[]): Promise<number> {
  const profiles = things.filter(({ kind }) => kind === "profile");
  const waiting = await waitingAmong(app.db.queries, askOf(app, at), profiles);
  return askAgain(
    app,
    at.region,
    waiting.map(({ ref }) => Number(ref)),
  );
}
