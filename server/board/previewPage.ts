/** A post as it will look, before it is sent: for whoever may read where it is meant for. */
import { boardById } from "db/board/queries.ts";
import { PreviewForm } from "shared/board/posts/contract.ts";
import { type BoardFacts, MAX_BODY, mayRead, type Reader } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { entriesOf } from "shared/form.ts";
import { type FormState, render } from "web/render";
import type { App } from "../app.ts";
import { serveRegionPost } from "../form.ts";
import { frameOf } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { sendPrivately } from "../serve.ts";
import { shownText } from "./mentions.ts";
import { boardFacts, readerOf, threadAt } from "./reader.ts";
import { signedIn } from "./replyPages.ts";

interface Place {
  board: BoardFacts;
  /** Below the region: where the form is sent in the end. */
  path: string;
  send: "reply" | "thread" | "edit";
}

export function previewPage(app: App): void {
  serveRegionPost(app, {
    path: "/board/preview",
    who: "person",
    body: PreviewForm,
    act: async ({ request, reply, language, region, now, t, actor }, body) => {
      const person = signedIn(actor);
      const asked = request.query as Record<string, string | undefined>;
      const number = /^[1-9][0-9]{0,8}$/.test(asked.post ?? "") ? Number(asked.post) : null;
      const { board, path, send } = await placeOf(
        app,
        await readerOf(app, person),
        asked.place ?? "",
        number,
      );
      const text = (body.body ?? "").slice(0, MAX_BODY);
      const { html } = await shownText(app, text, { board, writerId: person.id });
      const { body: _text, ...others } = body;
      const form: FormState = {
        action: `/${language}/${region.slug}/board/${path}`,
        values: { body: [body.body ?? ""] },
        problems: {},
        hidden: { csrf: csrfToken(app, person) },
        challenge: null,
        multipart: false,
      };
      const props = {
        ...{ region: region.slug, place: asked.place ?? "", post: number, html: html || null, form, send },
        others: entriesOf(others),
      };
      const texts = { title: t("compose.previewTitle"), description: t("compose.previewNote") };
      const frame = frameOf(app, request, { ...texts, noIndex: true, language, region, now, notices: [] });
      const page = render({ page: "Preview", props }, frame);
      await sendPrivately(request, reply, { status: 200, type: "text/html; charset=utf-8", body: page });
      return null;
    },
  });
}

async function placeOf(app: App, reader: Reader, place: string, number: number | null): Promise<Place> {
  const [, kind, id] = /^(thread|board):([1-9][0-9]{0,14})$/.exec(place) ?? [];
  if (kind === "thread") {
    const { row, board } = await threadAt(app, reader, Number(id));
    const thread = `threads/${row.id}`;
    return number === null
      ? { board, path: `${thread}/reply`, send: "reply" }
      : { board, path: `${thread}/posts/${number}/edit`, send: "edit" };
  }
  const row = found(kind === "board" ? await boardById(app.db.queries, Number(id)) : null);
  if (!mayRead(reader, boardFacts(row))) throw new Failure("not-found");
  return { board: boardFacts(row), path: `${row.slug}/new`, send: "thread" };
}
