/** The account's own page: what one is and may, letters, and the devices that are signed in. */
import { setHandle, setLetters } from "db/accounts/credentials.ts";
import { devicesOf, passkeysOf, recoveryCodesLeft } from "db/accounts/people.ts";
import { endSession, endSessions } from "db/accounts/sessions.ts";
import { transaction } from "db/transaction.ts";
import { EndSessionForm, HandleForm, SettingsForm } from "shared/accounts/forms.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused, serveForm, servePost } from "../form.ts";
import { ownPerson } from "./recent.ts";
import { checkHandle } from "./refusals.ts";
import { hasSecondFactor } from "./signIn.ts";

export function accountPage(app: App): void {
  overview(app);
  handlePage(app);
  servePost(app, {
    path: "/account/devices/end",
    who: "person",
    body: EndSessionForm,
    act: async ({ actor, now, language }, { session }) => {
      const { id: personId, sessionId } = found(actor);
      const to = `/${language}/account`;
      if (session === "others") {
        await endSessions(app.db.queries, personId, { at: now, keep: sessionId });
        app.wake();
        return { to, done: "sessions-ended" };
      }
      found((await endSession(app.db.queries, { id: session, personId }, now)) || null);
      app.wake();
      return { to, done: "session-ended" };
    },
  });
}

function overview(app: App): void {
  serveForm(app, {
    path: "/account",
    who: "person",
    body: SettingsForm,
    load: async (visit) => {
      const person = await ownPerson(app, visit);
      const [devices, codesLeft, passkeys] = await Promise.all([
        devicesOf(app.db.queries, person.id),
        recoveryCodesLeft(app.db.queries, person.id),
        passkeysOf(app.db.queries, person.id),
      ]);
      return { person, devices, codesLeft, passkeys };
    },
    fill: (_visit, { person: { language, discreetMail } }) => ({ language, discreetMail }),
    page: ({ t, actor }, { person, devices, codesLeft, passkeys }, form) => {
      const { roles, asleep, memberships, sessionId } = found(actor);
      const given = [
        ...roles.map((role) => ({ ...role, asleep: false })),
        ...asleep.map((role) => ({ ...role, asleep: true })),
      ];
      const { handle, email } = person;
      const isConfirmed = person.emailVerifiedAt !== null;
      const props = {
        form,
        person: { handle, email, isConfirmed, secondFactor: hasSecondFactor(person), codesLeft, passkeys },
        roles: given,
        memberships,
        devices: devices.map(({ id, device, lastActiveAt }) => ({
          id,
          device,
          lastActiveAt: lastActiveAt.toISOString(),
          isThis: id === sessionId,
        })),
        isStaff: given.length > 0,
      };
      return {
        view: { page: "Account", props },
        title: t("account.title"),
        description: t("account.title"),
      };
    },
    act: async ({ language }, { person }, wishes) => {
      await transaction(app.db, (tx) => setLetters(tx, person.id, wishes));
      return { to: `/${language}/account`, done: "account-saved" };
    },
  });
}

function handlePage(app: App): void {
  serveForm(app, {
    path: "/account/handle",
    who: "person",
    body: HandleForm,
    load: (visit) => ownPerson(app, visit),
    fill: (_visit, { handle }) => ({ handle }),
    page: ({ t }, _person, form) => ({
      view: { page: "ChangeHandle", props: { form } },
      title: t("account.changeHandle"),
      description: t("account.changeHandle"),
    }),
    act: async ({ language }, person, { handle }) => {
      if (handle !== person.handle) {
        checkHandle(handle);
        const isFree = await transaction(app.db, (tx) => setHandle(tx, person.id, handle));
        if (!isFree) throw new Refused({ handle: "handle.taken" });
      }
      return { to: `/${language}/account`, done: "handle-changed" };
    },
  });
}
