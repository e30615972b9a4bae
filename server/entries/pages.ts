/** The desk's pages of what is written: lists, the form, history, and the ways out. */
import { type EntryKind, proposedKinds } from "shared/entries/rules.ts";
import type { App } from "../app.ts";
import { workOnEntry, workOnRecord } from "./actions.ts";
import { declineForm, withdrawForm } from "./answering.ts";
import { historyPage } from "./historyPage.ts";
import { writtenKinds } from "./kinds.ts";
import { listPage } from "./listPage.ts";
import { proposeForm } from "./proposing.ts";
import { idIn } from "./work.ts";
import { writingForm } from "./writing.ts";

export function entryPages(app: App): void {
  for (const kind of writtenKinds) {
    listPage(app, kind);
    writingForm(app, kind, "/new", async ({ region }) => ({
      kind,
      region: region.slug,
      entry: null,
      record: null,
    }));
    writingForm(app, kind, "/drafts/:entry", ({ region, params }) =>
      workOnEntry(app, region.slug, idIn(params.entry), kind),
    );
    writingForm(app, kind, "/:slug", ({ region, params }) =>
      workOnRecord(app, kind, region.slug, params.slug ?? ""),
    );
    declineForm(app, kind);
    withdrawForm(app, kind);
    historyPage(app, kind);
    if ((proposedKinds as readonly EntryKind[]).includes(kind)) proposeForm(app, kind);
  }
}
