/** The ways out of the desk, each with a page that says what happens: declining, laying aside, withdrawing. */
import { registeredFor } from "db/registrations/queries.ts";
import { answerBody } from "shared/entries/form.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { decline, recordOf, type Work, withdraw, workOnEntry } from "./actions.ts";
import { titleIn } from "./publishing.ts";
import { contentOf, idIn, versionOf } from "./work.ts";

export function declineForm(app: App, kind: EntryKind): void {
  serveRegionForm(app, {
    path: `/desk/${kind}/drafts/:entry/decline`,
    who: "curator",
    body: answerBody,
    load: ({ region, params }) => workOnEntry(app, region.slug, idIn(params.entry), kind),
    fill: (_visit, work) => ({ version: versionOf(work) }),
    page: ({ t }, work, form) => {
      const deed = work.entry?.proposedBy == null ? ("layAside" as const) : ("decline" as const);
      return {
        view: {
          page: "EntryAnswer",
          props: { kind, form, deed, back: `drafts/${work.entry?.id}`, registered: 0 },
        },
        title: t(`entries.${deed}Title`, { title: titleIn(kind, contentOf(work)) }),
        description: t(`entries.${deed}Lead`),
      };
    },
    act: async ({ actor, language }, work, body) => {
      await decline(app, { actor: found(actor), work, ...body });
      return { to: `/${language}/${work.region}/desk/${kind}`, done: "entryDeclined" };
    },
  });
}

export function withdrawForm(app: App, kind: EntryKind): void {
  serveRegionForm(app, {
    path: `/desk/${kind}/:slug/withdraw`,
    who: "curator",
    body: answerBody,
    load: async ({ region, params }): Promise<Work> => ({
      kind,
      region: region.slug,
      entry: null,
      record: await recordOf(app, kind, region.slug, params.slug ?? ""),
    }),
    fill: (_visit, work) => ({ version: versionOf(work) }),
    page: async ({ t }, work, form) => ({
      view: {
        page: "EntryAnswer",
        props: {
          kind,
          form,
          deed: "withdraw" as const,
          back: work.record?.slug ?? "",
          registered:
            kind === "events" && work.record ? await registeredFor(app.db.queries, work.record.id) : 0,
        },
      },
      title: t("entries.withdrawTitle", { title: titleIn(kind, contentOf(work)) }),
      description: t("entries.withdrawLead"),
    }),
    act: async ({ actor, language }, work, body) => {
      const id = await withdraw(app, { actor: found(actor), work, ...body });
      const desk = `/${language}/${work.region}/desk/${kind}`;
      if (id === null) return { to: desk, done: "entryLeft" };
      return { to: `${desk}/drafts/${id}`, done: "entryWithdrawn" };
    },
  });
}
