/** How boards are kept, as pages for admins of the region; boards of all regions are kept by stewards. */
import { groupOf } from "db/board/keeping.ts";
import { boardBySlug, boardsOf } from "db/board/queries.ts";
import type { BoardRow } from "db/board/rows.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { BoardForm, groupBody, groupGoneBody, paces } from "shared/board/keeping.ts";
import { mayKeepBoards } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import { Refused, serveRegionForm, serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { inLanguage } from "./boardPages.ts";
import { invite, keepBoard, makeBoard, remove } from "./keeping.ts";
import { presentBoard } from "./present.ts";
import { signedIn } from "./replyPages.ts";

const AT = "/board/keep";

interface Asking {
  actor: Actor | null;
  region: Region;
  params: Record<string, string>;
}

/** A board that the person keeps; another's is not there. */
async function keptBoard(app: App, { actor, region, params }: Asking): Promise<BoardRow> {
  const board = found(await boardBySlug(app.db.queries, region.slug, params.board ?? ""));
  if (!mayKeepBoards(actor, board.region)) throw new Failure("not-found");
  return board;
}

export function keepPages(app: App): void {
  listPage(app);
  newForm(app);
  boardForm(app);
  groupForm(app);
  serveRegionPost(app, {
    path: `${AT}/:board/remove`,
    who: "admin",
    body: groupGoneBody,
    act: async (visit, { member }) => {
      const board = await keptBoard(app, visit);
      await remove(app, signedIn(visit.actor), board, member);
      const { language, region } = visit;
      return { to: `/${language}/${region.slug}${AT}/${board.slug}/group`, done: "groupChanged" };
    },
  });
}

function listPage(app: App): void {
  serveRegionPage(app, {
    path: AT,
    rooms: [],
    who: "admin",
    load: async ({ actor, region, t }) => {
      const rows = await boardsOf(app.db.queries, region.slug);
      const boards = rows.filter((row) => mayKeepBoards(actor, row.region)).map(presentBoard);
      return {
        view: { page: "KeepBoards", props: { region: region.slug, boards } },
        title: t("board.keep"),
        description: t("board.keeping.lead"),
        noIndex: true,
      };
    },
  });
}

function newForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/new`,
    who: "admin",
    body: BoardForm,
    load: async ({ actor }) => ({ mayEverywhere: mayKeepBoards(actor, null) }),
    fill: () => ({ visibility: "members", starters: "members", slow: "0", position: 50 }),
    page: ({ region, t }, { mayEverywhere }, form) => ({
      view: { page: "KeepBoard", props: { region: region.slug, board: null, mayEverywhere, form } },
      title: t("board.keeping.new"),
      description: t("board.keeping.lead"),
    }),
    act: async ({ actor, region, language }, _data, body) => {
      const slug = await makeBoard(app, signedIn(actor), region.slug, body);
      const at = `/${language}/${region.slug}`;
      const to = body.visibility === "group" ? `${at}${AT}/${slug}/group` : `${at}/board/${slug}`;
      return { to, done: "boardMade" };
    },
  });
}

/** The nearest pace that the form offers. */
function paceOf(seconds: number): (typeof paces)[number] {
  return paces.findLast((pace) => Number(pace) <= seconds) ?? "0";
}

function boardForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/:board`,
    who: "admin",
    body: BoardForm,
    load: (visit) => keptBoard(app, visit),
    fill: (_visit, { names, purposes, visibility, starters, slowSeconds, position, closed, version }) => ({
      ...{ names, purposes, visibility, starters, position, closed, version },
      slow: paceOf(slowSeconds),
    }),
    page: ({ region, language }, board, form) => ({
      view: {
        page: "KeepBoard",
        props: { region: region.slug, board: presentBoard(board), mayEverywhere: false, form },
      },
      title: inLanguage(board.names, language),
      description: inLanguage(board.purposes, language),
    }),
    act: async ({ actor, region, language }, board, body) => {
      await keepBoard(app, signedIn(actor), board, body).catch((error: unknown) => {
        if (error instanceof Failure && error.code === "stale")
          throw new Refused({ version: "error.stale.title" });
        throw error;
      });
      return { to: `/${language}/${region.slug}${AT}`, done: "boardKept" };
    },
  });
}

function groupForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/:board/group`,
    who: "admin",
    body: groupBody,
    load: async (visit) => {
      const board = await keptBoard(app, visit);
      return { board, members: await groupOf(app.db.queries, board.id) };
    },
    page: ({ actor, region, t, language }, { board, members }, form) => ({
      view: {
        page: "BoardGroup",
        props: {
          region: region.slug,
          board: presentBoard(board),
          members,
          form,
          hidden: { csrf: csrfToken(app, signedIn(actor)) },
        },
      },
      title: t("board.keeping.groupOf", { board: inLanguage(board.names, language) }),
      description: t("board.keeping.groupLead"),
    }),
    act: async ({ actor, region, language }, { board }, { name }) => {
      await invite(app, signedIn(actor), board, name);
      return { to: `/${language}/${region.slug}${AT}/${board.slug}/group`, done: "groupChanged" };
    },
  });
}
