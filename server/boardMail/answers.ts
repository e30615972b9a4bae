/** Letters back to who wrote by mail: why something was not posted, with all that was written, or that it waits. */
import type { Writer } from "db/boardMail/queries.ts";
import { transaction } from "db/transaction.ts";
import { MAX_BODY, MAX_TITLE } from "shared/board/rules.ts";
import { MAX_KEPT } from "shared/boardMail/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import { languageOf } from "../watches/words.ts";

export type Reason =
  | "locked"
  | "merged"
  | "suspended"
  | "forbidden"
  | "gone"
  | "too-many"
  | "too-long"
  | "no-title"
  | "invalid";

interface Back {
  writer: Writer;
  text: string;
  reason: Reason;
  /** Where to go on, below the language. */
  path: string | null;
}

export async function sendBack(app: App, { writer, text, reason, path }: Back): Promise<void> {
  const language = languageOf(writer);
  const t = textsIn(language);
  const most = reason === "no-title" ? MAX_TITLE : MAX_BODY;
  const kept = text.slice(0, MAX_KEPT).toWellFormed();
  const button = { label: t("boardMail.refused.there"), url: `${app.origin()}/${language}/${path}` };
  await transaction(app.db, (tx) =>
    sendLetter(app, tx, {
      to: writer.email,
      language,
      subject: t("boardMail.refused.subject"),
      lines: [
        t("boardMail.refused.lead"),
        t(`boardMail.refused.${reason}`, { most }),
        t("boardMail.refused.kept"),
        kept,
      ],
      ...(path === null ? {} : { button }),
      category: "board-refused",
    }),
  );
}

export async function tellItWaits(app: App, writer: Writer): Promise<void> {
  const language = languageOf(writer);
  const t = textsIn(language);
  await transaction(app.db, (tx) =>
    sendLetter(app, tx, {
      to: writer.email,
      language,
      subject: t("boardMail.waits.subject"),
      lines: [t("boardMail.waits.lead")],
      category: "board-waits",
    }),
  );
}
