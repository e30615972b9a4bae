/** A failure's two faces: the cause in the log; problem details (RFC 9457) or a helpful page for the person. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Failure, type FailureCode, failureStatus } from "shared/failure.ts";
import { isSecret } from "shared/form.ts";
import { isLanguage, type Language, preferredLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { NotNow, Suspended } from "shared/moderation/posting.ts";
import { render } from "web/render";
import type { App } from "../app.ts";
import { frameOf } from "../page.ts";
import { Moved } from "../serve.ts";

export function failures(app: App): void {
  app.fastify.setErrorHandler((error: FastifyError, request, reply) =>
    // A record that a form is about stands elsewhere now.
    error instanceof Moved
      ? reply.header("cache-control", "no-store").redirect(error.path, 308)
      : answerFailure(app, asFailure(error), request, reply),
  );
  app.fastify.setNotFoundHandler((request, reply) =>
    answerFailure(app, new Failure("not-found"), request, reply),
  );
}

/** `/en/africa/` is `/en/africa`; never to another host, so an address of slashes alone is left as it is. */
function withoutTrailingSlash(url: string): string | null {
  const [path = "", query] = url.split("?", 2);
  const shorter = path.replace(/\/+$/, "");
  if (shorter === path || !/^\/[^/\\]/.test(shorter)) return null;
  return query === undefined ? shorter : `${shorter}?${query}`;
}

function asFailure(error: FastifyError): Failure {
  if (error instanceof Failure) return error;
  return new Failure(codeOf(error.statusCode ?? 500), { cause: error });
}

/** The framework's own refusals: a body too large, an address that cannot be decoded, too busy. */
function codeOf(status: number): FailureCode {
  // 414 is a part of the path that is longer than any name: nothing is called so.
  if (status === 404 || status === 414) return "not-found";
  if (status === 413) return "too-large";
  if (status === 429) return "too-many";
  if (status === 503) return "unavailable";
  return status >= 500 ? "internal" : "invalid";
}

export function answerFailure(
  app: App,
  failure: Failure,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  // A slash at the end may also have been read as a record without a name.
  const shorter = failure.code === "not-found" ? withoutTrailingSlash(request.raw.url ?? "/") : null;
  if (shorter) return reply.redirect(shorter, 308);
  // "Not now" without a cause is an answer, as while it stops; nothing has failed.
  const isAnswer = failure.code === "unavailable" && failure.cause === undefined;
  if (failure.status >= 500 && !isAnswer)
    request.log.error({ err: failure.cause ?? failure }, "request failed");
  reply.code(failureStatus[failure.code]).header("cache-control", "no-store");
  const retryAfter = failure.retryAfter ?? (failure.status === 503 ? TRY_AGAIN_SECONDS : null);
  if (retryAfter !== null) reply.header("retry-after", String(retryAfter));
  if (!wantsPage(request)) return answerProblem(failure, reply);
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (failure.code === "unauthenticated" && isReading) return reply.redirect(signInAddress(request), 303);
  return answerPage(app, failure, request, reply);
}

/** Where one signs in, and comes back from to what was asked for. */
function signInAddress(request: FastifyRequest): string {
  const language = languageOf(request);
  return `/${language}/sign-in?next=${encodeURIComponent(request.raw.url ?? "")}`;
}

/** Of the address, else of the browser. */
function languageOf(request: FastifyRequest): Language {
  const first = (request.raw.url ?? "/").split(/[/?#]/)[1] ?? "";
  return isLanguage(first) ? first : preferredLanguage(request.headers["accept-language"]);
}

/** After "not now" without a known end. */
const TRY_AGAIN_SECONDS = 10;

const NOT_PAGES =
  /^\/(api|data|assets|files|healthz|readyz|metrics|\.well-known)(\/|$|\?)|\.(atom|ics|xml|json|csv|geojson|txt)$/;

function wantsPage(request: FastifyRequest): boolean {
  const path = (request.raw.url ?? "/").split("?", 1)[0] ?? "/";
  return !NOT_PAGES.test(path);
}

function answerProblem(failure: Failure, reply: FastifyReply): FastifyReply {
  const t = textsIn("en");
  return reply
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send({
      type: "about:blank",
      title: t(`error.${failure.code}.title`),
      status: failure.status,
      code: failure.code,
      ...(failure instanceof NotNow || failure instanceof Suspended ? { detail: failure.message } : {}),
      ...(failure.problems.length > 0 ? { problems: failure.problems } : {}),
    });
}

function answerPage(app: App, failure: Failure, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [, , second = ""] = (request.raw.url ?? "/").split(/[/?#]/);
  const language = languageOf(request);
  const t = textsIn(language);
  const lost = failure.code === "unauthenticated" && typeof request.body === "string" ? request.body : null;
  const frame = frameOf(app, request, {
    language,
    region: app.regions().find((region) => region.slug === second) ?? null,
    now: app.now(),
    notices: [],
    title: t(lost === null ? `error.${failure.code}.title` : "form.sessionEnded.title"),
    description: t(`error.${failure.code}.help`),
    noIndex: true,
  });
  const atHome = { ...frame, path: "", search: "" };
  const body = render(
    lost === null
      ? { page: "Error", props: { code: failure.code, problems: failure.problems } }
      : { page: "SessionEnded", props: { action: request.raw.url ?? "", entries: keptEntries(lost) } },
    // The language switch leads home: the same address would fail in every language.
    { ...atHome, path: frame.region ? frame.region.slug : "", saver: frame.saver },
  );
  return reply.type("text/html; charset=utf-8").send(body);
}

/** What was typed, to be sent again: no secrets, and no token of the session that ended. */
function keptEntries(body: string): [string, string][] {
  return [...new URLSearchParams(body)].filter(([name]) => !isSecret(name));
}

/** Addresses that the router itself cannot read never reach a route; they get the same faces. */
export function frameworkFailure(app: () => App) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    // No hook runs for them, so the headers of every reply are set here.
    reply.headers(app().safety);
    answerFailure(app(), asFailure(error), request, reply);
  };
}

export type { FastifyInstance };
