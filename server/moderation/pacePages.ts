/** Slow mode of a thread: how long one person waits between two posts there; set by its moderators. */
import { recordAudit } from "db/audit/changes.ts";
import { changeThread, paceOfThread } from "db/board/changing.ts";
import { transaction } from "db/transaction.ts";
import { paces } from "shared/board/keeping.ts";
import { mayModerate } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { PaceBody } from "shared/moderation/contract.ts";
import type { App } from "../app.ts";
import { threadVisit } from "../board/threadPages.ts";
import { serveRegionForm } from "../form.ts";

export function pacePages(app: App): void {
  serveRegionForm(app, {
    path: "/board/threads/:id/tools/pace",
    who: "person",
    body: PaceBody,
    load: async (visit) => {
      const { thread } = await threadVisit(app, visit, "/tools/pace");
      if (!mayModerate(visit.actor, thread.board)) throw new Failure("not-found");
      return { row: thread.row, pace: await paceOfThread(app.db.queries, thread.row.id) };
    },
    fill: (_visit, { pace }) => ({ pace: paces.find((one) => Number(one) === pace) ?? "0" }),
    page: ({ region, t }, { row }, form) => ({
      view: {
        page: "ThreadPace",
        props: { title: row.title, path: `${region.slug}/board/threads/${row.id}`, form },
      },
      title: t("moderation.pace.title"),
      description: t("moderation.pace.lead"),
    }),
    act: async ({ actor, region, language }, { row }, { pace }) => {
      await transaction(app.db, async (tx) => {
        await changeThread(tx, row.id, { slowSeconds: Number(pace) });
        await recordAudit(tx, app.secrets, {
          actor: found(actor).id,
          action: "thread.pace",
          target: `thread:${row.id}`,
          region: row.region,
          value: pace,
        });
      });
      return { to: `/${language}/${region.slug}/board/threads/${row.id}`, done: "paceSet" };
    },
  });
}
