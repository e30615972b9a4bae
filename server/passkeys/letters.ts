/** Letters about passkeys: whoever did not do it hears of it. */
import type { Present } from "db/accounts/present.ts";
import type { Transaction } from "db/transaction.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

export async function tellOfPasskey(
  app: App,
  tx: Transaction,
  what: "Added" | "Removed",
  { handle, email, language }: Pick<Present, "handle" | "email" | "language">,
): Promise<void> {
  if (email === null) return;
  const t = textsIn(language);
  const url = `${app.origin()}/${language}/account`;
  await sendLetter(app, tx, {
    to: email,
    language,
    subject: t(`letter.passkey${what}.subject`),
    lines: [t("letter.greeting", { handle }), t(`letter.passkey${what}.1`), t("letter.notYou", { url })],
    category: "account",
  });
}
