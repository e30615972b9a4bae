/** The history of a profile: what was changed, by whom, and the way back. */
import { auditNotes } from "db/audit/queries.ts";
import { ownOrganisation } from "db/organisations/own.ts";
import { ownProfile, profileRevisions } from "db/organisations/profile.ts";
import { type Actor, mayEdit } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { flatten, undone } from "shared/organisations/flat.ts";
import {
  type HistoryEntry,
  HistoryQuery,
  type NotedRead,
  RestoreForm,
} from "shared/organisations/history.ts";
import { disclosed, isRestored, placeOf, type Reader, withoutLoosening } from "shared/organisations/rules.ts";
import type { App } from "../app.ts";
import { serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { specializationsOf } from "./actions.ts";
import { editProfile } from "./profile.ts";
import { noteRead, READ, readerOf } from "./reading.ts";

const PAGE = 20;
const READS = 20;

export function historyPages(app: App): void {
  historyPage(app);
  restoring(app);
}

function historyPage(app: App): void {
  serveRegionPage(app, {
    path: "/organisations/:slug/history",
    rooms: ["organisations", "revisions"],
    personal: true,
    query: HistoryQuery,
    load: async ({ region, params, query, actor, t }) => {
      const own = found(await ownOrganisation(app.db.queries, region.slug, params.slug ?? ""));
      const reader = readerOf(actor, own);
      if (own.status === "hidden" && reader !== "editor") throw new Failure("not-found");
      const [history, reads, specializations] = await Promise.all([
        historyOf(app, own.id, reader, query.before),
        reader === "editor" ? readsOf(app, own.id) : [],
        specializationsOf(app),
      ]);
      if (reader !== "visitor" && (own.dark || history.entries.some(({ isPrivate }) => isPrivate)))
        await noteRead(app, actor, own);
      return {
        view: {
          page: "ProfileHistory",
          props: {
            organisation: own,
            ...history,
            reads,
            specializations,
            restore: reader === "editor" && actor ? { csrf: csrfToken(app, actor) } : null,
          },
        },
        title: t("history.title", { name: own.name }),
        description: t("history.lead"),
        noIndex: true,
      };
    },
  });
}

interface History {
  entries: HistoryEntry[];
  /** The id that the next page begins before. */
  next: number | null;
}

async function historyOf(app: App, id: number, reader: Reader, before?: number): Promise<History> {
  const { queries } = app.db;
  const now = flatten(found(await ownProfile(queries, id)));
  const part = await profileRevisions(queries, id, { beforeId: before, limit: PAGE + 1 });
  const shown = part.slice(0, PAGE);
  // What a contact detail may still be shown for depends on all that came after it.
  const later = before === undefined ? [] : await profileRevisions(queries, id, { fromId: before });
  const seen = disclosed(now, [...later, ...shown], reader).slice(later.length);
  const open = disclosed(now, [...later, ...shown], "visitor").slice(later.length);
  return {
    entries: seen.flatMap((revision, place) => {
      const fields = Object.keys({ ...revision.before, ...revision.after })
        .filter((field) => placeOf(field) >= 0)
        .sort((a, b) => placeOf(a) - placeOf(b));
      if (fields.length === 0) return [];
      const visible = { ...open[place]?.before, ...open[place]?.after };
      return [
        {
          id: revision.id,
          at: revision.at,
          who: whoOf(revision, reader),
          source: revision.source,
          credit: revision.credit,
          changes: fields.map((field) => ({
            field,
            before: revision.before[field] ?? null,
            after: revision.after[field] ?? null,
          })),
          isPrivate: fields.some((field) => !(field in visible)),
        },
      ];
    }),
    next: part.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Visitors learn on whose behalf it was done; those who keep the profile, by whom. */
function whoOf(
  { handle, hasPerson, actedAs }: { handle: string | null; hasPerson: boolean; actedAs: string },
  reader: Reader,
): HistoryEntry["who"] {
  const side = actedAs === "member" ? "organisation" : actedAs === "platform" ? "platform" : "curator";
  if (reader !== "editor" || !hasPerson) return { side, handle: null, isRemoved: false };
  return { side, handle, isRemoved: handle === null };
}

async function readsOf(app: App, id: number): Promise<NotedRead[]> {
  const notes = await auditNotes(app.db.queries, {
    target: `organisation:${id}`,
    actions: [READ],
    limit: READS,
  });
  return notes.map(({ at, handle }) => ({ at: at.toISOString(), handle }));
}

function restoring(app: App): void {
  serveRegionPost(app, {
    path: "/organisations/:slug/history",
    who: "editor",
    body: RestoreForm,
    act: async ({ organisation, actor, language }, { revision }) => {
      const own = found(organisation);
      await restore(app, own.id, found(actor), own, revision);
      return { to: `/${language}/${own.region}/organisations/${own.slug}/history`, done: "restored" };
    },
  });
}

/** The profile as it was before that change; what was hidden since stays hidden. */
async function restore(
  app: App,
  id: number,
  actor: Actor,
  own: Parameters<typeof editProfile>[1]["organisation"],
  revision: number,
): Promise<void> {
  if (!mayEdit(actor, own)) throw new Failure("forbidden");
  const changes = await profileRevisions(app.db.queries, id, { fromId: revision });
  if (changes.at(-1)?.id !== revision) throw new Failure("not-found");
  const { conflicts } = await editProfile(app, {
    organisation: own,
    actor,
    version: own.version,
    yours: (_base, now) => {
      const earlier = withoutLoosening(undone(now, changes), now);
      return Object.fromEntries(Object.entries(earlier).filter(([field]) => isRestored(field)));
    },
    isWhole: false,
  });
  if (conflicts.length > 0) throw new Failure("stale");
}
