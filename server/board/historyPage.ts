/** What a post said before each of its edits: for signed-in people who may read it. */
import { revisionsOf } from "db/board/edits.ts";
import { differences } from "shared/board/diff.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { postVisit } from "./postPages.ts";
import { presentThread } from "./present.ts";

const PAGE = 20;

export function historyPage(app: App): void {
  serveRegionPage(app, {
    path: "/board/threads/:id/posts/:number/history",
    who: "person",
    rooms: [],
    query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    load: async (visit) => {
      const { region, query, t } = visit;
      const { thread, post } = await postVisit(app, visit, "/history");
      const upTo = query.before;
      const rows = await revisionsOf(app.db.queries, post.id, { upTo, limit: PAGE + 2 });
      // From a later part of the history on, the first row is what the newest edit of this part made of the text.
      const [newest, edits] = upTo === undefined ? [post.body, rows] : [rows[0]?.body ?? "", rows.slice(1)];
      const shown = edits.slice(0, PAGE);
      return {
        view: {
          page: "PostHistory",
          props: {
            region: region.slug,
            thread: presentThread(thread.row),
            number: post.number,
            createdAt: post.createdAt,
            edits: shown.map(({ body, at }, place) => ({
              at: at.toISOString(),
              parts: differences(body, shown[place - 1]?.body ?? newest),
            })),
            first: edits.length > PAGE ? null : (shown.at(-1)?.body ?? newest),
            next: edits.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
          },
        },
        title: t("compose.history.title", { number: post.number }),
        description: t("compose.history.lead"),
        noIndex: true,
      };
    },
  });
}
