/** The first start: a one-time link by which somebody becomes the first steward. */

import { withLock } from "db/lock.ts";
import { dropStewardLinks, newStewardLink } from "db/roles/changes.ts";
import { hasSteward } from "db/roles/queries.ts";
import { transaction } from "db/transaction.ts";
import { newAccountLink } from "./accounts/joining.ts";
import type { App } from "./app.ts";
import type { Say } from "./database.ts";
import { LINK_HOURS } from "./links.ts";

/** Nodes that start together are up within this time of each other; one of them prints the link. */
const TOGETHER_MINUTES = 5;

/** Prints nothing once there is a steward. A later start ends the link before and prints a new one: it may be lost. */
export async function offerFirstSteward(app: App, say: Say): Promise<void> {
  await withLock(app.db, "first steward", async () => {
    if (await hasSteward(app.db.queries)) return;
    if (await newStewardLink(app.db.queries, TOGETHER_MINUTES)) {
      say("A link for the first steward was printed a moment ago.");
      say("Where it is lost: npm run admin -- steward create <e-mail>");
      return;
    }
    const { url } = await transaction(app.db, async (tx) => {
      await dropStewardLinks(tx);
      const data = { roles: [{ role: "steward" as const, region: null }] };
      return newAccountLink(app, tx, { email: null, language: "en", data });
    });
    say(
      `There is no steward yet. Open this link within ${LINK_HOURS} hours to become the first; it works once:`,
    );
    say(url);
  });
}
