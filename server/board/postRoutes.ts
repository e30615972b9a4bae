/** Posts that are there, as data: corrected, deleted, answered by a sign, quoted; and names to be completed. */
import { namesLike } from "db/board/mentions.ts";
import type { Actor } from "shared/accounts/rules.ts";
import {
  boardNames,
  deletePost,
  editPost,
  giveReaction,
  MAX_NAMES,
  quotePost,
  takeReaction,
} from "shared/board/posts/contract.ts";
import { mayPost } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { correctPost, reactToPost, takeBackPost } from "./postChanges.ts";
import { presentPost } from "./present.ts";
import { quoteOf } from "./quotes.ts";
import { boardAt, boardFacts, readerOf, threadAt } from "./reader.ts";

export function postRoutes(app: App): void {
  serveAction(app, editPost, async ({ actor, params, body }) =>
    presentPost(await correctPost(app, signedIn(actor), Number(params.id), body)),
  );
  serveAction(app, deletePost, async ({ actor, params }) => {
    await takeBackPost(app, signedIn(actor), Number(params.id));
    return null;
  });
  serveAction(app, giveReaction, async ({ actor, params: { id, kind } }) =>
    presentPost(await reactToPost(app, signedIn(actor), Number(id), { kind, isOn: true })),
  );
  serveAction(app, takeReaction, async ({ actor, params: { id, kind } }) =>
    presentPost(await reactToPost(app, signedIn(actor), Number(id), { kind, isOn: false })),
  );
  serve(app, quotePost, [], async ({ actor, params }) => {
    const reader = await readerOf(app, actor);
    const thread = await threadAt(app, reader, Number(params.id));
    return found(await quoteOf(app, reader, thread, Number(params.number)));
  });
  names(app);
}

function names(app: App): void {
  serve(app, boardNames, [], async ({ actor, params, query }) => {
    const person = signedIn(actor);
    const reader = await readerOf(app, person);
    const board = await boardAt(app, reader, params.region, params.board);
    // Who is a member where they may not write is not theirs to list.
    if (!mayPost(reader, boardFacts(board))) throw new Failure("forbidden");
    const q: string | undefined = query.q;
    if (q === undefined)
      throw new Failure("invalid", { problems: [{ parameter: "q", message: "is needed" }] });
    const asked = {
      board: boardFacts(board),
      writerId: person.id,
      regions: app.regions().map(({ slug }) => slug),
    };
    return { items: await namesLike(app.db.queries, q, { ...asked, limit: MAX_NAMES }) };
  });
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Failure("unauthenticated");
  return actor;
}
