/** Joining: what it is, and the pages behind an applicant's links. */
import { unconfirmedById } from "db/applications/queries.ts";
import { Failure } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { type FormVisit, serveRegionForm } from "../form.ts";
import { findLink } from "../links.ts";
import { serveRegionPage } from "../page.ts";
import { confirm, withdraw } from "./actions.ts";
import { applyForms } from "./applyForms.ts";
import { CONFIRM } from "./letters.ts";
import { ownApplication, ownPath } from "./own.ts";
import { applicationRooms, medianSeconds } from "./queue.ts";
import { tokenOf } from "./tokens.ts";

type Visit = FormVisit<undefined, Region>;

export function applicationPages(app: App): void {
  joinPage(app);
  applyForms(app);
  confirmPage(app);
  withdrawPage(app);
}

/** A median over hours and days changes by the hour at most. */
const MEDIAN_MS = 3_600_000;

function joinPage(app: App): void {
  serveRegionPage(app, {
    path: "/join",
    rooms: applicationRooms,
    load: async ({ region, language, t, now }) => ({
      view: {
        page: "Join",
        props: { region: region.slug, medianSeconds: await medianSeconds(app, region.slug) },
      },
      title: t("applications.join.title", { region: region.names[language] ?? region.slug }),
      description: t("applications.join.lead"),
      validUntil: new Date(now.getTime() + MEDIAN_MS),
    }),
  });
}

const Nothing = Type.Object({});

function confirmPage(app: App): void {
  serveRegionForm(app, {
    path: "/join/confirm/:token",
    who: "anyone",
    body: Nothing,
    load: ({ params }: Visit) => findLink(app, CONFIRM, params.token ?? ""),
    page: ({ t }, link, form) => ({
      view: {
        page: "OneButton",
        props: {
          form,
          text: t(link ? "applications.confirm.text" : "applications.confirm.gone"),
          button: link && t("applications.confirm.button"),
        },
      },
      title: t("applications.confirm.title"),
      description: t("applications.confirm.title"),
      status: link ? 200 : 404,
    }),
    act: async (visit) => {
      const { params, region, language } = visit;
      const application = await confirm(app, region.slug, params.token ?? "", unconfirmedById);
      if (!application) return { to: `/${language}/${region.slug}/join/confirm/${params.token}` };
      return { to: ownPath(visit, tokenOf(app, application)), done: "addressConfirmed" };
    },
  });
}

function withdrawPage(app: App): void {
  serveRegionForm(app, {
    path: "/join/applications/:token/withdraw",
    who: "anyone",
    body: Nothing,
    load: async (visit: Visit) => {
      const application = await ownApplication(app, visit);
      if (application.status === "accepted") throw new Failure("not-found");
      return application;
    },
    page: ({ t }, _application, form) => ({
      view: {
        page: "OneButton",
        props: { form, text: t("applications.withdraw.text"), button: t("applications.withdraw.link") },
      },
      title: t("applications.withdraw.title"),
      description: t("applications.withdraw.title"),
    }),
    act: async ({ language, region }, application) => {
      await withdraw(app, application);
      return { to: `/${language}/${region.slug}/join`, done: "withdrawn" };
    },
  });
}
