/** Claiming a profile, and the applicant's own page: code, question, answer. */
import { membersIn } from "db/applications/around.ts";
import { messagesOf, type StoredApplication } from "db/applications/queries.ts";
import { transaction } from "db/transaction.ts";
import { AnswerQuestion, ClaimProfile, EnterCode } from "shared/applications/contract.ts";
import { CODE_TRIES_IN_ALL, mayHaveNewCode } from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import { dayOf } from "shared/time.ts";
import Type, { type Static } from "typebox";
import type { App } from "../app.ts";
import { type Done, type FormVisit, Refused, serveRegionForm, serveRegionPost } from "../form.ts";
import { LINK_HOURS } from "../links.ts";
import { organisationAt } from "../organisations/actions.ts";
import type { Loaded } from "../page.ts";
import { answerQuestion, giveCode, mailLinkInstead, submit } from "./actions.ts";
import { domainsOf, enterCode, provesByMail } from "./claims.ts";
import { ownApplication, ownPath } from "./own.ts";

type Visit = FormVisit<undefined, Region>;

export function claimPages(app: App): void {
  claimForm(app);
  ownPage(app);
  newLetter(app);
}

function claimForm(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/claim",
    who: "anyone",
    visitor: true,
    body: ClaimProfile,
    load: async ({ language, region, params }: Visit) => {
      const { id, slug, name } = await organisationAt(app, {
        region: region.slug,
        slug: params.slug ?? "",
        path: (at, to) => `/${language}/${at}/organisations/${to}/claim`,
      });
      const [domains, members] = await Promise.all([domainsOf(app, id), membersIn(app.db.queries, id)]);
      return { id, slug, name, domains, isKept: members > 0 };
    },
    page: ({ region, t }, { id: _id, slug, name, ...data }, form) => ({
      view: { page: "Claim", props: { form, region: region.slug, organisation: { slug, name }, ...data } },
      title: t("applications.claim.title", { name }),
      description: t("applications.claim.lead"),
    }),
    act: async (visit, { id, domains }, answers) => {
      const { region, language } = visit;
      const { email } = answers;
      const claim = {
        region: region.slug,
        kind: "claim" as const,
        language,
        answers,
        name: null,
        email,
        iso2: null,
      };
      const byCode = provesByMail(email, domains);
      return { to: ownPath(visit, await submit(app, { ...claim, organisationId: id, byCode }, null)) };
    },
  });
}

const Answering = Type.Partial(Type.Object({ ...EnterCode.properties, ...AnswerQuestion.properties }));

function ownPage(app: App): void {
  serveRegionForm(app, {
    path: "/join/applications/:token",
    who: "anyone",
    body: Answering,
    load: async (visit: Visit) => {
      const application = await ownApplication(app, visit);
      if (application.status === "draft") throw new Failure("not-found");
      return { application, messages: await messagesOf(app.db.queries, application.id) };
    },
    page: ({ t, region, params, now }, { application, messages }, form): Loaded => {
      const { kind, status, name, organisation, submittedAt, reason } = application;
      return {
        view: {
          page: "Application",
          props: {
            form,
            kind,
            status,
            name: organisation?.name ?? name,
            code: codeState(application, now),
            submittedOn: submittedAt && dayOf(submittedAt),
            reason,
            messages: messages.map(({ createdAt, ...message }) => ({
              ...message,
              at: createdAt.toISOString(),
            })),
            address: `${region.slug}/join/applications/${params.token}`,
            linkHours: LINK_HOURS,
          },
        },
        title: t("applications.own.title"),
        description: t("applications.own.title"),
      };
    },
    act: (visit, { application }, body) => goOn(app, visit, application, body),
  });
}

/** No code is asked where its letter holds a link. */
function codeState(application: StoredApplication, now: Date): "open" | "over" | "closed" | null {
  const { status, codeHash, codeTries, codeExpiresAt } = application;
  if (status !== "unconfirmed" || codeExpiresAt === null) return null;
  if (codeHash !== null && codeExpiresAt > now) return "open";
  return codeTries >= CODE_TRIES_IN_ALL ? "closed" : "over";
}

async function goOn(
  app: App,
  visit: Visit,
  application: StoredApplication,
  { code, answer }: Static<typeof Answering>,
): Promise<Done | null> {
  const to = ownPath(visit, visit.params.token ?? "");
  if (application.status === "asked") {
    if (answer === undefined) throw new Refused({ answer: "form.required" });
    await answerQuestion(app, application, answer);
    return { to, done: "answered" };
  }
  if (application.status !== "unconfirmed") return { to };
  if (code === undefined) throw new Refused({ code: "form.required" });
  const entered = await enterCode(app, application, code);
  if (entered.outcome === "accepted") return { to: entered.url };
  if (entered.outcome === "queued") return { to, done: "codeQueued" };
  if (entered.outcome === "wrong")
    throw new Refused({ code: { key: "applications.code.wrong", values: { count: entered.left } } });
  return { to };
}

/** A new code; where that way is closed, the link by which any other address is confirmed. */
function newLetter(app: App): void {
  serveRegionPost(app, {
    path: "/join/applications/:token/letter",
    who: "anyone",
    body: Type.Object({}),
    act: async (visit) => {
      const application = await ownApplication(app, visit);
      const to = ownPath(visit, visit.params.token ?? "");
      const state = codeState(application, app.now());
      if (state === null) return { to };
      if (state === "closed") {
        await mailLinkInstead(app, application);
        return { to, done: "codeSent" };
      }
      if (!mayHaveNewCode(application, app.now())) return { to, done: "codeTooSoon" };
      await transaction(app.db, (tx) => giveCode(app, tx, application));
      return { to, done: "codeSent" };
    },
  });
}
