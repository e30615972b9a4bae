/** A region's desk: the queue, the buttons of its lines and of what is marked, and the switch of the weekly letter. */
import { wantsDeskLetter } from "db/desk/letters.ts";
import { type Beside, entriesBeside } from "db/desk/queries.ts";
import { hasRole } from "shared/accounts/rules.ts";
import { type DeskQuery, deskQuery } from "shared/desk/contract.ts";
import { MAX_BESIDE } from "shared/desk/rules.ts";
import { found } from "shared/failure.ts";
import { type Language, languages } from "shared/i18n/languages.ts";
import { formatPartialDate } from "shared/time.ts";
import type { BesideEntry } from "web/render";
import type { App } from "../app.ts";
import { type Loaded, type PageVisit, serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { deskButtons } from "./buttons.ts";
import { type At, queueFor } from "./queue.ts";
import { thingFor } from "./words.ts";

export function deskPages(app: App): void {
  serveRegionPage(app, {
    path: "/desk",
    rooms: [],
    who: "staff",
    query: deskQuery,
    load: (visit) => deskPage(app, visit),
  });
  deskButtons(app);
}

type DeskVisit = PageVisit<DeskQuery, { slug: string; names: Record<string, string> }>;

async function deskPage(app: App, visit: DeskVisit): Promise<Loaded> {
  const { language, region, query, now, t, request } = visit;
  const actor = found(visit.actor);
  const at: At = { actor, region: region.slug };
  const [{ items, counts, ...list }, weekly, entries] = await Promise.all([
    queueFor(app, at, query),
    wantsDeskLetter(app.db.queries, actor.id, region.slug),
    hasRole(actor, "curator", region.slug) ? besides(app, region.slug, language) : null,
  ]);
  const reader = { personId: actor.id, language, now };
  return {
    view: {
      page: "Desk",
      props: {
        counts,
        list: { ...list, items: items.map((waiting) => thingFor(waiting, reader)) },
        filters: {
          kind: query.kind ?? [],
          taken: query.taken ?? null,
          olderThan: query.olderThan ?? null,
        },
        hidden: { csrf: csrfToken(app, actor) },
        action: request.raw.url ?? "",
        weekly,
        entries,
      },
    },
    title: t("desk.title", { region: region.names[language] ?? region.slug }),
    description: t("desk.lead"),
    noIndex: true,
  };
}

async function besides(app: App, region: string, language: Language) {
  const of = (state: "scheduled" | "published") =>
    entriesBeside(app.db.queries, region, state, MAX_BESIDE).then((entries) =>
      entries.map((entry) => besideOf(entry, state, language)),
    );
  const [scheduled, published] = await Promise.all([of("scheduled"), of("published")]);
  return { scheduled, published };
}

function besideOf(
  { id, kind, title, slug, at }: Beside,
  state: "scheduled" | "published",
  language: Language,
): BesideEntry {
  const isThere = state === "published" && slug !== null;
  return {
    title: title ?? slug ?? String(id),
    path: isThere ? `desk/${kind}/${slug}` : `desk/${kind}/drafts/${id}`,
    on: formatPartialDate(at.slice(0, 10), languages[language].locale),
  };
}
