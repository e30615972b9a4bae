/** Decisions about oneself, on the account's pages: what was decided, why, and the way to appeal. */
import { decisionsFor, judgedPostOf } from "db/moderation/queries.ts";
import { Failure, found } from "shared/failure.ts";
import { AppealBody } from "shared/moderation/contract.ts";
import { APPEAL_DAYS } from "shared/moderation/rules.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { Refused, serveForm } from "../form.ts";
import { servePage } from "../page.ts";
import { appeal, isAppealable, ownDecision } from "./appeals.ts";
import { shownDecision, shownJudged } from "./shown.ts";

/** More than these nobody scrolls through. */
const DECISIONS_SHOWN = 100;
const DAY_MS = 86_400_000;

export function ownDecisionPages(app: App): void {
  servePage(app, {
    path: "/account/decisions",
    rooms: [],
    who: "person",
    load: async ({ actor, t }) => {
      const rows = await decisionsFor(app.db.queries, found(actor).id, DECISIONS_SHOWN);
      return {
        view: { page: "OwnDecisions", props: { decisions: rows.map(shownDecision) } },
        title: t("moderation.own.title"),
        description: t("moderation.own.lead"),
        noIndex: true,
      };
    },
  });
  ownDecisionPage(app);
}

function ownDecisionPage(app: App): void {
  serveForm(app, {
    path: "/account/decisions/:decision",
    who: "person",
    body: AppealBody,
    load: async ({ actor, params }) => {
      const person = found(actor);
      const id = /^[1-9][0-9]{0,14}$/.test(params.decision ?? "") ? Number(params.decision) : 0;
      const decision = await ownDecision(app, person, id);
      const isOwn = decision.postId !== null && decision.personId === person.id;
      const post = isOwn ? await judgedPostOf(app.db.queries, decision.postId ?? 0) : null;
      return { person, decision, post };
    },
    page: ({ language, t, now }, { person, decision, post }, form) => {
      const until = new Date(Date.parse(decision.at) + APPEAL_DAYS * DAY_MS);
      const own = decision.appeal?.personId === person.id ? decision.appeal : null;
      return {
        view: {
          page: "OwnDecision",
          props: {
            decision: shownDecision(decision),
            post: post && shownJudged(post, language, null),
            appealUntil: isAppealable(person, decision, now) ? dayOf(until) : null,
            appeal: own && { words: own.words, answer: own.answer },
            form,
          },
        },
        title: t("moderation.own.one"),
        description: t("moderation.own.lead"),
      };
    },
    act: async ({ language }, { person, decision }, { words }) => {
      await appeal(app, person, decision, words).catch((error: unknown) => {
        const isLate = error instanceof Failure && error.code === "conflict";
        throw isLate ? new Refused({ words: "moderation.own.late" }) : error;
      });
      return { to: `/${language}/account/decisions/${decision.id}`, done: "appealed" };
    },
  });
}
