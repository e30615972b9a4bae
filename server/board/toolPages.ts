/** Tools of a thread as pages: a switch is one button, what cannot be undone has a form of its own. */
import type { Actor } from "shared/accounts/rules.ts";
import { mayModerate } from "shared/board/rules.ts";
import { answerBody, mergeBody, moveBody, splitBody, switchBody } from "shared/board/tools.ts";
import { Failure } from "shared/failure.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { Refused, serveRegionForm, serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { presentThread } from "./present.ts";
import { signedIn } from "./replyPages.ts";
import { threadVisit } from "./threadPages.ts";
import { boardsToMoveTo, markAnswer, merge, move, split, switchThread, type ToolVisit } from "./tools.ts";

const AT = "/board/threads/:id/tools";

interface Asking extends Omit<Parameters<typeof threadVisit>[1], "actor"> {
  actor: Actor | null;
}

/** For those who moderate where the thread stands; to others there are no such tools. */
async function toolVisit(app: App, visit: Asking, rest: string): Promise<ToolVisit> {
  const { thread, reader } = await threadVisit(app, visit, rest);
  const actor = signedIn(visit.actor);
  if (!mayModerate(actor, thread.board)) throw new Failure("not-found");
  return { actor, reader, thread };
}

const pathOf = ({ language, region, params }: Asking) =>
  `/${language}/${region.slug}/board/threads/${params.id}`;

export function toolPages(app: App): void {
  toolsPage(app);
  serveRegionPost(app, {
    path: AT,
    who: "person",
    body: switchBody,
    act: async (visit, body) => {
      await switchThread(app, await toolVisit(app, visit, "/tools"), body);
      return { to: pathOf(visit), done: `thread-${body.do}` };
    },
  });
  serveRegionPost(app, {
    path: "/board/threads/:id/answer",
    who: "person",
    body: answerBody,
    act: async (visit, { number = null }) => {
      const { thread } = await threadVisit(app, visit, "/answer");
      await markAnswer(app, signedIn(visit.actor), thread, number);
      const to = number === null ? pathOf(visit) : `${pathOf(visit)}?post=${number}#p${number}`;
      return { to, done: number === null ? "answerOff" : "answerMarked" };
    },
  });
  moveForm(app);
  splitForm(app);
  mergeForm(app);
}

function toolsPage(app: App): void {
  serveRegionPage(app, {
    path: AT,
    rooms: [],
    who: "person",
    load: async (visit) => {
      const { thread, actor } = await toolVisit(app, visit, "/tools");
      return {
        view: {
          page: "ThreadTools",
          props: {
            region: visit.region.slug,
            thread: presentThread(thread.row),
            version: thread.row.ownVersion,
            hidden: { csrf: csrfToken(app, actor) },
          },
        },
        title: visit.t("board.tools"),
        description: thread.row.title,
        noIndex: true,
      };
    },
  });
}

function confirm({ confirmed }: { confirmed: boolean }): void {
  if (!confirmed) throw new Refused({ confirmed: "board.tool.confirmMissing" });
}

/** What cannot be done as asked, as a sentence at a field. */
function refusing(field: string, texts: Partial<Record<Failure["code"], TextKey>>) {
  return (error: unknown): never => {
    const key = error instanceof Failure ? texts[error.code] : undefined;
    if (key !== undefined) throw new Refused({ [field]: key });
    throw error;
  };
}

function moveForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/move`,
    who: "person",
    body: moveBody,
    load: async (visit) => {
      const tool = await toolVisit(app, visit, "/tools/move");
      return { ...tool, boards: await boardsToMoveTo(app, tool, visit.region.slug) };
    },
    fill: (_visit, { thread }) => ({ version: thread.row.ownVersion }),
    page: ({ region, t }, { thread, boards }, form) => ({
      view: {
        page: "MoveThread",
        props: { region: region.slug, thread: presentThread(thread.row), form, boards },
      },
      title: t("board.tool.move"),
      description: thread.row.title,
    }),
    act: async (visit, tool, body) => {
      confirm(body);
      if (!tool.boards.some(({ id }) => id === body.board)) throw new Refused({ board: "form.misfit" });
      await move(app, tool, body).catch(refusing("confirmed", { stale: "error.stale.title" }));
      return { to: pathOf(visit), done: "threadMoved" };
    },
  });
}

function splitForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/split`,
    who: "person",
    body: splitBody,
    load: (visit) => toolVisit(app, visit, "/tools/split"),
    fill: (_visit, { thread }) => ({ version: thread.row.ownVersion, to: thread.row.lastNumber }),
    page: ({ region, t }, { thread }, form) => ({
      view: { page: "SplitThread", props: { region: region.slug, thread: presentThread(thread.row), form } },
      title: t("board.tool.split"),
      description: thread.row.title,
    }),
    act: async (visit, tool, body) => {
      confirm(body);
      const id = await split(app, tool, body).catch(refusing("confirmed", { stale: "error.stale.title" }));
      return { to: pathOf({ ...visit, params: { id: String(id) } }), done: "threadSplit" };
    },
  });
}

function mergeForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/merge`,
    who: "person",
    body: mergeBody,
    load: (visit) => toolVisit(app, visit, "/tools/merge"),
    fill: (_visit, { thread }) => ({ version: thread.row.ownVersion }),
    page: ({ region, t }, { thread }, form) => ({
      view: { page: "MergeThread", props: { region: region.slug, thread: presentThread(thread.row), form } },
      title: t("board.tool.merge"),
      description: thread.row.title,
    }),
    act: async (visit, tool, body) => {
      confirm(body);
      const into = await merge(app, tool, body).catch(
        refusing("into", { stale: "error.stale.title", "not-found": "board.tool.mergeNone" }),
      );
      return { to: pathOf({ ...visit, params: { id: String(into) } }), done: "threadMerged" };
    },
  });
}
