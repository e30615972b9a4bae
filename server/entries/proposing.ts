/** The form with which members propose, and what became of their earlier proposals. */
import { listEntries } from "db/entries/queries.ts";
import { entryForm, sentEntry } from "shared/entries/form.ts";
import { mayPropose } from "shared/entries/regions.ts";
import { ENTRIES_PAGE, type EntryKind } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { propose } from "./actions.ts";
import { choicesFor } from "./choices.ts";
import { entryRoom } from "./kinds.ts";
import { lineOf } from "./work.ts";

export function proposeForm(app: App, kind: EntryKind): void {
  const room = entryRoom(kind);
  serveRegionForm(app, {
    path: `/propose/${kind}`,
    who: "person",
    body: entryForm(room.content, room.titleField),
    load: async ({ region, actor }) => {
      if (!actor || !mayPropose(actor, region.slug)) throw new Failure("not-found");
      const states = ["proposed", "scheduled", "published", "declined"] as const;
      const filter = { region: region.slug, kind, states, proposedBy: actor.id };
      return (await listEntries(app.db.queries, filter, { limit: ENTRIES_PAGE })).items;
    },
    // What the source says is not guessed: neither its day nor its language.
    fill: ({ language }) => ({ summaryLanguage: language, version: 0 }),
    page: async (visit, own, form) => ({
      view: {
        page: "Propose",
        props: {
          kind,
          form,
          choices: await choicesFor(app, visit),
          own: own.map((entry) => ({ ...lineOf(entry), reason: entry.reason })),
        },
      },
      title: visit.t("entries.propose", { kind: visit.t(`entries.kind.${kind}`) }),
      description: visit.t("entries.proposeLead"),
    }),
    act: async ({ region, actor, language }, _own, body) => {
      const { content } = sentEntry(body);
      await propose(app, { actor: found(actor), region: region.slug, kind, content });
      return { to: `/${language}/${region.slug}/propose/${kind}`, done: "entryProposed" };
    },
  });
}
