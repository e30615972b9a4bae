/** Following by mail: asked for, confirmed by a link, ended. An address that is unknown is answered as any other. */
import { confirmFollow, endFollows, insertFollow } from "db/follows/changes.ts";
import { follows, followsBy } from "db/follows/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { FollowTarget } from "shared/follows/contract.ts";
import { CONFIRM_HOURS, MAX_CONFIRMATIONS_PER_DAY, MAX_FOLLOWS } from "shared/follows/rules.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { newLink, spendLink } from "../links.ts";
import type { Letter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { readerUrl } from "./reader.ts";

export const CONFIRM_PURPOSE = "confirm-follow";

export interface FollowAsk extends FollowTarget {
  email: string;
  language: Language;
}

const DAY_MS = 86_400_000;

/** Writes a letter with the link that confirms; who follows it already is told so instead. */
export function askToFollow(app: App, ask: FollowAsk): Promise<void> {
  return transaction(app.db, async (tx) => {
    const at = app.now();
    const known = await followsBy(tx, ask.email, new Date(at.getTime() - DAY_MS));
    if (known.asked >= MAX_CONFIRMATIONS_PER_DAY) return;
    const id = (await follows(tx, ask.email, ask)) ? null : await insertFollow(tx, { ...ask, at });
    await sendLetter(app, tx, await letterTo(app, tx, ask, known.confirmed >= MAX_FOLLOWS ? null : id));
  });
}

/** Nothing to confirm: it is followed already, or one address follows enough. */
async function letterTo(app: App, tx: Transaction, ask: FollowAsk, id: number | null): Promise<Letter> {
  const { email: to, language } = ask;
  const t = textsIn(language);
  const letter = { to, language, category: "follow" };
  if (id === null) {
    return {
      ...letter,
      subject: t("follow.letter.knownSubject"),
      lines: [t("follow.letter.known", { most: MAX_FOLLOWS })],
      button: { label: t("follow.manage"), url: readerUrl(app, language, to, "follows") },
    };
  }
  // The address stands in one place alone, so the link does not repeat it.
  const { token } = await newLink(app, tx, {
    purpose: CONFIRM_PURPOSE,
    data: { followId: id, language },
    hours: CONFIRM_HOURS,
  });
  return {
    ...letter,
    subject: t("follow.letter.subject"),
    lines: [t("follow.letter.asked"), t("follow.letter.once", { count: CONFIRM_HOURS })],
    button: {
      label: t("follow.letter.confirm"),
      url: `${app.origin()}/${language}/follows/confirm?token=${token}`,
    },
  };
}

/** The address that follows now, or null where the link has ended. */
export function confirm(app: App, token: string): Promise<string | null> {
  return transaction(app.db, async (tx) => {
    const link = await spendLink(app, tx, CONFIRM_PURPOSE, token);
    const id = Number(link?.data.followId ?? Number.NaN);
    return Number.isSafeInteger(id) ? ((await confirmFollow(tx, id, app.now()))?.email ?? null) : null;
  });
}

export function end(app: App, email: string, id: number | null): Promise<void> {
  return transaction(app.db, (tx) => endFollows(tx, email, id));
}
