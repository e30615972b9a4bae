/** What authors do with their posts, as forms: correct, delete; signs below posts of others. */
import { postByNumber } from "db/board/queries.ts";
import type { FullPostRow } from "db/board/rows.ts";
import { DeletedPost, EditedPost, ReactionForm } from "shared/board/posts/contract.ts";
import { MAX_FILE_BYTES, mayDeletePost, mayEditPost, maySeePost, reactionKinds } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import { attachFile } from "../files/attach.ts";
import { type FormVisit, serveRegionForm, serveRegionPost } from "../form.ts";
import type { PageVisit } from "../page.ts";
import { correctPost, reactToPost, takeBackPost } from "./postChanges.ts";
import { presentThread } from "./present.ts";
import { refuseText, signedIn } from "./replyPages.ts";
import { type ThreadVisit, threadVisit } from "./threadPages.ts";

export interface PostVisit extends ThreadVisit {
  post: FullPostRow;
}

/** The post at an address, as its reader may see it; not-found else. */
export async function postVisit(
  app: App,
  visit: PageVisit<unknown, Region>,
  rest: string,
): Promise<PostVisit> {
  const { number = "" } = visit.params;
  const at = await threadVisit(app, visit, `/posts/${encodeURIComponent(number)}${rest}`);
  const isNumber = /^[1-9][0-9]{0,8}$/.test(number);
  const row = isNumber ? await postByNumber(app.db.queries, at.thread.row.id, Number(number)) : null;
  const post = found(row);
  const { authorId, state, createdAt } = post;
  const facts = { authorId, state, createdAt: new Date(createdAt) };
  if (!maySeePost(at.reader, at.thread.board, facts)) throw new Failure("not-found");
  return { ...at, post };
}

const threadPath = ({ region, language }: { region: Region; language: string }, { thread }: PostVisit) =>
  `/${language}/${region.slug}/board/threads/${thread.row.id}`;

const toPost = (path: string, { number }: FullPostRow) => `${path}?post=${number}#p${number}`;

export function postPages(app: App): void {
  editing(app);
  deleting(app);
  reacting(app);
}

interface EditData extends PostVisit {
  /** It says something else than when the form was opened. */
  isStale: boolean;
}

/** To all others there is no such page. */
function allowAuthor(
  app: App,
  { actor, request }: FormVisit<undefined, Region>,
  { post }: PostVisit,
  isEdit: boolean,
): void {
  const { authorId, state, createdAt } = post;
  const facts = { authorId, state, createdAt: new Date(createdAt) };
  const may = isEdit ? mayEditPost(actor, facts, app.now()) : mayDeletePost(actor, facts);
  if (!may) throw new Failure(request.method === "GET" ? "not-found" : "forbidden");
}

function editing(app: App): void {
  serveRegionForm(app, {
    path: "/board/threads/:id/posts/:number/edit",
    who: "person",
    body: EditedPost,
    maxFileBytes: MAX_FILE_BYTES,
    attach: ({ actor }, sent) => attachFile(app, actor, sent),
    load: async (visit): Promise<EditData> => {
      const data = await postVisit(app, visit, "/edit");
      allowAuthor(app, visit, data, true);
      return { ...data, isStale: false };
    },
    fill: (_visit, { post }) => ({ body: post.body, version: post.version }),
    page: ({ t, region }, { thread, post, isStale }, form) => ({
      view: {
        page: "EditPost",
        props: { region: region.slug, thread: presentThread(thread.row), number: post.number, isStale, form },
      },
      title: t("compose.edit.title", { number: post.number }),
      description: t("compose.edit.lead"),
      status: isStale ? 409 : 200,
    }),
    act: async (visit, data, body) => {
      const { post } = data;
      try {
        const edited = await correctPost(app, signedIn(visit.actor), post.id, body);
        const waits = edited.state === "pending" && post.state === "visible";
        return { to: toPost(threadPath(visit, data), post), done: waits ? "postWaits" : "postEdited" };
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== "stale") return refuseText(error);
        // What was typed stays; whoever saves it now has been told what it takes the place of.
        data.isStale = true;
        return {
          again: [
            ["body", body.body],
            ["version", String(post.version)],
          ],
        };
      }
    },
  });
}

function deleting(app: App): void {
  serveRegionForm(app, {
    path: "/board/threads/:id/posts/:number/delete",
    who: "person",
    body: DeletedPost,
    load: async (visit) => {
      const data = await postVisit(app, visit, "/delete");
      allowAuthor(app, visit, data, false);
      return data;
    },
    page: ({ t, region }, { thread, post }, form) => ({
      view: {
        page: "DeletePost",
        props: {
          region: region.slug,
          thread: presentThread(thread.row),
          number: post.number,
          html: post.html,
          form,
        },
      },
      title: t("compose.delete.title", { number: post.number }),
      description: t("compose.delete.lead"),
    }),
    act: async (visit, data) => {
      await takeBackPost(app, signedIn(visit.actor), data.post.id);
      const { row } = data.thread;
      const board = `/${visit.language}/${visit.region.slug}/board/${row.boardSlug}`;
      if (row.lastNumber === 1) return { to: board, done: "threadDeleted" };
      return { to: toPost(threadPath(visit, data), data.post), done: "postDeleted" };
    },
  });
}

function reacting(app: App): void {
  serveRegionPost(app, {
    path: "/board/threads/:id/posts/:number/reactions",
    who: "person",
    body: ReactionForm,
    act: async (visit, { kind: sent }) => {
      const data = await postVisit(app, visit, "/reactions");
      const kind = found(reactionKinds.find((one) => one === sent.replace("-", "")));
      await reactToPost(app, signedIn(visit.actor), data.post.id, { kind, isOn: !sent.startsWith("-") });
      return { to: toPost(threadPath(visit, data), data.post) };
    },
  });
}
