/** The letter that tells whoever gave a correction how it was answered. */
import type { CorrectionRow } from "db/corrections/queries.ts";
import { regionsOfCountries } from "db/countries/places.ts";
import type { Transaction } from "db/transaction.ts";
import { factOf } from "shared/corrections/facts.ts";
import { textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

export interface Answered
  extends Pick<CorrectionRow, "region" | "iso2" | "organisation" | "kind" | "field" | "language" | "reason"> {
  email: string;
  status: "accepted" | "declined";
}

/** Nothing is sent about it again: the address is removed with the same change. */
export async function answerLetter(app: App, tx: Transaction, answered: Answered): Promise<void> {
  const { email, status, language, iso2, organisation, region, kind, field, reason } = answered;
  const t = textsIn(language);
  const fact = factOf(kind, field);
  const name = organisation?.name ?? (iso2 === null ? "" : countryName(iso2, language));
  const own = iso2 === null ? region : ((await regionsOfCountries(app.db.queries, [iso2]))[iso2] ?? region);
  const path = organisation
    ? `${region}/organisations/${organisation.slug}`
    : `${own}/countries/${(iso2 ?? "").toLowerCase()}`;
  await sendLetter(app, tx, {
    to: email,
    language,
    subject: t("corrections.letter.answer.subject"),
    lines: [
      t("corrections.letter.answer.what", { name, field: fact ? t(fact.label) : field }),
      t(`corrections.letter.answer.${status}`),
      ...(reason === null ? [] : [t("corrections.letter.answer.reason", { reason })]),
      t("corrections.letter.answer.removed"),
    ],
    button: { label: t("corrections.letter.answer.button"), url: `${app.origin()}/${language}/${path}` },
    category: "correction-answer",
  });
}
