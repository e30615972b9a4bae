/** Forms that need no account: the challenge that each carries, and what is answered until it is met. */
import { transaction } from "db/transaction.ts";
import type { Entries } from "shared/form.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import { type Challenge, visitorFields } from "shared/visitors/challenge.ts";
import { render } from "web/render";
import type { App } from "./app.ts";
import { frameOf, type PageVisit } from "./page.ts";
import {
  checkChallenge,
  issueChallenge,
  paidChallenge,
  type SentFields,
  waitingChallenge,
} from "./plugins/challenge.ts";

const OWN: readonly string[] = Object.values(visitorFields);

function ownFields(entries: Entries): SentFields {
  return Object.fromEntries(entries.filter(([name]) => OWN.includes(name)));
}

/** What the form carries now: nothing more to do where `paid` was met already and the form only came back. */
export function challengeOf(app: App, paid: Entries | null): Challenge {
  return paid ? paidChallenge(app, ownFields(paid)) : issueChallenge(app);
}

/** Null: it is met, and spent. "wait": show the page that waits. Else what the form says, come back with a new one. */
export async function unmet(app: App, entries: Entries): Promise<"wait" | TextKey | null> {
  const sent = ownFields(entries);
  const outcome = await transaction(app.db, (tx) => checkChallenge(app, tx, sent));
  if (outcome === "ok") return null;
  return outcome === "wait" ? "wait" : `visitor.${outcome}`;
}

/** The page between a form without a solution and its acceptance: everything typed is kept in it. */
export function momentPage(
  app: App,
  { request, language, t, region, now }: PageVisit<unknown, Region | null>,
  entries: Entries,
): string {
  const { value, seconds } = waitingChallenge(app, ownFields(entries));
  const title = t("visitor.moment.title");
  const fields = entries.filter(([name]) => !OWN.includes(name));
  const frame = frameOf(app, request, {
    title,
    description: title,
    language,
    region,
    now,
    notices: [],
    noIndex: true,
  });
  const props = { action: request.raw.url ?? "", fields, challenge: value, seconds };
  return render({ page: "OneMoment", props }, frame);
}
