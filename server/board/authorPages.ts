/** Who writes entries of live coverage: named by who started it, and by moderators. */
import { authorsOf, writerCalled } from "db/board/authors.ts";
import { keepThreadAuthor } from "db/board/tools.ts";
import { transaction } from "db/transaction.ts";
import { mayNameAuthors } from "shared/board/rules.ts";
import { authorBody, authorGoneBody } from "shared/board/tools.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused, serveRegionForm, serveRegionPost } from "../form.ts";
import { csrfToken } from "../plugins/session.ts";
import { presentThread } from "./present.ts";
import { signedIn } from "./replyPages.ts";
import { type ThreadVisit, threadVisit } from "./threadPages.ts";

const AT = "/board/threads/:id/authors";

/** A thread that is no live coverage, or another's, has no such page. */
async function liveVisit(app: App, visit: Parameters<typeof threadVisit>[1]): Promise<ThreadVisit> {
  const found = await threadVisit(app, visit, "/authors");
  const { board, facts } = found.thread;
  if (!mayNameAuthors(visit.actor, board, facts)) throw new Failure("not-found");
  return found;
}

export function authorPages(app: App): void {
  serveRegionForm(app, {
    path: AT,
    who: "person",
    body: authorBody,
    load: async (visit) => {
      const { thread } = await liveVisit(app, visit);
      return { thread, authors: await authorsOf(app.db.queries, thread.row.id) };
    },
    page: ({ actor, region, t }, { thread, authors }, form) => ({
      view: {
        page: "ThreadAuthors",
        props: {
          region: region.slug,
          thread: presentThread(thread.row),
          authors,
          form,
          hidden: { csrf: csrfToken(app, signedIn(actor)) },
        },
      },
      title: t("board.authors"),
      description: thread.row.title,
    }),
    act: async ({ region, language }, { thread }, { handle }) => {
      const personId = await writerCalled(app.db.queries, thread.board, handle.replace(/^@/, ""));
      if (personId === null) throw new Refused({ handle: "board.authors.nobody" });
      const change = { threadId: thread.row.id, personId, isAuthor: true };
      await transaction(app.db, (tx) => keepThreadAuthor(tx, change));
      return {
        to: `/${language}/${region.slug}/board/threads/${thread.row.id}/authors`,
        done: "authorsChanged",
      };
    },
  });
  serveRegionPost(app, {
    path: `${AT}/remove`,
    who: "person",
    body: authorGoneBody,
    act: async (visit, { person: personId }) => {
      const { thread } = await liveVisit(app, visit);
      const change = { threadId: thread.row.id, personId, isAuthor: false };
      await transaction(app.db, (tx) => keepThreadAuthor(tx, change));
      const { language, region } = visit;
      return {
        to: `/${language}/${region.slug}/board/threads/${thread.row.id}/authors`,
        done: "authorsChanged",
      };
    },
  });
}
