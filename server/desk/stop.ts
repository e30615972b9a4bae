/** The end of the desk's weekly letters: behind the link in each of them, one button, which one click in a mail programme sends too. */
import { setDeskLetter } from "db/desk/letters.ts";
import { transaction } from "db/transaction.ts";
import { stopDeskMailBody, stopDeskMailQuery } from "shared/desk/contract.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { App } from "../app.ts";
import { serveForm } from "../form.ts";

const PURPOSE = "desk mail of";

interface Stop {
  personId: number;
  region: string;
}

export function stopDeskMailUrl(app: App, language: Language, { personId, region }: Stop): string {
  const of = app.secrets.seal(PURPOSE, [personId, region]);
  return `${app.origin()}/${language}/desk-mail/stop?${new URLSearchParams({ of })}`;
}

function stopOf(app: App, of: string | undefined): Stop | null {
  const opened = of === undefined ? null : app.secrets.open<[number, string]>(PURPOSE, of);
  return opened && { personId: opened[0], region: opened[1] };
}

export function stopDeskMail(app: App): void {
  serveForm(app, {
    path: "/desk-mail/stop",
    who: "anyone",
    query: stopDeskMailQuery,
    body: stopDeskMailBody,
    load: async ({ query }) => found(stopOf(app, query.of)),
    page: ({ t }, _stop, form) => ({
      view: { page: "StopDeskMail", props: { form } },
      title: t("desk.stop.title"),
      description: t("desk.stop.title"),
    }),
    act: async ({ request }, stop) => {
      await transaction(app.db, (tx) => setDeskLetter(tx, { ...stop, weekly: false }));
      return { to: request.raw.url ?? "/", done: "deskLetterStopped" };
    },
  });
}
