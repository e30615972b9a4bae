/** The form that starts a thread. */
import { NewThread } from "shared/board/contract.ts";
import { MAX_FILE_BYTES, mayStart, mayStartKind, threadKinds } from "shared/board/rules.ts";
import { DraftAsked } from "shared/drafts/contract.ts";
import { Failure } from "shared/failure.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { countriesIn } from "../countries/actions.ts";
import { draftToFill } from "../drafts/actions.ts";
import { attachFile } from "../files/attach.ts";
import { serveRegionForm } from "../form.ts";
import { specializationsOf } from "../organisations/actions.ts";
import { inLanguage } from "./boardPages.ts";
import { openThread } from "./posting.ts";
import { presentBoard } from "./present.ts";
import { boardAt, boardFacts, readerOf } from "./reader.ts";
import { refuseText, signedIn } from "./replyPages.ts";
import { badgesOf } from "./threadPages.ts";

export function startPages(app: App): void {
  serveRegionForm(app, {
    path: "/board/:board/new",
    who: "person",
    query: Type.Object({ draft: DraftAsked }),
    body: NewThread,
    maxFileBytes: MAX_FILE_BYTES,
    attach: ({ actor }, sent) => attachFile(app, actor, sent),
    load: async ({ actor, region, params, query }) => {
      const reader = await readerOf(app, actor);
      const board = await boardAt(app, reader, region.slug, params.board ?? "");
      return { reader, board, draft: await draftToFill(app, actor, `board:${board.id}`, query.draft) };
    },
    fill: (_visit, { draft }) => ({ clientId: app.secrets.newToken(), kind: "discussion", ...draft }),
    page: async ({ actor, region, language, t }, { board, reader }, form) => {
      const facts = boardFacts(board);
      if (!mayStart(reader, facts) && Object.keys(form.problems).length === 0) throw new Failure("forbidden");
      const regions = board.region === null ? app.regions().map(({ slug }) => slug) : [board.region];
      const countries = await Promise.all(regions.map((slug) => countriesIn(app, slug)));
      return {
        view: {
          page: "NewThread",
          props: {
            region: region.slug,
            board: presentBoard(board),
            form: { ...form, values: { organisation: [""], ...form.values } },
            kinds: threadKinds.filter((kind) => mayStartKind(reader, facts, kind)),
            countries: countries.flat().map(({ iso2 }) => iso2),
            specializations: (await specializationsOf(app)).map(({ slug }) => slug),
            badges: badgesOf(signedIn(actor)),
          },
        },
        title: t("board.new.in", { board: inLanguage(board.names, language) }),
        description: t("board.new.lead"),
      };
    },
    act: async ({ actor, region, language }, { board, reader }, body) => {
      const asking = { ...reader, actor: signedIn(actor) };
      const { thread } = await openThread(app, asking, board, body).catch(refuseText);
      const to = `/${language}/${region.slug}/board/threads/${thread.id}`;
      return thread.state === "pending" ? { to, done: "postWaits" } : { to };
    },
  });
}
