/** One kind of the desk: what is written and not public, and what is. */
import { listEntries, listRecords } from "db/entries/queries.ts";
import { ENTRIES_PAGE, type EntryKind } from "shared/entries/rules.ts";
import { MAX_SEARCH_LENGTH } from "shared/fields.ts";
import { paging } from "shared/page.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { lineOf } from "./work.ts";

export function listPage(app: App, kind: EntryKind): void {
  serveRegionPage(app, {
    path: `/desk/${kind}`,
    rooms: ["entries", kind],
    who: "curator",
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: MAX_SEARCH_LENGTH })),
      after: paging.after,
      drafts: paging.after,
    }),
    load: async ({ region, language, t, query }) => {
      const { after, drafts } = query;
      // PostgreSQL has no text with a NUL in it.
      const q = query.q?.replaceAll("\0", "").toWellFormed();
      const [open, records] = await Promise.all([
        listEntries(app.db.queries, { region: region.slug, kind }, { limit: ENTRIES_PAGE, after: drafts }),
        listRecords(app.db.queries, { kind, region: region.slug, q }, { limit: ENTRIES_PAGE, after }),
      ]);
      const props = {
        kind,
        entries: open.items.map(lineOf),
        moreEntries: open.next,
        records: records.items,
        moreRecords: records.next,
        q: q ?? "",
      };
      const name = region.names[language] ?? region.slug;
      return {
        view: { page: "Entries", props },
        title: t("entries.title", { kind: t(`entries.kind.${kind}`), region: name }),
        description: t("entries.lead"),
        noIndex: true,
      };
    },
  });
}
