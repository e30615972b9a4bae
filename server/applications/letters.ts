/** The letters of the applications room: to applicants in their own language, to owners and admins in theirs. */

import { adminsOf, ownersOf, type Reader } from "db/applications/around.ts";
import type { StoredApplication } from "db/applications/queries.ts";
import type { Transaction } from "db/transaction.ts";
import { CODE_HOURS, DECLINED_DAYS } from "shared/applications/rules.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { type TextKey, textsIn, type Values } from "shared/i18n/text.ts";
import { newAccountLink } from "../accounts/joining.ts";
import type { App } from "../app.ts";
import { INVITATION_HOURS, newLink } from "../links.ts";
import type { Letter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { tokenOf } from "./tokens.ts";

export const CONFIRM = "application-confirm";

type Known = Pick<StoredApplication, "id" | "region" | "language" | "email" | "createdAt">;

const languageOf = (code: string): Language => (isLanguage(code) ? code : "en");

function address(app: App, language: string, region: string, path: string): string {
  return `${app.origin()}/${languageOf(language)}/${region}/${path}`;
}

/** The applicant's own page. */
export function ownPage(app: App, application: Known): string {
  return address(
    app,
    application.language,
    application.region,
    `join/applications/${tokenOf(app, application)}`,
  );
}

interface Words {
  subject: TextKey;
  lines: [key: TextKey, values?: Values][];
  /** What somebody wrote, as it is. */
  quote?: string | null;
  button?: { label: TextKey; url: string };
}

function letterIn(language: string, to: string, { subject, lines, quote, button }: Words): Letter {
  const t = textsIn(languageOf(language));
  const [first, ...rest] = lines.map(([key, values]) => t(key, values));
  return {
    to,
    language: languageOf(language),
    subject: t(subject),
    lines: [first ?? "", ...(quote ? [quote] : []), ...rest],
    ...(button ? { button: { label: t(button.label), url: button.url } } : {}),
    category: "application",
  };
}

async function toApplicant(app: App, tx: Transaction, application: Known, words: Words): Promise<void> {
  if (application.email === null) return;
  await sendLetter(app, tx, letterIn(application.language, application.email, words));
}

/** Nothing that was typed stands in it: the address may be somebody else's. */
export async function askToConfirm(app: App, tx: Transaction, application: Known): Promise<void> {
  const { id, email, language, region } = application;
  const { token } = await newLink(app, tx, { purpose: CONFIRM, email, data: { application: id } });
  await toApplicant(app, tx, application, {
    subject: "applications.letter.confirm.subject",
    lines: [["applications.letter.confirm.1"], ["applications.letter.confirm.2"]],
    button: {
      label: "applications.letter.confirm.button",
      url: address(app, language, region, `join/confirm/${token}`),
    },
  });
}

export async function sendCode(app: App, tx: Transaction, application: Known, code: string): Promise<void> {
  await toApplicant(app, tx, application, {
    subject: "applications.letter.code.subject",
    lines: [
      ["applications.letter.code.1", { code }],
      ["applications.letter.code.2", { count: CODE_HOURS }],
      ["applications.letter.confirm.2"],
    ],
    button: { label: "applications.letter.code.button", url: ownPage(app, application) },
  });
}

export async function tellReceived(app: App, tx: Transaction, application: Known): Promise<void> {
  await toApplicant(app, tx, application, {
    subject: "applications.letter.received.subject",
    lines: [["applications.letter.received.1"], ["applications.letter.received.2"]],
    button: { label: "applications.letter.page", url: ownPage(app, application) },
  });
}

export async function tellAsked(
  app: App,
  tx: Transaction,
  application: Known,
  question: string,
): Promise<void> {
  await toApplicant(app, tx, application, {
    subject: "applications.letter.asked.subject",
    lines: [["applications.letter.asked.1"], ["applications.letter.asked.2"]],
    quote: question,
    button: { label: "applications.letter.asked.button", url: ownPage(app, application) },
  });
}

export async function tellDeclined(
  app: App,
  tx: Transaction,
  application: Known,
  { reason, undone = false }: { reason: string; undone?: boolean },
): Promise<void> {
  await toApplicant(app, tx, application, {
    subject: undone ? "applications.letter.undone.subject" : "applications.letter.declined.subject",
    lines: [
      [undone ? "applications.letter.undone.1" : "applications.letter.declined.1"],
      ["applications.letter.declined.2", { count: DECLINED_DAYS }],
    ],
    quote: reason,
  });
}

/** Gives the address of the new account, for a page that leads there at once. */
export async function welcome(
  app: App,
  tx: Transaction,
  application: Known & Pick<StoredApplication, "kind">,
  {
    organisationId,
    grantedBy,
    words,
  }: { organisationId: number | null; grantedBy: number | null; words: string | null },
): Promise<string> {
  const { email, language, region } = application;
  const gives =
    organisationId === null
      ? { regions: [region] }
      : { memberships: [{ organisationId, role: "owner" as const }] };
  const { url } = await newAccountLink(app, tx, {
    email,
    language: languageOf(language),
    data: grantedBy === null ? gives : { ...gives, grantedBy },
    hours: INVITATION_HOURS,
  });
  await toApplicant(app, tx, application, {
    subject: "applications.letter.accepted.subject",
    lines: [
      [`applications.letter.accepted.${application.kind}`],
      ["applications.letter.accepted.link", { count: INVITATION_HOURS / 24 }],
      ["applications.letter.accepted.keep"],
    ],
    quote: words,
    button: { label: "applications.letter.accepted.button", url },
  });
  return url;
}

async function toAll(
  app: App,
  tx: Transaction,
  readers: readonly Reader[],
  words: (language: string) => Words,
): Promise<void> {
  for (const { email, language } of readers)
    await sendLetter(app, tx, letterIn(language, email, words(language)));
}

/** Something waits, or a code accepted a claim: the region's admins look at it. */
export async function tellAdmins(
  app: App,
  tx: Transaction,
  application: Known,
  what: "waiting" | "answered" | "byDomain",
): Promise<void> {
  await toAll(app, tx, await adminsOf(tx, application.region), (language) => ({
    subject: "applications.letter.admin.subject",
    lines: [[`applications.letter.admin.${what}`]],
    button: {
      label: "applications.letter.admin.button",
      url: address(app, language, application.region, `desk/applications/${application.id}`),
    },
  }));
}

/** Somebody else claims their profile: they should know before an admin decides. */
export async function tellOwners(app: App, tx: Transaction, organisationId: number): Promise<void> {
  await toAll(app, tx, await ownersOf(tx, organisationId), () => ({
    subject: "applications.letter.owner.subject",
    lines: [["applications.letter.owner.1"], ["applications.letter.owner.2"]],
  }));
}
