/** Tells people what was decided: a notification and a letter, each in their own language, with the reason and the way to appeal. */
import { insertTelling } from "db/moderation/changes.ts";
import { type Recipient, recipientsOf } from "db/moderation/queries.ts";
import type { Transaction } from "db/transaction.ts";
import { isLanguage, type Language, languages } from "shared/i18n/languages.ts";
import { type Translate, textsIn } from "shared/i18n/text.ts";
import { APPEAL_DAYS, type DecisionAction, type Ground, type Outcome } from "shared/moderation/rules.ts";
import { formatPartialDate } from "shared/time.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

/** As whom somebody is told. */
export type Side = "author" | "flagger";

export interface Told {
  /** The decision that the letter leads to. */
  decisionId: number;
  actions: readonly DecisionAction[];
  ground: Ground;
  reason: string;
  until: Date | null;
  threadId: number | null;
  postId: number | null;
  at: Date;
  to: readonly { personId: number; side: Side }[];
  /** Only a notification: for what nobody has to know at once. */
  withoutLetter?: boolean;
}

export async function tellDecision(app: App, tx: Transaction, told: Told): Promise<void> {
  const { decisionId, threadId, postId, at } = told;
  const people = new Map(
    (
      await recipientsOf(
        tx,
        told.to.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one]),
  );
  for (const { personId, side } of told.to) {
    const person = people.get(personId);
    if (!person) continue;
    const action = told.actions[0] ?? "keep";
    const data = { decision: decisionId, action, as: side };
    await insertTelling(tx, { personId, kind: "decision", threadId, postId, data, at });
    if (!told.withoutLetter) await decisionLetter(app, tx, person, side, told);
  }
}

const languageOf = ({ language }: Recipient): Language => (isLanguage(language) ? language : "en");

async function decisionLetter(
  app: App,
  tx: Transaction,
  person: Recipient,
  side: Side,
  { actions, ground, reason, until, decisionId }: Told,
): Promise<void> {
  if (person.email === null) return;
  const language = languageOf(person);
  const t = textsIn(language);
  await sendLetter(app, tx, {
    to: person.email,
    language,
    subject: t("moderation.letter.subject"),
    lines: [
      t(`moderation.letter.${side}`),
      ...sentencesFor(side, actions).map((action) => sentence(t, language, action, until)),
      t("moderation.letter.ground", { ground: t(`moderation.ground.${ground}`) }),
      ...(reason === "" ? [] : [t("moderation.letter.reason", { reason })]),
      t("moderation.letter.appeal", { count: APPEAL_DAYS }),
    ],
    button: { label: t("moderation.letter.button"), url: urlOf(app, language, decisionId) },
    category: "moderation",
  });
}

/** What was decided about the author is told to the author. */
function sentencesFor(side: Side, actions: readonly DecisionAction[]): DecisionAction[] {
  const isMeasure = (action: DecisionAction) => ["warn", "suspend", "ban", "lift"].includes(action);
  return actions.filter((action) => side === "author" || !isMeasure(action));
}

export function sentence(
  t: Translate,
  language: Language,
  action: DecisionAction,
  until: Date | null,
): string {
  const day =
    until === null ? "" : formatPartialDate(until.toISOString().slice(0, 10), languages[language].locale);
  return t(`moderation.told.${action}`, { day });
}

const urlOf = (app: App, language: Language, decisionId: number) =>
  `${app.origin()}/${language}/account/decisions/${decisionId}`;

export interface AppealTold {
  personId: number;
  decisionId: number;
  outcome: Outcome;
  answer: string;
  threadId: number | null;
  postId: number | null;
  at: Date;
}

export async function tellAppeal(app: App, tx: Transaction, told: AppealTold): Promise<void> {
  const { personId, decisionId, outcome, answer, threadId, postId, at } = told;
  const [person] = await recipientsOf(tx, [personId]);
  if (!person) return;
  const data = { decision: decisionId, outcome };
  await insertTelling(tx, { personId, kind: "appeal", threadId, postId, data, at });
  if (person.email === null) return;
  const language = languageOf(person);
  const t = textsIn(language);
  await sendLetter(app, tx, {
    to: person.email,
    language,
    subject: t("moderation.letter.appealSubject"),
    lines: [
      t(`moderation.letter.${outcome}`),
      t("moderation.letter.answer", { reason: answer }),
      t("moderation.letter.final"),
    ],
    button: { label: t("moderation.letter.button"), url: urlOf(app, language, decisionId) },
    category: "moderation",
  });
}
