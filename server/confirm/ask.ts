/** The yearly letter: is your profile still true? To a CSO's owners, or, without any, to its own address. */
import { noteAsked } from "db/confirm/changes.ts";
import { type Asked, type Due, stillUnconfirmed, type Unconfirmed, unconfirmed } from "db/confirm/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import {
  ASK_AFTER_MONTHS,
  ASK_AGAIN_DAYS,
  ASK_AGAIN_SOONEST_DAYS,
  CONFIRM_CRON,
  CONFIRM_LINK_HOURS,
  MAX_ASKED_PER_DAY,
  monthsFrom,
  STALE_AFTER_MONTHS,
} from "shared/confirm/rules.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { newLink } from "../links.ts";
import type { Letter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";

export const STILL_TRUE = "still-true";
const DAY_MS = 86_400_000;
const HOURS_PER_DAY = 24;

export function confirmJob(app: App): void {
  app.jobs.declare({
    name: "confirmations",
    queue: { retryLimit: 3, retryDelay: 600, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
    cron: CONFIRM_CRON,
    handle: async (jobs) => {
      await askWhetherTrue(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
}

/** Each CSO in a transaction of its own: cut short, the rest is asked by the next try. */
export async function askWhetherTrue(app: App): Promise<void> {
  const now = app.now();
  const due = {
    confirmedBy: monthsFrom(dayOf(now), -ASK_AFTER_MONTHS),
    askedBefore: new Date(now.getTime() - ASK_AGAIN_DAYS * DAY_MS),
    regions: app.regions().map(({ slug }) => slug),
  };
  for (const id of await unconfirmed(app.db.queries, due, MAX_ASKED_PER_DAY)) await ask(app, id, due);
}

/** At a curator's wish, who was not asked in the last days; gives how many CSOs a letter went to. */
export async function askAgain(app: App, region: string, ids: readonly number[]): Promise<number> {
  const now = app.now();
  const due: Due = {
    confirmedBy: monthsFrom(dayOf(now), -STALE_AFTER_MONTHS),
    askedBefore: new Date(now.getTime() - ASK_AGAIN_SOONEST_DAYS * DAY_MS),
    regions: [region],
  };
  let asked = 0;
  for (const id of ids) if (await ask(app, id, due)) asked++;
  return asked;
}

/** False where it is not to be asked any more, or has nobody to ask. */
function ask(app: App, id: number, due: Due): Promise<boolean> {
  return transaction(app.db, async (tx) => {
    const organisation = await stillUnconfirmed(tx, id, due);
    if (!organisation) return false;
    await noteAsked(tx, id, app.now());
    for (const asked of organisation.asked)
      await sendLetter(app, tx, await letterTo(app, tx, organisation, asked));
    return organisation.asked.length > 0;
  });
}

async function letterTo(
  app: App,
  tx: Transaction,
  { id, slug, name, region }: Unconfirmed,
  { personId, email, language: own }: Asked,
): Promise<Letter> {
  const language: Language = isLanguage(own) ? own : "en";
  const t = textsIn(language);
  const { token } = await newLink(app, tx, {
    purpose: STILL_TRUE,
    personId,
    data: { organisationId: id },
    hours: CONFIRM_LINK_HOURS,
  });
  return {
    to: email,
    language,
    subject: t("confirm.letter.subject"),
    ...(personId === null
      ? {}
      : { tellingSubject: { personId, subject: t("confirm.letter.tellingSubject", { name }) } }),
    lines: [
      t("confirm.letter.asked", { name }),
      t("confirm.letter.otherwise"),
      t("confirm.letter.once", { count: CONFIRM_LINK_HOURS / HOURS_PER_DAY }),
    ],
    button: {
      label: t("confirm.letter.button"),
      url: `${app.origin()}/${language}/${region}/organisations/${slug}/confirm?token=${token}`,
    },
    category: "confirmation",
  };
}
