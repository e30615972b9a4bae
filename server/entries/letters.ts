/** What a member is told of a proposal: it was published, or why it was not. */
import { personById } from "db/accounts/people.ts";
import type { Transaction } from "db/transaction.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

interface Answered {
  kind: EntryKind;
  region: string;
  proposedBy: number | null;
  status: "accepted" | "declined";
  /** Of what was published. */
  slug: string | null;
  title: string;
  reason: string | null;
}

/** In the own language; the subject names nothing. */
export async function answerProposer(app: App, tx: Transaction, answered: Answered): Promise<void> {
  const { kind, region, proposedBy, status, slug, title, reason } = answered;
  const person = proposedBy === null ? null : await personById(tx, proposedBy);
  if (!person?.email || !person.emailVerifiedAt) return;
  const language = isLanguage(person.language) ? person.language : "en";
  const t = textsIn(language);
  // Partners have no page of their own.
  const path =
    slug === null ? `propose/${kind}` : kind === "news" || kind === "events" ? `${kind}/${slug}` : kind;
  await sendLetter(app, tx, {
    to: person.email,
    language,
    subject: t("entries.letter.subject"),
    lines: [
      t(`entries.letter.${status}`, { title }),
      ...(reason === null ? [] : [t("entries.letter.reason", { reason })]),
    ],
    button: { label: t("entries.letter.button"), url: `${app.origin()}/${language}/${region}/${path}` },
    category: "proposal",
  });
}
