/** The form of a reply: sent from below a thread, with a page of its own for quotes and for what has to be mended. */
import { boardBySlug } from "db/board/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { NewPost } from "shared/board/contract.ts";
import { MAX_FILE_BYTES, mayReply } from "shared/board/rules.ts";
import { DraftAsked } from "shared/drafts/contract.ts";
import { Failure, type FailureCode, found } from "shared/failure.ts";
import { NotNow } from "shared/moderation/posting.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { draftToFill } from "../drafts/actions.ts";
import { attachFile } from "../files/attach.ts";
import { Refused, serveRegionForm } from "../form.ts";
import { postReply } from "./posting.ts";
import { presentBoard, presentThread } from "./present.ts";
import { quoteOf } from "./quotes.ts";
import { badgesOf, threadVisit } from "./threadPages.ts";

/** What the writer can wait for, or mend: the page comes again with the text. */
const refusals = {
  locked: "error.locked.title",
  suspended: "error.suspended.title",
  "too-many": "error.too-many.title",
  conflict: "error.conflict.title",
} as const;

/** A failure of writing as a sentence at the text, so that nothing typed is lost; others go on as they are. */
export function refuseText(error: unknown): never {
  const code: FailureCode | null = error instanceof Failure ? error.code : null;
  if (error instanceof NotNow) {
    const minutes = Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60));
    throw new Refused({ body: { key: `moderation.refused.${error.reason}`, values: { minutes } } });
  }
  if (code !== null && code in refusals) throw new Refused({ body: refusals[code as keyof typeof refusals] });
  throw error;
}

export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Failure("unauthenticated");
  return actor;
}

export function replyPages(app: App): void {
  serveRegionForm(app, {
    path: "/board/threads/:id/reply",
    who: "person",
    query: Type.Object({
      quote: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000_000 })),
      draft: DraftAsked,
    }),
    body: NewPost,
    maxFileBytes: MAX_FILE_BYTES,
    attach: ({ actor }, sent) => attachFile(app, actor, sent),
    load: async (visit) => {
      const found = await threadVisit(app, visit, "/reply");
      const { quote, draft } = visit.query;
      const quoted = quote === undefined ? null : await quoteOf(app, found.reader, found.thread, quote);
      const kept = await draftToFill(app, visit.actor, `thread:${found.thread.row.id}`, draft);
      return { ...found, begun: kept ?? quoted };
    },
    fill: (_visit, { begun }) => ({ clientId: app.secrets.newToken(), ...begun }),
    page: async ({ actor, region, t }, { thread, reader }, form) => {
      const isOpen = mayReply(reader, thread.board, thread.facts);
      // Whoever is refused now keeps the text in sight; whoever comes to it afresh is not shown a dead form.
      if (!isOpen && Object.keys(form.problems).length === 0) throw new Failure("forbidden");
      const board = found(await boardBySlug(app.db.queries, thread.row.region, thread.row.boardSlug));
      return {
        view: {
          page: "Reply",
          props: {
            region: region.slug,
            board: presentBoard(board),
            thread: presentThread(thread.row),
            form: { ...form, values: { organisation: [""], ...form.values } },
            badges: badgesOf(signedIn(actor)),
          },
        },
        title: t("board.reply"),
        description: thread.row.title,
      };
    },
    act: async ({ actor, region, language }, { thread }, body) => {
      const { post } = await postReply(app, signedIn(actor), thread.row.id, body).catch(refuseText);
      const at = `/${language}/${region.slug}/board/threads/${thread.row.id}`;
      const to = `${at}?post=${post.number}#p${post.number}`;
      return post.state === "pending" ? { to, done: "postWaits" } : { to };
    },
  });
}
