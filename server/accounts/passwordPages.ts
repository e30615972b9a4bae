/** Passwords as pages: changing one, and choosing a new one by a letter. */
import { setPassword, verifyEmail } from "db/accounts/credentials.ts";
import { endLinks } from "db/accounts/links.ts";
import { type Person, personById } from "db/accounts/people.ts";
import { endSessions } from "db/accounts/sessions.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { ForgottenForm, PasswordForm, ResetForm, TokenQuery } from "shared/accounts/forms.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused, serveForm } from "../form.ts";
import { findLink, spendLink } from "../links.ts";
import { forgetDelays } from "./delays.ts";
import { linkGone } from "./gone.ts";
import { RESET, tellOfChange } from "./letters.ts";
import { proved } from "./recent.ts";
import { newHash } from "./refusals.ts";
import { askForReset } from "./resets.ts";

export function passwordPages(app: App): void {
  changePage(app);
  forgottenPage(app);
  resetPage(app);
}

interface NewPassword {
  person: Person;
  passwordHash: string;
  /** The session that goes on. */
  keep?: string;
}

/** All other sessions end, open links to choose a password too, and a letter tells. */
async function replacePassword(
  app: App,
  tx: Transaction,
  { person, passwordHash, keep }: NewPassword,
): Promise<void> {
  await setPassword(tx, person.id, passwordHash);
  await endSessions(tx, person.id, { at: app.now(), ...(keep === undefined ? {} : { keep }) });
  await endLinks(tx, { purpose: RESET, personId: person.id });
  await tellOfChange(app, tx, person, "passwordChanged");
}

function changePage(app: App): void {
  serveForm(app, {
    path: "/account/password",
    who: "person",
    body: PasswordForm,
    load: async () => null,
    page: ({ t }, _data, form) => ({
      view: { page: "ChangePassword", props: { form, isAsked: true } },
      title: t("account.changePassword"),
      description: t("account.changePassword"),
    }),
    act: async (visit, _data, { presentPassword, newPassword }) => {
      const person = await proved(app, visit, { typed: presentPassword, always: true });
      const passwordHash = await newHash(newPassword, person);
      const keep = found(visit.actor).sessionId;
      await transaction(app.db, (tx) => replacePassword(app, tx, { person, passwordHash, keep }));
      return { to: `/${visit.language}/account`, done: "password-changed" };
    },
  });
}

function forgottenPage(app: App): void {
  serveForm(app, {
    path: "/account/forgotten",
    who: "anyone",
    body: ForgottenForm,
    load: async () => null,
    page: ({ t }, _data, form) => ({
      view: { page: "Forgotten", props: { form } },
      title: t("account.forgotten"),
      description: t("account.forgottenLead"),
    }),
    act: async ({ language }, _data, { name }) => {
      await askForReset(app, name);
      return { to: `/${language}/sign-in`, done: "reset-sent" };
    },
  });
}

/** Whose password a link may set: the address it went to is still the person's. */
async function personOfReset(app: App, token: string | undefined): Promise<Person | null> {
  const link = token ? await findLink(app, RESET, token) : null;
  const person = link?.personId ? await personById(app.db.queries, link.personId) : null;
  return person?.email === link?.email ? person : null;
}

function resetPage(app: App): void {
  serveForm(app, {
    path: "/account/reset",
    who: "anyone",
    query: TokenQuery,
    body: ResetForm,
    load: ({ query }) => personOfReset(app, query.token),
    page: ({ t }, person, form) =>
      person
        ? {
            view: { page: "Reset", props: { form, handle: person.handle } },
            title: t("account.reset"),
            description: t("account.reset"),
          }
        : linkGone(t),
    act: async ({ language, query, now }, person, { newPassword }) => {
      if (!person) throw new Refused({});
      const passwordHash = await newHash(newPassword, person);
      await transaction(app.db, async (tx) => {
        const link = await spendLink(app, tx, RESET, query.token ?? "");
        if (!link) throw new Refused({});
        await verifyEmail(tx, person.id, now);
        await forgetDelays(tx, app.secrets, [person.handle, person.email]);
        await replacePassword(app, tx, { person, passwordHash });
      });
      return { to: `/${language}/sign-in`, done: "password-reset" };
    },
  });
}
