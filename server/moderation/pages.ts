/** Pages of moderation: flagging a post, the queue and its decisions, the public log. */
import { boardBySlug } from "db/board/queries.ts";
import { contextOf, decisionsAbout, judgedPost } from "db/moderation/queries.ts";
import { Failure, found } from "shared/failure.ts";
import { AnswerAppealBody, DecideBody, FlagBody } from "shared/moderation/contract.ts";
import { measureOptions, postOptions } from "shared/moderation/rules.ts";
import { paging } from "shared/page.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { inLanguage } from "../board/boardPages.ts";
import { takersOf } from "../desk/queue.ts";
import { Refused, serveRegionForm } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { answer, appealFor, wordsShownTo } from "./appeals.ts";
import { decide, decidingFacts, flagsShownTo } from "./decisions.ts";
import { flag, flaggableAt } from "./flags.ts";
import { loggedDecisions } from "./log.ts";
import { waitingLines } from "./queue.ts";
import { shownDecision, shownJudged, shownPost } from "./shown.ts";

export function moderationPages(app: App): void {
  flagPage(app);
  queuePage(app);
  decidePage(app);
  appealPage(app);
  logPage(app);
}

/** What stands for a number in an address; 0: no record has it. */
const idOf = (part: string | undefined) => (/^[1-9][0-9]{0,14}$/.test(part ?? "") ? Number(part) : 0);

function flagPage(app: App): void {
  serveRegionForm(app, {
    path: "/board/threads/:id/posts/:number/flag",
    who: "person",
    body: FlagBody,
    load: async ({ actor, region, params }) => {
      const number = Math.min(idOf(params.number), 2_000_000_000);
      const flaggable = await flaggableAt(app, found(actor), idOf(params.id), number);
      const { row } = flaggable.thread;
      if (row.region !== null && row.region !== region.slug) throw new Failure("not-found");
      return { ...flaggable, board: found(await boardBySlug(app.db.queries, row.region, row.boardSlug)) };
    },
    page: ({ region, language, t }, { post, thread, board }, form) => ({
      view: {
        page: "Flag",
        props: {
          post: shownPost(post, thread, { board: inLanguage(board.names, language), region: region.slug }),
          path: `${region.slug}/board/threads/${thread.row.id}`,
          form,
        },
      },
      title: t("moderation.flag.title"),
      description: t("moderation.flag.lead"),
    }),
    act: async ({ actor, region, language }, flaggable, body) => {
      await flag(app, found(actor), flaggable, body).catch(refuseFlag);
      const { post } = flaggable;
      const to = `/${language}/${region.slug}/board/threads/${post.threadId}?post=${post.number}#p${post.number}`;
      return { to, done: "flagged" };
    },
  });
}

function refuseFlag(error: unknown): never {
  const code = error instanceof Failure ? error.code : null;
  if (code === "conflict") throw new Refused({ ground: "moderation.flag.again" });
  if (code === "invalid") throw new Refused({ ground: "moderation.flag.own" });
  if (code === "too-many") throw new Refused({ ground: "moderation.flag.tooMany" });
  throw error;
}

function queuePage(app: App): void {
  serveRegionPage(app, {
    path: "/desk/flags",
    rooms: [],
    who: "moderator",
    query: Type.Object({ after: paging.after }),
    load: async ({ actor, region, language, query, t }) => ({
      view: {
        page: "Flags",
        props: {
          list: await waitingLines(app, { actor, region: region.slug, after: query.after }, language),
          takers: await takersOf(app, region.slug, ["flag", "approval", "appeal"]),
        },
      },
      title: t("moderation.queue.title", { region: region.names[language] ?? region.slug }),
      description: t("moderation.queue.lead"),
      noIndex: true,
    }),
  });
}

/** So many decisions about one post are shown; more are a quarrel that the audit log tells. */
const DECISIONS_SHOWN = 20;

function decidePage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/flags/:post",
    who: "moderator",
    body: DecideBody,
    load: async ({ region, params }) => {
      const post = found(await judgedPost(app.db.queries, region.slug, idOf(params.post)));
      const [before, decisions] = await Promise.all([
        contextOf(app.db.queries, post),
        decisionsAbout(app.db.queries, post.id, DECISIONS_SHOWN),
      ]);
      return { post, before, decisions };
    },
    page: ({ actor, region, language, t }, { post, before, decisions }, form) => {
      const facts = decidingFacts(post, found(actor));
      const props = {
        post: shownJudged(post, language, region.slug),
        ...{ before, flags: flagsShownTo(actor, post), decisions: decisions.map(shownDecision), form },
        ...{ actions: postOptions(facts), measures: measureOptions(facts) },
        ...{ decided: post.decided, edits: post.edits },
      };
      const title = t("moderation.decide.title");
      return { view: { page: "Decide", props }, title, description: title };
    },
    act: async ({ actor, region, language }, { post }, body) => {
      await decide(app, { actor: found(actor), region: region.slug, postId: post.id, body }).catch(
        refuseDecision,
      );
      return { to: `/${language}/${region.slug}/desk/flags`, done: "moderated" };
    },
  });
}

function refuseDecision(error: unknown): never {
  if (!(error instanceof Failure)) throw error;
  if (error.code === "conflict") throw new Refused({ action: "moderation.error.decided" });
  const [problem] = error.problems;
  if (error.code !== "invalid" || !problem) throw error;
  throw new Refused({
    [problem.parameter]: problem.parameter === "until" ? "moderation.error.until" : "moderation.error.choose",
  });
}

function appealPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/flags/appeals/:appeal",
    who: "moderator",
    body: AnswerAppealBody,
    load: ({ actor, region, params }) => appealFor(app, found(actor), region.slug, idOf(params.appeal)),
    page: ({ actor, language, t }, { appeal, decision, post, mayDecide }, form) => ({
      view: {
        page: "AnswerAppeal",
        props: {
          words: wordsShownTo(actor, appeal, decision),
          decision: shownDecision(decision),
          post: post && shownJudged(post, language, null),
          mayDecide,
          isAnswered: appeal.decidedAt !== null,
          form,
        },
      },
      title: t("moderation.appeal.title"),
      description: t("moderation.appeal.title"),
    }),
    act: async ({ actor, region, language }, open, body) => {
      await answer(app, found(actor), open, body).catch(refuseAnswer);
      return { to: `/${language}/${region.slug}/desk/flags`, done: "appealAnswered" };
    },
  });
}

function refuseAnswer(error: unknown): never {
  const code = error instanceof Failure ? error.code : null;
  if (code === "conflict") throw new Refused({ outcome: "moderation.appeal.answered" });
  if (code === "forbidden") throw new Refused({ outcome: "moderation.appeal.notYours" });
  throw error;
}

function logPage(app: App): void {
  serveRegionPage(app, {
    path: "/board/decisions",
    rooms: ["moderation", "boards"],
    query: Type.Object({ after: paging.after }),
    load: async ({ region, language, query, t }) => {
      const list = await loggedDecisions(app, { region: region.slug, after: query.after });
      const items = list.items.map(({ names, ...line }) => ({
        ...line,
        boardName: names && inLanguage(names, language),
      }));
      return {
        view: { page: "Decisions", props: { list: { ...list, items } } },
        title: t("moderation.log.title", { region: region.names[language] ?? region.slug }),
        description: t("moderation.log.lead"),
      };
    },
  });
}
