/** What was changed of a public record, and the button that goes back behind a change. */
import { recordRevisions } from "db/entries/queries.ts";
import { restoreBody } from "shared/entries/form.ts";
import { ENTRIES_PAGE, type EntryKind } from "shared/entries/rules.ts";
import { found } from "shared/failure.ts";
import { isTextKey } from "shared/i18n/text.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { recordOf } from "./actions.ts";
import { type Content, entryRoom } from "./kinds.ts";
import { titleIn } from "./publishing.ts";
import { restore } from "./restoring.ts";

export function historyPage(app: App, kind: EntryKind): void {
  serveRegionPage(app, {
    path: `/desk/${kind}/:slug/history`,
    rooms: [kind],
    who: "curator",
    query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    load: async ({ region, params, query, t, actor }) => {
      const record = await recordOf(app, kind, region.slug, params.slug ?? "");
      const asked = { kind, id: record.id, before: query.before };
      const rows = await recordRevisions(app.db.queries, asked, ENTRIES_PAGE + 1);
      const shown = rows.slice(0, ENTRIES_PAGE);
      const revisions = shown.map(({ id, at, before, after, handle, hasPerson, source }) => ({
        id,
        at: at.toISOString(),
        by: hasPerson ? (handle ?? "") : null,
        source,
        changes: told(before, after).map((field) => ({
          field,
          before: before[field] ?? null,
          after: after[field] ?? null,
        })),
        canRestore: Object.keys(before).length > 0 && Object.keys(after).length > 0,
      }));
      const next = rows.length > ENTRIES_PAGE ? (shown.at(-1)?.id ?? null) : null;
      const { slug, version } = record;
      return {
        view: {
          page: "EntryHistory",
          props: { kind, slug, version, revisions, next, csrf: csrfToken(app, found(actor)) },
        },
        title: t("entries.historyTitle", { title: titleIn(kind, entryRoom(kind).contentOf(record)) }),
        description: t("entries.historyLead"),
        noIndex: true,
      };
    },
  });
  serveRegionPost(app, {
    path: `/desk/${kind}/:slug/history`,
    who: "curator",
    body: restoreBody,
    act: async ({ region, params, actor, language }, { version, revision }) => {
      const { id, slug } = await recordOf(app, kind, region.slug, params.slug ?? "");
      await restore(app, {
        actor: found(actor),
        kind,
        region: region.slug,
        record: { id, version },
        revision,
      });
      return { to: `/${language}/${region.slug}/desk/${kind}/${slug}/history`, done: "entryRestored" };
    },
  });
}

/** The fields that a form has; what only follows from them is not told twice. */
function told(before: Content, after: Content): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) =>
    isTextKey(`entries.field.${field}`),
  );
}
