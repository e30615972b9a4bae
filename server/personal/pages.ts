/** `/{lang}/account/data`: what is stored about a person, to take along; and `/erase` below it, to be erased. */
import type { Person } from "db/accounts/people.ts";
import { type OwnedAlone, ownedAlone } from "db/personal/erase.ts";
import { foldedName } from "shared/accounts/tries.ts";
import { EraseForm, ExportForm } from "shared/personal/forms.ts";
import { dayOf } from "shared/time.ts";
import { isRecent, ownPerson, proved } from "../accounts/recent.ts";
import { refusalOf } from "../accounts/refusals.ts";
import { CLEAR } from "../accounts/routes.ts";
import { hasSecondFactor, proveCode } from "../accounts/signIn.ts";
import type { App } from "../app.ts";
import { Refused, serveForm } from "../form.ts";
import { closeSession } from "../plugins/session.ts";
import { erase } from "./actions.ts";
import { archiveOf } from "./archive.ts";

export function personalPages(app: App): void {
  exportPage(app);
  erasePage(app);
}

function exportPage(app: App): void {
  serveForm(app, {
    path: "/account/data",
    who: "person",
    body: ExportForm,
    load: async () => null,
    page: (visit, _data, form) => ({
      view: { page: "Data", props: { form, isAsked: !isRecent(visit) } },
      title: visit.t("personal.title"),
      description: visit.t("personal.lead"),
    }),
    act: async (visit, _data, { presentPassword }) => {
      const person = await proved(app, visit, { typed: presentPassword });
      const name = `my-data-${dayOf(visit.now)}.zip`;
      await visit.reply
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${name}"`)
        .type("application/zip")
        .send(await archiveOf(app, person, visit.t));
      return null;
    },
  });
}

interface Erasing {
  person: Person;
  alone: OwnedAlone[];
}

function erasePage(app: App): void {
  serveForm(app, {
    path: "/account/data/erase",
    who: "person",
    body: EraseForm,
    load: async (visit): Promise<Erasing> => {
      const person = await ownPerson(app, visit);
      return { person, alone: await ownedAlone(app.db.queries, person.id) };
    },
    page: ({ t }, { person, alone }, form) => ({
      view: {
        page: "Erase",
        props: { form, handle: person.handle, needsCode: hasSecondFactor(person), alone },
      },
      title: t("personal.erase"),
      description: t("personal.eraseLead"),
    }),
    act: async (visit, { person }, sent) => {
      await prove(app, visit, person, sent);
      if ((await erase(app, person, sent)) === "owns-alone")
        throw new Refused({ leave: "personal.leaveNeeded" });
      await closeSession(app, visit.request, visit.reply);
      visit.reply.header("clear-site-data", CLEAR);
      return { to: `/${visit.language}`, done: "erased" };
    },
  });
}

type Visit = Parameters<typeof proved>[1];

/** The handle says that it is meant, the password and the code who means it: in this order, so that no code is used up. */
async function prove(app: App, visit: Visit, person: Person, sent: EraseForm): Promise<void> {
  if (foldedName(sent.handle) !== foldedName(person.handle))
    throw new Refused({ handle: "personal.handleWrong" });
  if (hasSecondFactor(person) && sent.code === undefined) throw new Refused({ code: "personal.codeNeeded" });
  await proved(app, visit, { typed: sent.presentPassword, always: true });
  if (!hasSecondFactor(person) || sent.code === undefined) return;
  try {
    await proveCode(app, person, person.handle, sent.code);
  } catch (error) {
    throw refusalOf(error, { password: "code" });
  }
}
