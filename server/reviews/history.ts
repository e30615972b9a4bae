/** Changes of review data as the desk's pages show them, each with the form that brings back what stood before. */
import { type ChangeAtDesk, changeAtDesk, reviewLog } from "db/reviews/queries.ts";
import { kindOfChange } from "shared/corrections/log.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { countryName } from "shared/regions/names.ts";
import { changesQuery } from "shared/reviews/contract.ts";
import { CHANGES_PAGE, firstDayOf } from "shared/reviews/rules.ts";
import type { ShownChange } from "web/render";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";

/** As many as stand below one form; the region's log has them all. */
const CHANGES_OF_ONE = 20;

export async function historyOf(
  app: App,
  region: string,
  record: { iso2: string; cycle: number | null },
): Promise<ShownChange[]> {
  const { items } = await reviewLog(app.db.queries, { region, record, limit: CHANGES_OF_ONE });
  return items.map((change) => ({ change, country: null, restore: wayBack(region, change) }));
}

/** Null: what came with this change goes by its own page, or is gone already. */
function wayBack(region: string, change: ChangeAtDesk): ShownChange["restore"] {
  const { id, kind, iso2, cycle, ref } = change;
  const country = `${region}/desk/reviews/${iso2.toLowerCase()}`;
  const query = { restore: id };
  if (kind === "country") return { path: country, query };
  if (cycle === null) return null;
  if (kind === "review") return { path: `${country}/${cycle}`, query };
  const documents = `${country}/${cycle}/documents`;
  const way = kindOfChange(change);
  if (way === "removed") return { path: `${documents}/new`, query };
  return way === "added" ? { path: `${documents}/${ref}/remove` } : { path: `${documents}/${ref}`, query };
}

/** The change that a form should undo; `not-found` where it is one of another record. */
export async function changeToUndo(
  app: App,
  region: string,
  { id, kind, ref }: { id: number | undefined; kind: ChangeAtDesk["kind"]; ref?: string },
): Promise<ChangeAtDesk | null> {
  if (id === undefined) return null;
  const change = found(await changeAtDesk(app.db.queries, region, id));
  return found(change.kind === kind && (ref === undefined || change.ref === ref) ? change : null);
}

export function changesPage(app: App): void {
  serveRegionPage(app, {
    path: "/desk/reviews/changes",
    rooms: ["countries", "revisions"],
    who: "curator",
    query: changesQuery,
    load: async ({ region, language, t, query: { since, after } }) => {
      const from = since === undefined ? undefined : firstDayOf(since);
      const log = await reviewLog(app.db.queries, {
        region: region.slug,
        since: from,
        after,
        limit: CHANGES_PAGE,
      });
      const changes = log.items.map((change) => shownIn(region.slug, language, change));
      return {
        view: { page: "ReviewChanges", props: { changes, next: log.next, since: since ?? null } },
        title: t("reviews.changes.title", { region: region.names[language] ?? region.slug }),
        description: t("reviews.changes.lead"),
        noIndex: true,
      };
    },
  });
}

function shownIn(region: string, language: Language, change: ChangeAtDesk): ShownChange {
  return { change, country: countryName(change.iso2, language), restore: wayBack(region, change) };
}
