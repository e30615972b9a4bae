/** A region's desk: one line for each kind of work, to those whose it is. */
import { waitingIn } from "db/desk/queries.ts";
import { countWaiting } from "db/moderation/queue.ts";
import { hasRole, type StaffRole } from "shared/accounts/rules.ts";
import type { DeskLine } from "web/render";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";

/** Whose work each line is. */
const lines: Record<DeskLine["path"], StaffRole> = {
  applications: "admin",
  corrections: "curator",
  flags: "moderator",
  people: "admin",
  audit: "admin",
};

export function deskPages(app: App): void {
  serveRegionPage(app, {
    path: "/desk",
    rooms: [],
    who: "staff",
    load: async ({ actor, region, language, t }) => {
      const waiting: Partial<Record<string, number>> = {
        ...(await waitingIn(app.db.queries, region.slug)),
        flags: await countWaiting(app.db.queries, region.slug),
      };
      const own = (Object.keys(lines) as DeskLine["path"][]).filter((path) =>
        hasRole(actor, lines[path], region.slug),
      );
      const shown = own.map((path): DeskLine => ({ path, waiting: waiting[path] ?? null }));
      return {
        view: { page: "Desk", props: { lines: shown } },
        title: t("desk.title", { region: region.names[language] ?? region.slug }),
        description: t("desk.lead"),
        noIndex: true,
      };
    },
  });
}
