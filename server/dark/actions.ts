/** A CSO goes dark or comes back: its owners are told, and it is written into the audit log. */
import { recordAudit } from "db/audit/changes.ts";
import { keepersOf } from "db/corrections/queries.ts";
import { comeBack, goDark } from "db/organisations/dark.ts";
import type { OwnOrganisation } from "db/organisations/own.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

export interface DarkWish {
  actor: Actor;
  organisation: OwnOrganisation;
  dark: boolean;
}

/** Nothing happens where it is so already. */
export async function changeDark(app: App, { actor, organisation, dark }: DarkWish): Promise<void> {
  const { id, region, slug } = organisation;
  const owners = await keepersOf(app.db.queries, id, ["owner"]);
  await transaction(app.db, async (tx) => {
    const isChanged = dark ? await goDark(tx, id, app.now()) : await comeBack(tx, id);
    if (!isChanged) return;
    for (const { email, language } of owners) {
      const t = textsIn(language);
      await sendLetter(app, tx, {
        to: email,
        language,
        subject: t("dark.letter.subject"),
        lines: [t(dark ? "dark.letter.dark" : "dark.letter.back"), t("dark.letter.unasked")],
        button: {
          label: t("dark.letter.button"),
          url: `${app.origin()}/${language}/${region}/organisations/${slug}/dark`,
        },
        category: "dark",
      });
    }
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: dark ? "organisation.darkened" : "organisation.shown",
      target: `organisation:${id}`,
      region,
    });
  });
}
