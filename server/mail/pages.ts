/** The steward's pages of letters that could not be sent: the list, and one letter with what may be done. */
import { UnsentForm } from "shared/mail/contract.ts";
import type { App } from "../app.ts";
import { serveForm } from "../form.ts";
import { servePage } from "../page.ts";
import { decide, unsentLetter, unsentLetters } from "./unsent.ts";

export function mailPages(app: App): void {
  servePage(app, {
    path: "/steward/mail",
    who: "steward",
    rooms: [],
    load: async ({ t }) => ({
      view: { page: "Unsent", props: await unsentLetters(app) },
      title: t("mail.unsent.title"),
      description: t("mail.unsent.lead"),
      noIndex: true,
    }),
  });
  serveForm(app, {
    path: "/steward/mail/:letter",
    who: "steward",
    body: UnsentForm,
    load: ({ params }) => unsentLetter(app, params.letter ?? ""),
    page: ({ t }, letter, form) => ({
      view: { page: "UnsentOne", props: { form, letter } },
      title: t("mail.unsent.one"),
      description: t("mail.unsent.lead"),
    }),
    act: async ({ actor, language }, { id }, { decision }) => {
      await decide(app, actor, id, decision);
      return {
        to: `/${language}/steward/mail`,
        done: decision === "again" ? "mailAgain" : "mailDiscarded",
      };
    },
  });
}
