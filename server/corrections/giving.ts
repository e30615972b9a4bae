/** Takes a correction that somebody gives: into the region's queue, or to those who keep the profile. */
import { insertCorrection, type NewCorrection } from "db/corrections/changes.ts";
import { keepersOf } from "db/corrections/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { correctBody } from "shared/corrections/contract.ts";
import type { Fact } from "shared/corrections/facts.ts";
import { readValue } from "shared/corrections/values.ts";
import { textsIn } from "shared/i18n/text.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { Static } from "typebox";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { sendLetter } from "../mail/send.ts";

export interface Given {
  body: Static<typeof correctBody>;
  fact: Fact;
  /** What the reader was shown that it says. */
  current: unknown;
  where: Pick<NewCorrection, "region" | "iso2" | "organisationId" | "ref" | "language">;
  actor: Actor | null;
  /** Of a claimed profile: its editors are written to. */
  claimed: { id: number; region: string; slug: string } | null;
}

/** Throws Refused where the value does not fit, or is what the record says already. */
export async function give(app: App, given: Given): Promise<void> {
  const { body, fact, current, where, actor, claimed } = given;
  const reading = readValue(fact, body);
  const field = fieldOf(fact);
  if (reading.problem !== undefined) throw new Refused({ [field]: reading.problem });
  if (JSON.stringify(reading.value) === JSON.stringify(current))
    throw new Refused({ [field]: "corrections.error.same" });
  const email = body.email === undefined ? null : mailAddress(body.email);
  if (body.email !== undefined && email === null) throw new Refused({ email: "form.notAnAddress" });
  const keepers = claimed ? await keepersOf(app.db.queries, claimed.id) : [];
  await transaction(app.db, async (tx) => {
    await insertCorrection(tx, {
      ...where,
      kind: fact.kind,
      field: fact.field,
      current,
      proposed: reading.value,
      source: body.source,
      note: body.note ?? null,
      email,
      credit: body.credit ?? null,
      personId: actor?.id ?? null,
    });
    for (const keeper of keepers) {
      const t = textsIn(keeper.language);
      const path = `${claimed?.region}/organisations/${claimed?.slug}/corrections`;
      await sendLetter(app, tx, {
        to: keeper.email,
        language: keeper.language,
        subject: t("corrections.letter.waiting.subject"),
        lines: [t("corrections.letter.waiting.1"), t("corrections.letter.waiting.2")],
        button: {
          label: t("corrections.letter.waiting.button"),
          url: `${app.origin()}/${keeper.language}/${path}`,
        },
        category: "correction",
      });
    }
  });
}

/** Where the form asks for the value. */
export function fieldOf({ input }: Fact): string {
  if (input.as === "languages" || input.as === "subjects") return "values";
  return input.as === "document" ? "document.title" : "value";
}
