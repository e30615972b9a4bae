/** Drafts as pages: keeping one with a button, the list of one's own, throwing one away. */
import { dropDraftById } from "db/drafts/changes.ts";
import { DropDraftForm, KeepDraftForm } from "shared/drafts/contract.ts";
import { isWorthKeeping } from "shared/drafts/rules.ts";
import { found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { fieldsOf, keepDraft, listedDrafts } from "./actions.ts";

export function draftPages(app: App): void {
  serveRegionPage(app, {
    path: "/board/drafts",
    who: "person",
    rooms: [],
    load: async ({ actor, t }) => {
      const person = found(actor);
      return {
        view: {
          page: "Drafts",
          props: { drafts: await listedDrafts(app, person), csrf: csrfToken(app, person) },
        },
        title: t("drafts.title"),
        description: t("drafts.lead"),
        noIndex: true,
      };
    },
  });
  serveRegionPost(app, {
    path: "/board/drafts/keep",
    who: "person",
    body: KeepDraftForm,
    act: async ({ actor, language, region }, { place, clientId }, { entries }) => {
      const fields = fieldsOf(entries);
      const to = `/${language}/${region.slug}/board/drafts`;
      if (!isWorthKeeping(fields)) return { to, done: "draft-empty" };
      await keepDraft(app, found(actor), { place, clientId, fields, version: null, queued: false });
      return { to, done: "draft-kept" };
    },
  });
  serveRegionPost(app, {
    path: "/board/drafts/drop",
    who: "person",
    body: DropDraftForm,
    act: async ({ actor, language, region }, { id }) => {
      found((await dropDraftById(app.db.queries, found(actor).id, id)) || null);
      return { to: `/${language}/${region.slug}/board/drafts`, done: "draft-dropped" };
    },
  });
}
