/** Changing the address: both are told, the new one is confirmed by its link, the old one can take it back. */
import {
  dropPasskeysSince,
  linksLastHour,
  setEmail,
  setPassword,
  turnOffTotp,
} from "db/accounts/credentials.ts";
import { endLaterLinks, endLinks, type Link } from "db/accounts/links.ts";
import { type Person, personByEmail, personById } from "db/accounts/people.ts";
import { endSessions } from "db/accounts/sessions.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { EmailForm, NothingForm, TokenQuery } from "shared/accounts/forms.ts";
import { LETTERS_PER_HOUR } from "shared/accounts/recent.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { App } from "../app.ts";
import { type Done, Refused, serveForm, servePost } from "../form.ts";
import { findLink, newLink, spendLink } from "../links.ts";
import { linkGone } from "./gone.ts";
import { CONFIRM_EMAIL, RESET, sendConfirmation, sendUndo, UNDO_EMAIL } from "./letters.ts";
import { isRecent, ownPerson, proved } from "./recent.ts";

export function emailPages(app: App): void {
  changePage(app);
  linkPage(app, {
    path: "/account/confirm-email",
    purpose: CONFIRM_EMAIL,
    text: "confirmEmail",
    button: "account.confirm",
    act: confirm,
  });
  linkPage(app, {
    path: "/account/undo-email",
    purpose: UNDO_EMAIL,
    text: "undoEmail",
    button: "account.undo",
    act: undo,
  });
  servePost(app, {
    path: "/account/email/confirmation",
    who: "person",
    body: NothingForm,
    act: async (visit) => {
      const person = await ownPerson(app, visit);
      await transaction(app.db, async (tx) => {
        if (await mayWrite(tx, person)) await sendConfirmation(app, tx, person, person.email);
      });
      return { to: `/${visit.language}/account`, done: "letter-sent" };
    },
  });
}

async function mayWrite(tx: Transaction, { id: personId }: Person): Promise<boolean> {
  return (await linksLastHour(tx, { purpose: CONFIRM_EMAIL, personId })) < LETTERS_PER_HOUR;
}

function changePage(app: App): void {
  serveForm(app, {
    path: "/account/email",
    who: "person",
    body: EmailForm,
    load: async () => null,
    page: (visit, _data, form) => ({
      view: { page: "ChangeEmail", props: { form, isAsked: !isRecent(visit) } },
      title: visit.t("account.changeEmail"),
      description: visit.t("account.emailLead"),
    }),
    act: async (visit, _data, { email: typed, presentPassword }) => {
      const email = mailAddress(typed);
      if (email === null) throw new Refused({ email: "account.badEmail" });
      const person = await proved(app, visit, { typed: presentPassword });
      await transaction(app.db, async (tx) => {
        if (!(await mayWrite(tx, person))) throw new Refused({ email: "account.tooManyLetters" });
        // Whether somebody else has the address is told to nobody: its owner just gets no letter.
        if (!(await personByEmail(tx, email))) await sendConfirmation(app, tx, person, email);
        await sendUndo(app, tx, person);
      });
      return { to: `/${visit.language}/account`, done: "email-asked" };
    },
  });
}

interface LinkPage {
  path: string;
  purpose: string;
  text: "confirmEmail" | "undoEmail";
  button: TextKey;
  act(app: App, tx: Transaction, spent: Spent): Promise<Done>;
}

interface Spent {
  person: Person;
  email: string;
  link: Link;
  language: string;
}

/** A link of a letter: a page that says what its one button does. */
function linkPage(app: App, { path, purpose, text, button, act }: LinkPage): void {
  serveForm(app, {
    path,
    who: "anyone",
    query: TokenQuery,
    body: NothingForm,
    load: async ({ query }) => {
      const link = query.token ? await findLink(app, purpose, query.token) : null;
      const person = link?.personId ? await personById(app.db.queries, link.personId) : null;
      return link?.email && person ? { person, email: link.email } : null;
    },
    page: ({ t }, data, form) => {
      if (!data) return linkGone(t);
      const { email, person } = data;
      const lead = t(`account.${text}Lead`, { email, handle: person.handle });
      return {
        view: { page: "LinkButton", props: { form, lead, submit: t(button) } },
        title: t(`account.${text}`),
        description: lead,
      };
    },
    act: async ({ query, language }, data) => {
      if (!data) throw new Refused({});
      return transaction(app.db, async (tx) => {
        const link = await spendLink(app, tx, purpose, query.token ?? "");
        if (!link) throw new Refused({});
        return act(app, tx, { ...data, link, language });
      });
    },
  });
}

async function confirm(app: App, tx: Transaction, { person, email, language }: Spent): Promise<Done> {
  const isFree = await setEmail(tx, person.id, { email, verifiedAt: app.now() });
  if (!isFree) throw new Refused({});
  await endLinks(tx, { purpose: CONFIRM_EMAIL, personId: person.id });
  await endLinks(tx, { purpose: RESET, personId: person.id });
  return { to: `/${language}/account`, done: "email-confirmed" };
}

/** Somebody else had the account in their hands: what they may have set since then goes. */
async function undo(app: App, tx: Transaction, { person, email, link, language }: Spent): Promise<Done> {
  const at = app.now();
  const isFree = await setEmail(tx, person.id, { email, verifiedAt: at });
  if (!isFree) throw new Refused({});
  const since = new Date(String(link.data.since));
  if (person.totpConfirmedAt && person.totpConfirmedAt > since) await turnOffTotp(tx, person.id);
  await dropPasskeysSince(tx, person.id, since);
  await setPassword(tx, person.id, null);
  await endSessions(tx, person.id, { at });
  await endLinks(tx, { purpose: CONFIRM_EMAIL, personId: person.id });
  await endLinks(tx, { purpose: RESET, personId: person.id });
  // A further change from the foreign address has sent it such a link too: it would take the account back again.
  await endLaterLinks(tx, { purpose: UNDO_EMAIL, personId: person.id, after: link.id });
  const { token } = await newLink(app, tx, { purpose: RESET, personId: person.id, email });
  return { to: `/${language}/account/reset?token=${token}`, done: "email-kept" };
}
