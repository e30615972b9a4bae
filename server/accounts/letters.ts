/** Letters about an account: discreet, in the person's language, told in the transaction of what they tell of. */
import type { Person } from "db/accounts/people.ts";
import type { Transaction } from "db/transaction.ts";
import { UNDO_EMAIL_HOURS } from "shared/accounts/recent.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { type TextKey, textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { newLink } from "../links.ts";
import { sendLetter } from "../mail/send.ts";

export const RESET = "reset-password";
export const CONFIRM_EMAIL = "confirm-email";
export const UNDO_EMAIL = "undo-email";

type Recipient = Pick<Person, "id" | "handle" | "email" | "language">;

export function languageOf({ language }: { language: string }): Language {
  return isLanguage(language) ? language : "en";
}

interface Words {
  to: string;
  subject: TextKey;
  lines: readonly TextKey[];
  button: { label: TextKey; path: string };
}

async function write(app: App, tx: Transaction, person: Recipient, words: Words): Promise<void> {
  const language = languageOf(person);
  const t = textsIn(language);
  await sendLetter(app, tx, {
    to: words.to,
    language,
    subject: t(words.subject),
    lines: [t("letter.greeting", { handle: person.handle }), ...words.lines.map((line) => t(line))],
    button: { label: t(words.button.label), url: `${app.origin()}/${language}/account/${words.button.path}` },
    category: "account",
  });
}

/** Tells of a change of how one signs in, with a way out for whoever did not do it. */
export async function tellOfChange(
  app: App,
  tx: Transaction,
  person: Recipient,
  change: "passwordChanged" | "factorOn" | "factorOff" | "passkeyAdded" | "passkeyRemoved",
): Promise<void> {
  await write(app, tx, person, {
    to: person.email,
    subject: `letter.${change}.subject`,
    lines: [`letter.${change}.1`, "letter.notYou"],
    button: { label: "account.reset", path: "forgotten" },
  });
}

export async function sendReset(app: App, tx: Transaction, person: Recipient): Promise<void> {
  const { token } = await newLink(app, tx, { purpose: RESET, personId: person.id, email: person.email });
  await write(app, tx, person, {
    to: person.email,
    subject: "letter.reset.subject",
    lines: ["letter.reset.1", "letter.reset.2"],
    button: { label: "account.reset", path: `reset?token=${token}` },
  });
}

/** To the address that is to be the person's. */
export async function sendConfirmation(
  app: App,
  tx: Transaction,
  person: Recipient,
  email: string,
): Promise<void> {
  const { token } = await newLink(app, tx, { purpose: CONFIRM_EMAIL, personId: person.id, email });
  await write(app, tx, person, {
    to: email,
    subject: "letter.confirmEmail.subject",
    lines: ["letter.confirmEmail.1", "letter.confirmEmail.2"],
    button: { label: "account.confirmEmail", path: `confirm-email?token=${token}` },
  });
}

/** To the address that the person has, before another takes its place. */
export async function sendUndo(app: App, tx: Transaction, person: Recipient): Promise<void> {
  const { token } = await newLink(app, tx, {
    purpose: UNDO_EMAIL,
    personId: person.id,
    email: person.email,
    data: { since: app.now().toISOString() },
    hours: UNDO_EMAIL_HOURS,
  });
  await write(app, tx, person, {
    to: person.email,
    subject: "letter.emailChanging.subject",
    lines: ["letter.emailChanging.1", "letter.emailChanging.2"],
    button: { label: "letter.emailChanging.button", path: `undo-email?token=${token}` },
  });
}
