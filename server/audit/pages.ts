/** The audit log as pages: of a region for its admins, of the platform for stewards. */
import { type AuditNote, auditNotes } from "db/audit/queries.ts";
import { AUDIT_PAGE, type AuditEntryShown, auditQuery } from "shared/audit/contract.ts";
import type { App } from "../app.ts";
import { type Loaded, servePage, serveRegionPage } from "../page.ts";

export function auditPages(app: App): void {
  serveRegionPage(app, {
    path: "/desk/audit",
    rooms: [],
    who: "admin",
    query: auditQuery,
    load: ({ region, language, t, query }) => {
      const title = t("audit.title", { region: region.names[language] ?? region.slug });
      return logPage(app, { region: region.slug, ...query }, { title, description: t("audit.lead") });
    },
  });
  servePage(app, {
    path: "/steward/audit",
    rooms: [],
    who: "steward",
    query: auditQuery,
    load: ({ t, query }) => logPage(app, query, { title: t("audit.titleAll"), description: t("audit.lead") }),
  });
}

async function logPage(
  app: App,
  ask: { region?: string; before?: number },
  head: Pick<Loaded, "title" | "description">,
): Promise<Loaded> {
  const notes = await auditNotes(app.db.queries, { ...ask, limit: AUDIT_PAGE });
  const last = notes.at(-1);
  const before = notes.length === AUDIT_PAGE && last ? last.id : null;
  return { view: { page: "AuditLog", props: { rows: notes.map(shown), before } }, ...head, noIndex: true };
}

const shown = (note: AuditNote): AuditEntryShown => ({ ...note, at: note.at.toISOString() });
