/** Passes a visitor's letter on to a CSO: counted, sent, and not kept. */
import { dropOldCounts, takeLetter } from "db/contact/changes.ts";
import type { Addressee, Recipient } from "db/contact/queries.ts";
import { transaction } from "db/transaction.ts";
import type { ContactForm } from "shared/contact/contract.ts";
import { KEEP_COUNT_DAYS, MAX_LETTERS_PER_DAY } from "shared/contact/rules.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import type { Letter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";

const DAY_MS = 86_400_000;

/** False: the CSO was passed on as many letters today as it may be. */
export function passOn(
  app: App,
  { id, recipients }: Addressee,
  message: ContactForm & { replyTo: string },
): Promise<boolean> {
  return transaction(app.db, async (tx) => {
    const now = app.now();
    await dropOldCounts(tx, dayOf(new Date(now.getTime() - KEEP_COUNT_DAYS * DAY_MS)));
    const limit = { organisationId: id, day: dayOf(now), most: MAX_LETTERS_PER_DAY };
    if (!(await takeLetter(tx, limit))) return false;
    for (const recipient of recipients) await sendLetter(app, tx, letterOf(app, recipient, message));
    return true;
  });
}

function letterOf(app: App, recipient: Recipient, message: ContactForm & { replyTo: string }): Letter {
  const language: Language = isLanguage(recipient.language) ? recipient.language : "en";
  const t = textsIn(language);
  const { hostname } = new URL(app.origin());
  return {
    to: recipient.email,
    language,
    subject: t("contact.letter.subject"),
    lines: [
      t("contact.letter.lead", { host: hostname }),
      ...(message.name === undefined ? [] : [t("contact.letter.from", { name: message.name })]),
      message.message,
      t("contact.letter.answer"),
    ],
    replyTo: message.replyTo,
    category: "contact",
  };
}
