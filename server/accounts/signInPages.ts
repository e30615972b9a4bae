/** Signing in as pages: the password, then the code; and out. */
import { type Person, personById } from "db/accounts/people.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { CodeForm, NextQuery, NothingForm, SignInForm } from "shared/accounts/forms.ts";
import { CODE_STEP_MS } from "shared/accounts/recent.ts";
import { Failure } from "shared/failure.ts";
import Type, { type Static } from "typebox";
import { Value } from "typebox/value";
import type { App } from "../app.ts";
import { type Done, type FormVisit, Refused, serveForm, servePost } from "../form.ts";
import { relyingParty } from "../passkeys/relyingParty.ts";
import { closeSession, csrfToken, openSession } from "../plugins/session.ts";
import { deviceOf } from "./device.ts";
import { ownPath } from "./ownPath.ts";
import { refusalOf } from "./refusals.ts";
import { CLEAR } from "./routes.ts";
import { hasSecondFactor, type Proved, proveCode, provePassword, welcome } from "./signIn.ts";
import { readCode } from "./totp.ts";
import { fromOf } from "./turns.ts";

export function signInPages(app: App): void {
  passwordPage(app);
  codePage(app);
  servePost(app, {
    path: "/account/sign-out",
    who: "anyone",
    body: NothingForm,
    act: async ({ request, reply, language }) => {
      await closeSession(app, request, reply);
      reply.header("clear-site-data", CLEAR);
      return { to: `/${language}`, done: "signed-out" };
    },
  });
}

function passwordPage(app: App): void {
  serveForm(app, {
    path: "/sign-in",
    who: "anyone",
    query: NextQuery,
    body: SignInForm,
    load: async ({ actor }) => actor && { handle: actor.handle, csrf: csrfToken(app, actor) },
    page: ({ t, request, language, query }, signedIn, form) => ({
      view: {
        page: "SignIn",
        props: {
          form,
          signedIn,
          next: ownPath(query.next) ?? `/${language}/account`,
          takesPasskeys: relyingParty(app, request) !== null,
        },
      },
      title: t("signIn.title"),
      description: t("signIn.title"),
    }),
    act: async (visit, _data, { name, password, keep }) => {
      const from = fromOf(visit.request);
      const person = await attempt(visit, { password: "password" }, () =>
        provePassword(app, { name, password, from }),
      );
      if (!hasSecondFactor(person)) {
        return goOn(app, visit, keep, await welcome(app, name, { person, secondFactor: false }));
      }
      keepStep(app, visit.reply, { personId: person.id, name, keep, mark: markOf(app, person) });
      const next = ownPath(visit.query.next);
      const query = next === null ? "" : `?next=${encodeURIComponent(next)}`;
      return { to: `/${visit.language}/sign-in/code${query}` };
    },
  });
}

function codePage(app: App): void {
  serveForm(app, {
    path: "/sign-in/code",
    who: "anyone",
    query: NextQuery,
    body: CodeForm,
    load: ({ request }) => stepOf(app, request),
    page: ({ t }, step, form) => ({
      view: { page: "SignInCode", props: { form, isOpen: step !== null } },
      title: t("signIn.step2"),
      description: t("signIn.step2Lead"),
    }),
    act: async (visit, step, { code }) => {
      if (!step) throw new Refused({ code: "signIn.startAgain" });
      if (readCode(code) === null) throw new Refused({ code: "signIn.notACode" });
      const { person, name, keep } = step;
      await attempt(visit, { password: "code" }, () => proveCode(app, person, name, code));
      visit.reply.clearCookie(cookieName(app), cookieOptions(app));
      return goOn(app, visit, keep, await welcome(app, name, { person, secondFactor: true }));
    },
  });
}

type SignInVisit = FormVisit<typeof NextQuery, null>;

/** What fails is said at its field; a wait also stands in the header, for programs. */
async function attempt<T>(
  { reply }: SignInVisit,
  fields: { password: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && error.retryAfter !== null) reply.header("retry-after", error.retryAfter);
    throw refusalOf(error, fields);
  }
}

async function goOn(app: App, visit: SignInVisit, keep: boolean, proved: Proved): Promise<Done> {
  const { request, reply, language, query } = visit;
  const { person, secondFactor } = proved;
  const device = deviceOf(request.headers["user-agent"]);
  await openSession(app, request, reply, { personId: person.id, secondFactor, keep, device });
  return { to: ownPath(query.next) ?? `/${language}/account` };
}

/** Between password and code: who showed the password, sealed in a cookie that ends soon. */
const Step = Type.Object({
  personId: Type.Integer(),
  name: Type.String(),
  keep: Type.Boolean(),
  /** Of the password as it was: a change ends the step. */
  mark: Type.String(),
  until: Type.Integer(),
});
type Step = Static<typeof Step>;

const SEALED_FOR = "sign-in step";

function cookieName(app: App): string {
  return app.origin().startsWith("https:") ? "__Host-sign-in" : "sign-in";
}

function cookieOptions(app: App) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: app.origin().startsWith("https:") } as const;
}

function markOf(app: App, { passwordHash }: Person): string {
  return app.secrets.mac(SEALED_FOR, passwordHash ?? "");
}

function keepStep(app: App, reply: FastifyReply, step: Omit<Step, "until">): void {
  const until = app.now().getTime() + CODE_STEP_MS;
  const sealed = app.secrets.seal(SEALED_FOR, { ...step, until });
  reply.setCookie(cookieName(app), sealed, { ...cookieOptions(app), maxAge: CODE_STEP_MS / 1000 });
}

async function stepOf(app: App, request: FastifyRequest): Promise<(Step & { person: Person }) | null> {
  const sealed = request.cookies?.[cookieName(app)];
  const step = sealed === undefined ? null : app.secrets.open<unknown>(SEALED_FOR, sealed);
  if (!Value.Check(Step, step) || step.until < app.now().getTime()) return null;
  const person = await personById(app.db.queries, step.personId);
  return person && hasSecondFactor(person) && markOf(app, person) === step.mark ? { ...step, person } : null;
}
