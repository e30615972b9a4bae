/** What a curator says of links that lead nowhere: it goes into the records, or stands beside them. */
import { recordAudit } from "db/audit/changes.ts";
import type { Queries } from "db/connect.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { holdLink, sayFine, sayOfLink } from "db/webLinks/changes.ts";
import { linkIn, reachOf, usesHere } from "db/webLinks/queries.ts";
import { followMove, takeAddress } from "db/webLinks/taking.ts";
import { type Actor, hasRole } from "shared/accounts/rules.ts";
import { actsAs } from "shared/corrections/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { DeadLink, LinkDecisionBody } from "shared/webLinks/contract.ts";
import { decisionsFor, LOOK_AGAIN_DAYS, mayTake, type Reach } from "shared/webLinks/rules.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";

const DAY_MS = 24 * 60 * 60_000;

export interface LinkDeciding {
  actor: Actor;
  region: string;
  body: LinkDecisionBody;
}

/** Several at once can only be said to be fine: all else is a look of its own. Throws Refused. */
export async function decideLinks(app: App, deciding: LinkDeciding): Promise<void> {
  const { url, decision, version } = deciding.body;
  const [only] = url;
  if (version === undefined && decision === "fine") return sayAllFine(app, deciding);
  if (only === undefined || url.length > 1 || version === undefined) throw new Failure("invalid");
  await transaction(app.db, async (tx) => {
    if (!(await holdLink(tx, only, version))) throw new Refused({ decision: "webLinks.error.changed" });
    const link = found(await linkIn(tx, deciding.region, only));
    const [reach = NOBODYS] = await reaches(tx, deciding.actor, [only]);
    if (!decisionsFor(link, reach).includes(decision))
      throw new Refused({
        decision: decision === "take" ? "webLinks.error.noAddress" : "webLinks.error.notHere",
      });
    if (decision === "take") await take(tx, link, deciding, app.now());
    else await say(tx, app, link, { ...deciding, decision });
    await recordAudit(tx, app.secrets, {
      actor: deciding.actor.id,
      action: `link.${decision}`,
      target: targetOf(link.uses),
      region: deciding.region,
      value: { url: only, to: link.movedTo, archivedUrl: deciding.body.archivedUrl },
    });
  });
}

const NOBODYS: Reach = { foreign: false, own: false };

/** Of each of these addresses that records point to. */
export async function reaches(
  db: Queries | Transaction,
  actor: Actor,
  urls: readonly string[],
): Promise<(Reach & { url: string })[]> {
  return (await reachOf(db, urls)).map(({ url, regions, own }) => ({
    url,
    own,
    foreign: regions.some((region) => !hasRole(actor, "curator", region)),
  }));
}

async function sayAllFine(app: App, { actor, region, body }: LinkDeciding): Promise<void> {
  await transaction(app.db, async (tx) => {
    const uses = await usesHere(tx, region, body.url);
    if (uses.length === 0) throw new Failure("not-found");
    if ((await reaches(tx, actor, body.url)).some(({ foreign }) => foreign))
      throw new Refused({ url: "webLinks.error.notHere" });
    const here = [...new Set(uses.map(({ url }) => url))];
    await sayFine(tx, here, { decidedBy: actor.id, decidedAt: app.now() });
    const entry = { actor: actor.id, action: "link.fine", target: targetOf(uses), region };
    await recordAudit(tx, app.secrets, { ...entry, value: here });
  });
}

/** The records that point to them: addresses have no number. */
function targetOf(uses: readonly { kind: string; ref: string }[]): string {
  return uses.map(({ kind, ref }) => `${kind}:${ref}`).join(" ");
}

async function take(
  tx: Transaction,
  link: DeadLink,
  { actor, region }: LinkDeciding,
  now: Date,
): Promise<void> {
  const to = found(link.movedTo);
  const taking = { from: link.url, to, region, personId: actor.id, actedAs: actsAs(actor, region, null) };
  for (const use of link.uses.filter(mayTake)) await takeAddress(tx, use, taking);
  await followMove(tx, taking, new Date(now.getTime() + LOOK_AGAIN_DAYS * DAY_MS));
}

async function say(
  tx: Transaction,
  app: App,
  link: DeadLink,
  { actor, body, decision }: LinkDeciding & { decision: Exclude<LinkDecisionBody["decision"], "take"> },
): Promise<void> {
  const archivedUrl = body.archivedUrl ?? null;
  if (decision === "archived" && archivedUrl === null)
    throw new Refused({ archivedUrl: "webLinks.error.noArchive" });
  await sayOfLink(tx, link.url, {
    verdict: decision,
    archivedUrl: decision === "archived" ? archivedUrl : null,
    decidedBy: actor.id,
    decidedAt: app.now(),
  });
}
