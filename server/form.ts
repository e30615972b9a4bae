/** From a form's description to one address: GET shows it, POST acts, and what is refused comes back filled in. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Who } from "shared/endpoint.ts";
import { Failure } from "shared/failure.ts";
import { type Entries, entriesOf, type FieldProblem, isSecret, readForm } from "shared/form.ts";
import type { TextKey, Values } from "shared/i18n/text.ts";
import { type QueryReading, readQuery } from "shared/query.ts";
import type { Region } from "shared/regions/contract.ts";
import type { Static, TObject } from "typebox";
import { type FormState, render } from "web/render";
import type { App } from "./app.ts";
import { type SentFile, type SentForm, sentForm } from "./body.ts";
import { addressOf, frameOf, type Loaded, type PageVisit, regionOf } from "./page.ts";
import { csrfToken } from "./plugins/session.ts";
import { sendPrivately, visitOf } from "./serve.ts";
import { challengeOf, momentPage, unmet } from "./visitor.ts";

/** What a form cannot be accepted for, by field: the page comes again, with everything as it was typed. */
export class Refused extends Error {
  readonly problems: readonly FieldProblem[];

  constructor(problems: Record<string, TextKey | { key: TextKey; values: Values }>) {
    super("refused");
    this.name = "Refused";
    this.problems = Object.entries(problems).map(([field, problem]) =>
      typeof problem === "string" ? { field, key: problem } : { field, ...problem },
    );
  }
}

type QueryOf<S extends TObject | undefined> = S extends TObject ? Static<S> : Record<never, never>;

export interface FormVisit<Q extends TObject | undefined, R> extends PageVisit<QueryOf<Q>, R> {
  reply: FastifyReply;
}

export interface Acting {
  files: ReadonlyMap<string, SentFile>;
  /** All that was sent, for buttons that only change the form ("one more activity"). */
  entries: Entries;
}

/** Where to go on: an address of the platform with its language, and what to say there (`done.<key>`). */
export interface Done {
  to: string;
  done?: string;
}

/** The page once more, with these values: for buttons that change the form itself. */
export interface Again {
  again: Entries;
}

export interface FormRoute<Q extends TObject | undefined, B extends TObject, R, D> {
  /** Below the language, and below the region where there is one. */
  path: string;
  who: Who;
  query?: Q;
  body: B;
  /** Open to visitors: carries a challenge. */
  visitor?: true;
  /** Takes one file of at most so many bytes. */
  maxFileBytes?: number;
  load(visit: FormVisit<Q, R>): Promise<D>;
  /** What the fields hold at first: a record of the body's shape. */
  fill?(visit: FormVisit<Q, R>, data: D): unknown;
  page(visit: FormVisit<Q, R>, data: D, form: FormState): Loaded | Promise<Loaded>;
  /** For buttons that only add a row or take one away: the fields from then on, whether or not they fit already. */
  rearrange?(entries: Entries): Entries | null;
  /**
   * For files that become part of what is written: the fields from then on; `again`: the button only added them, and the
   * page comes once more. Throws Refused.
   */
  attach?(visit: FormVisit<Q, R>, sent: SentForm): Promise<{ entries: Entries; again: boolean }>;
  /** Does it, or throws Refused. May answer by itself with `visit.reply` and give null. */
  act(visit: FormVisit<Q, R>, data: D, body: Static<B>, acting: Acting): Promise<Done | Again | null>;
}

/** A form of the whole platform: `/{lang}{path}`. */
export function serveForm<B extends TObject, D, Q extends TObject | undefined = undefined>(
  app: App,
  route: FormRoute<Q, B, null, D>,
): void {
  serveFormAt(app, `/:language${route.path}`, route, () => null);
}

/** A form of a region: `/{lang}/{region}{path}`. */
export function serveRegionForm<B extends TObject, D, Q extends TObject | undefined = undefined>(
  app: App,
  route: FormRoute<Q, B, Region, D>,
): void {
  serveFormAt(app, `/:language/:region${route.path}`, route, ({ region }) => regionOf(app, region));
}

function serveFormAt<Q extends TObject | undefined, B extends TObject, R extends Region | null, D>(
  app: App,
  url: string,
  route: FormRoute<Q, B, R, D>,
  regionFor: (params: Record<string, string>) => R,
): void {
  const { who } = route;
  const form = { app, route, regionFor };
  app.fastify.get(url, { config: { who } }, async (request, reply) => {
    const { visit, reading } = await visitForm(form, request, reply);
    const data = await route.load(visit);
    const entries = entriesOf(route.fill?.(visit, data));
    await show(form, { visit, reading, data, entries, problems: [], status: 200 });
  });
  app.fastify.post(url, { config: { who } }, async (request, reply) => {
    const { visit, reading } = await visitForm(form, request, reply);
    const sent = await sentForm(request, route.maxFileBytes);
    const data = await route.load(visit);
    const shown = { visit, reading, data, entries: sent.entries };
    const guarded = guard(form, visit, sent);
    if (guarded !== null) return show(form, { ...shown, ...guarded });
    const rearranged = route.rearrange?.(sent.entries);
    if (rearranged) return show(form, { ...shown, entries: rearranged, problems: [], status: 200 });
    if (route.attach && sent.tooLarge.size === 0) {
      const attached = await attachTo(form, visit, sent);
      shown.entries = attached.entries;
      sent.entries = attached.entries;
      if (attached.problems.length > 0)
        return show(form, { ...shown, problems: attached.problems, status: 422 });
      if (attached.again) return show(form, { ...shown, problems: [], status: 200 });
    }
    const { body, problems } = readForm(route.body, sent.entries);
    if (body === null || sent.tooLarge.size > 0) {
      return show(form, {
        ...shown,
        problems: [...problems, ...tooLarge(sent, route.maxFileBytes)],
        status: 422,
      });
    }
    // Only now: a mistyped form costs its sender no second challenge.
    const asksVisitor = isForVisitor(form, visit);
    const unmetBy = asksVisitor ? await unmet(app, sent.entries) : null;
    if (unmetBy === "wait") return sendPage(visit, 200, momentPage(app, visit, sent.entries));
    if (unmetBy !== null) return show(form, { ...shown, problems: [], status: 422, notice: unmetBy });
    try {
      const outcome = await route.act(visit, data, body, sent);
      if (outcome === null) return;
      if ("again" in outcome)
        return show(form, { ...shown, entries: outcome.again, problems: [], status: 200 });
      await goOn(reply, request, outcome);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await show(form, { ...shown, problems: error.problems, status: 422, paid: true });
    }
  });
}

async function attachTo<Q extends TObject | undefined, B extends TObject, R, D>(
  { route }: FormParts<Q, B, R, D>,
  visit: FormVisit<Q, R>,
  sent: SentForm,
): Promise<{ entries: Entries; again: boolean; problems: readonly FieldProblem[] }> {
  const { entries } = sent;
  try {
    return { ...((await route.attach?.(visit, sent)) ?? { entries, again: false }), problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { entries, again: true, problems: error.problems };
  }
}

/** Whoever is signed in answers for it by the account. */
function isForVisitor<Q extends TObject | undefined, B extends TObject, R, D>(
  { route }: FormParts<Q, B, R, D>,
  { actor }: FormVisit<Q, R>,
): boolean {
  return route.visitor === true && actor === null;
}

interface FormParts<Q extends TObject | undefined, B extends TObject, R, D> {
  app: App;
  route: FormRoute<Q, B, R, D>;
  regionFor(params: Record<string, string>): R;
}

async function visitForm<Q extends TObject | undefined, B extends TObject, R extends Region | null, D>(
  { app, route, regionFor }: FormParts<Q, B, R, D>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ visit: FormVisit<Q, R>; reading: QueryReading }> {
  const address = addressOf(request, regionFor);
  const asked = await visitOf(app, request, route.who);
  const reading = readQuery(route.query, request.query);
  return { visit: { ...asked, ...address, query: reading.value as QueryOf<Q>, reply }, reading };
}

/** Null: go on. Else what the page says. */
function guard<Q extends TObject | undefined, B extends TObject, R, D>(
  { app }: FormParts<Q, B, R, D>,
  visit: FormVisit<Q, R>,
  sent: SentForm,
): { problems: FieldProblem[]; status: number; notice?: TextKey } | null {
  const value = (name: string) => sent.entries.find(([key]) => key === name)?.[1];
  if (visit.actor) {
    const isOwn = value("csrf") === csrfToken(app, visit.actor);
    return isOwn ? null : { problems: [], status: 403, notice: "form.sendAgain" };
  }
  return null;
}

function tooLarge(sent: SentForm, maxBytes = 0): FieldProblem[] {
  const limit = Math.floor(maxBytes / 1024 ** 2);
  return [...sent.tooLarge].map((field) => ({ field, key: "form.fileTooLarge", values: { limit } }));
}

interface Shown<Q extends TObject | undefined, R, D> {
  visit: FormVisit<Q, R>;
  reading: QueryReading;
  data: D;
  entries: Entries;
  problems: readonly FieldProblem[];
  status: number;
  notice?: TextKey;
  /** The challenge was met: the form only came back to be corrected. */
  paid?: boolean;
}

async function show<Q extends TObject | undefined, B extends TObject, R extends Region | null, D>(
  form: FormParts<Q, B, R, D>,
  { visit, reading, data, entries, problems, status, notice, paid = false }: Shown<Q, R, D>,
): Promise<void> {
  const { app, route } = form;
  const { request, t, language, region, now, actor } = visit;
  const state: FormState = {
    action: request.raw.url ?? "",
    values: valuesOf(entries),
    problems: Object.fromEntries(problems.map(({ field, key, values }) => [field, t(key, values)])),
    hidden: actor ? { csrf: csrfToken(app, actor) } : {},
    challenge: isForVisitor(form, visit) ? challengeOf(app, paid ? entries : null) : null,
    multipart: route.maxFileBytes !== undefined,
  };
  const loaded = await route.page(visit, data, state);
  const notices = [
    ...(notice ? [t(notice)] : []),
    ...reading.problems.map(({ parameter }) => t("notice.ignored", { parameter })),
  ];
  const known = Object.keys(route.query?.properties ?? {});
  const frame = frameOf(app, request, {
    ...loaded,
    noIndex: loaded.noIndex ?? true,
    language,
    region,
    now,
    notices,
    known,
  });
  await sendPage(visit, status === 200 ? (loaded.status ?? 200) : status, render(loaded.view, frame));
}

function sendPage(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  status: number,
  body: string,
): Promise<void> {
  return sendPrivately(request, reply, { status, type: "text/html; charset=utf-8", body });
}

function valuesOf(entries: Entries): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    if (isSecret(name)) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** 303: the browser asks for the next page, and going back does not send the form again. */
async function goOn(reply: FastifyReply, request: FastifyRequest, { to, done }: Done): Promise<void> {
  const url = new URL(to, "http://platform");
  if (done !== undefined) url.searchParams.set("done", done);
  if (new URL(request.raw.url ?? "/", "http://platform").searchParams.get("saver") === "1")
    url.searchParams.set("saver", "1");
  await reply.header("cache-control", "no-store").redirect(url.pathname + url.search + url.hash, 303);
}

export interface ButtonRoute<B extends TObject, R> {
  path: string;
  who: Who;
  body: B;
  act(visit: FormVisit<undefined, R>, body: Static<B>, sent: Acting): Promise<Done | null>;
}

/** An address behind one button, without a page of its own. */
export function servePost<B extends TObject>(app: App, route: ButtonRoute<B, null>): void {
  servePostAt(app, `/:language${route.path}`, route, () => null);
}

export function serveRegionPost<B extends TObject>(app: App, route: ButtonRoute<B, Region>): void {
  servePostAt(app, `/:language/:region${route.path}`, route, ({ region }) => regionOf(app, region));
}

function servePostAt<B extends TObject, R extends Region | null>(
  app: App,
  url: string,
  route: ButtonRoute<B, R>,
  regionFor: (params: Record<string, string>) => R,
): void {
  app.fastify.post(url, { config: { who: route.who } }, async (request, reply) => {
    const address = addressOf(request, regionFor);
    const asked = await visitOf(app, request, route.who);
    const visit = { ...asked, ...address, query: {}, reply };
    const sent = await sentForm(request);
    const token = sent.entries.find(([name]) => name === "csrf")?.[1];
    if (visit.actor && token !== csrfToken(app, visit.actor)) throw new Failure("forbidden");
    const { body, problems } = readForm(route.body, sent.entries);
    if (body === null) {
      throw new Failure("invalid", {
        problems: problems.map(({ field, key }) => ({ parameter: field, message: key })),
      });
    }
    const done = await route.act(visit, body, sent);
    if (done) await goOn(reply, request, done);
  });
}
