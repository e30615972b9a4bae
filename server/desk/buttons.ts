/** What is pressed at the desk: take on, give back, set aside, ask again, and whether the weekly letter comes. */
import { setDeskLetter } from "db/desk/letters.ts";
import { transaction } from "db/transaction.ts";
import { type DeskBody, type DeskRef, deskBody, deskLetterBody, deskQuery } from "shared/desk/contract.ts";
import { isDeskKind } from "shared/desk/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { readQuery } from "shared/query.ts";
import type { App } from "../app.ts";
import { type Done, serveRegionPost } from "../form.ts";
import { type At, askProfiles, give, setAside, take } from "./queue.ts";

export function deskButtons(app: App): void {
  serveRegionPost(app, {
    path: "/desk",
    who: "staff",
    body: deskBody,
    act: async ({ actor, region, language, request }, body) => {
      const at: At = { actor: found(actor), region: region.slug };
      const { done, hash = "" } = await pressed(app, at, body);
      return { to: `/${language}/${region.slug}/desk${filtersOf(request.query)}${hash}`, done };
    },
  });
  serveRegionPost(app, {
    path: "/desk/letter",
    who: "staff",
    body: deskLetterBody,
    act: async ({ actor, region, language }, { weekly }) => {
      const wish = { personId: found(actor).id, region: region.slug, weekly: weekly === "on" };
      await transaction(app.db, (tx) => setDeskLetter(tx, wish));
      return { to: `/${language}/${region.slug}/desk`, done: "deskLetter" };
    },
  });
}

/** Back to the same part of the queue. */
function filtersOf(sent: unknown): string {
  const { value } = readQuery(deskQuery, sent);
  const query = new URLSearchParams(
    Object.entries(value).flatMap(([name, values]) => [values].flat().map((one) => [name, String(one)])),
  );
  return query.size === 0 ? "" : `?${query}`;
}

interface Pressed extends Omit<Done, "to"> {
  hash?: string;
}

async function pressed(app: App, at: At, body: DeskBody): Promise<Pressed> {
  const { take: taken, over, give: given } = body;
  const one = taken ?? over ?? given;
  if (one === undefined) return pressedForMarked(app, at, body);
  const thing = refOf(one);
  const hash = `#w-${one.replace("/", "-")}`;
  if (given !== undefined) {
    await give(app, at, [thing]);
    return { done: "deskGiven", hash };
  }
  const isTaken = await take(app, at, [thing], over !== undefined).catch(gone);
  if (isTaken === null) return { done: "deskGone" };
  return { done: isTaken.length > 0 ? "deskTaken" : "deskOthers", hash };
}

/** Somebody was quicker: the queue without it is answer enough. */
function gone(error: unknown): null {
  if (error instanceof Failure && error.code === "not-found") return null;
  throw error;
}

async function pressedForMarked(app: App, at: At, { item = [], do: does }: DeskBody): Promise<Pressed> {
  const things = item.map(refOf);
  if (things.length === 0 || does === undefined) return { done: "deskNothing" };
  switch (does) {
    case "take": {
      const taken = await take(app, at, things, false).catch(gone);
      return { done: taken === null ? "deskGone" : taken.length > 0 ? "deskTaken" : "deskOthers" };
    }
    case "give":
      return { done: (await give(app, at, things)) > 0 ? "deskGiven" : "deskNothing" };
    case "ask":
      return { done: (await askProfiles(app, at, things)) > 0 ? "deskAsked" : "deskNobodyAsked" };
    case "aside":
      return { done: (await setAside(app, at, things)) > 0 ? "deskAside" : "deskNotAside" };
  }
}

function refOf(marked: string): DeskRef {
  const [kind = "", ref = ""] = marked.split("/");
  if (!isDeskKind(kind)) throw new Failure("not-found");
  return { kind, ref };
}
