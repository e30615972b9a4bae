/** The end of letters: behind the link in each of them, one button, which is also what one click in a mail programme sends. */
import { transaction } from "db/transaction.ts";
import { setRhythm, setWatch } from "db/watches/changes.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { StopForm, StopQuery } from "shared/watches/contract.ts";
import type { App } from "../app.ts";
import { serveForm } from "../form.ts";

const PURPOSE = "board mail of";

/** Of a thread, or, where it is null, of the whole board. */
export interface Stop {
  personId: number;
  threadId: number | null;
}

export function stopUrl(app: App, language: Language, stop: Stop): string {
  const of = app.secrets.seal(PURPOSE, [stop.personId, stop.threadId]);
  return `${app.origin()}/${language}/board-mail/stop?${new URLSearchParams({ of })}`;
}

function stopOf(app: App, of: string | undefined): Stop | null {
  const opened = of === undefined ? null : app.secrets.open<[number, number | null]>(PURPOSE, of);
  return opened && { personId: opened[0], threadId: opened[1] };
}

export function stopPage(app: App): void {
  serveForm(app, {
    path: "/board-mail/stop",
    who: "anyone",
    query: StopQuery,
    body: StopForm,
    load: async ({ query }) => found(stopOf(app, query.of)),
    page: ({ t }, { threadId }, form) => ({
      view: { page: "StopMail", props: { form, ofThread: threadId !== null } },
      title: t(threadId === null ? "boardMail.stop.title" : "boardMail.stopThread.title"),
      description: t("boardMail.stop.title"),
    }),
    act: async ({ request }, stop) => {
      await end(app, stop);
      return { to: request.raw.url ?? "/", done: "board-mail-stopped" };
    },
  });
}

function end(app: App, { personId, threadId }: Stop): Promise<void> {
  const at = app.now();
  return transaction(app.db, (tx) =>
    threadId === null
      ? setRhythm(tx, personId, { mail: "never", at })
      : setWatch(tx, personId, { kind: "thread", target: String(threadId), level: "none", at }),
  );
}
