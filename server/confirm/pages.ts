/** The page behind the yearly letter: one button says that a profile is still true. */
import { confirmProfile } from "db/confirm/changes.ts";
import { type OwnOrganisation, ownOrganisation } from "db/organisations/own.ts";
import { transaction } from "db/transaction.ts";
import { type Actor, keepsProfile } from "shared/accounts/rules.ts";
import { StillTrueForm, StillTrueQuery } from "shared/confirm/contract.ts";
import { Failure, found } from "shared/failure.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { findLink, spendLink } from "../links.ts";
import { confirmJob, STILL_TRUE } from "./ask.ts";

export function confirmPages(app: App): void {
  confirmJob(app);
  serveRegionForm(app, {
    path: "/organisations/:slug/confirm",
    who: "anyone",
    query: StillTrueQuery,
    body: StillTrueForm,
    load: async ({ region, params, query, actor }) => {
      const organisation = found(await ownOrganisation(app.db.queries, region.slug, params.slug ?? ""));
      const isOpen = await mayConfirm(app, { organisation, actor, token: query.token });
      // Without a link nothing is told of it, and of one that is hidden not even that it is there.
      const isHidden = organisation.status === "hidden";
      if (!isOpen && (isHidden || query.token === undefined)) throw new Failure("not-found");
      return { organisation, isOpen };
    },
    page: ({ t }, { organisation: { name, slug }, isOpen }, form) => ({
      view: { page: "StillTrue", props: { form, isOpen, ...(isOpen ? { name, slug } : { name: "", slug }) } },
      title: t("confirm.title"),
      description: t("confirm.title"),
      status: isOpen ? 200 : 410,
    }),
    act: async ({ language, region, query, actor }, { organisation }) => {
      const isDone = await confirm(app, { organisation, actor, token: query.token });
      const below = `/${language}/${region.slug}/organisations/${organisation.slug}`;
      if (!isDone) return { to: `${below}/confirm?token=` };
      return { to: organisation.status === "hidden" ? `/${language}` : below, done: "confirm" };
    },
  });
}

interface Confirming {
  organisation: OwnOrganisation;
  actor: Actor | null;
  token: string | undefined;
}

async function mayConfirm(app: App, { organisation, actor, token }: Confirming): Promise<boolean> {
  if (keepsProfile(actor, organisation)) return true;
  const link = token === undefined ? null : await findLink(app, STILL_TRUE, token);
  return link?.data.organisationId === organisation.id;
}

/** Of two who press at once with one link, one does it; who keeps the profile needs none. */
function confirm(app: App, { organisation, actor, token }: Confirming): Promise<boolean> {
  return transaction(app.db, async (tx) => {
    const link = token === undefined ? null : await spendLink(app, tx, STILL_TRUE, token);
    if (link?.data.organisationId !== organisation.id && !keepsProfile(actor, organisation)) return false;
    await confirmProfile(tx, organisation.id, dayOf(app.now()));
    return true;
  });
}
