/** Whose request it is: a signed cookie for ten minutes, renewed against the row of its session. */
import fastifyCookie, { type SerializeOptions } from "@fastify/cookie";
import fastifyJwt from "@fastify/jwt";
import {
  endSession as endRow,
  insertSession,
  rotateSession,
  type SessionRow,
  sessionById,
  touchSession,
} from "db/accounts/sessions.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Actor, needsSecondFactor } from "shared/accounts/rules.ts";
import { ACCESS_SECONDS, GRACE_MS, KEEP_SECONDS, maxIdleMs, TOUCH_MS } from "shared/accounts/sessionRules.ts";
import Type from "typebox";
import { Value } from "typebox/value";
import type { App } from "../app.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The signed-in person, or null. */
    actor: Actor | null;
  }
}

const Claims = Type.Object({ sid: Type.String(), sub: Type.String(), exp: Type.Number() });

export async function sessions(app: App): Promise<void> {
  const { fastify } = app;
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyJwt, {
    secret: app.secrets.mac("jwt"),
    // The app's own clock decides (see claimsOf).
    verify: { ignoreExpiration: true },
  });
  fastify.decorateRequest("actor", null);
  fastify.addHook("onRequest", async (request, reply) => {
    if (request.headers.cookie === undefined || request.url.startsWith("/assets/")) return;
    request.actor = await identify(app, request, reply);
  });
}

/** Under which names a session's two cookies come. */
export function cookieNames(app: App): { access: string; refresh: string; secure: boolean } {
  const secure = app.origin().startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return { access: `${prefix}session`, refresh: `${prefix}refresh`, secure };
}

async function identify(app: App, request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
  const { access, refresh } = cookieNames(app);
  const claims = claimsOf(app, request.cookies[access]);
  const now = app.now();
  if (claims && claims.exp * 1000 > now.getTime()) {
    const row = await sessionById(app.db, claims.sid);
    return row ? alive(app, reply, row) : forget(app, reply);
  }
  const sent = request.cookies[refresh];
  if (sent === undefined) return null;
  const renewed = await renew(app, sent, now);
  if (!renewed) return forget(app, reply);
  setCookies(app, reply, renewed.row, renewed.keep);
  return alive(app, reply, renewed.row);
}

export function claimsOf(app: App, token: string | undefined) {
  if (token === undefined) return null;
  try {
    const claims: unknown = app.fastify.jwt.verify(token);
    return Value.Check(Claims, claims) ? claims : null;
  } catch {
    return null;
  }
}

/** Ends the session of who was away for too long; else notes, once a minute, that the person is there. */
async function alive(app: App, reply: FastifyReply, row: SessionRow): Promise<Actor | null> {
  const now = app.now();
  const idle = now.getTime() - row.lastActiveAt.getTime();
  if (idle > maxIdleMs(row.roles)) {
    await endRow(app.db.queries, { id: row.id, personId: row.personId }, now);
    return forget(app, reply);
  }
  if (idle > TOUCH_MS) await touchSession(app.db.queries, row.id, now);
  return actorOf(row);
}

export function actorOf(row: SessionRow): Actor {
  const { id: sessionId, personId, handle, language, memberships, secondFactor, confirmedAt } = row;
  const sleeps = (role: (typeof row.roles)[number]) => needsSecondFactor(role.role) && !secondFactor;
  const roles = row.roles.filter((role) => !sleeps(role));
  const own = [
    ...row.regions,
    ...memberships.map(({ region }) => region),
    ...row.roles.map(({ region }) => region),
  ];
  return {
    id: personId,
    handle,
    language,
    roles,
    asleep: row.roles.filter(sleeps),
    memberships,
    regions: [...new Set(own.filter((region) => region !== null))],
    sessionId,
    secondFactor,
    confirmedAt,
  };
}

interface Token {
  id: string;
  generation: number;
  /** Whether the cookie stays when the browser is closed. */
  keep: boolean;
}

function tokenOf(app: App, { nonce }: Pick<SessionRow, "nonce">, { id, generation, keep }: Token): string {
  const parts = [id, String(generation), keep ? "1" : "0"];
  return [...parts, app.secrets.mac("refresh", ...parts, nonce)].join(".");
}

function isJustReplaced({ generation }: Token, row: SessionRow, now: Date): boolean {
  return generation === row.generation - 1 && now.getTime() - row.rotatedAt.getTime() <= GRACE_MS;
}

const TOKEN = /^([0-9a-f-]{36})\.([0-9]{1,9})\.([01])\.[\w-]+$/;

function readToken(sent: string): Token | null {
  const [, id, digits, flag] = TOKEN.exec(sent) ?? [];
  return id === undefined ? null : { id, generation: Number(digits), keep: flag === "1" };
}

/** The session that a refresh token speaks for, without renewing it. */
export async function rowOfToken(app: App, sent: string): Promise<SessionRow | null> {
  const token = readToken(sent);
  const row = token && (await sessionById(app.db, token.id));
  if (!row || tokenOf(app, row, token) !== sent) return null;
  return token.generation === row.generation || isJustReplaced(token, row, app.now()) ? row : null;
}

/**
 * The token just replaced answers the same successor for a minute (two tabs, a lost reply); one that was replaced
 * before was copied, and ends the session.
 */
async function renew(app: App, sent: string, now: Date): Promise<{ row: SessionRow; keep: boolean } | null> {
  const token = readToken(sent);
  const row = token && (await sessionById(app.db, token.id));
  if (!row || tokenOf(app, row, token) !== sent) return null;
  const { id } = token;
  const next =
    token.generation === row.generation ? await rotateSession(app.db.queries, id, row.generation, now) : null;
  if (next !== null) return { row: { ...row, generation: next }, keep: token.keep };
  const current = await sessionById(app.db, id);
  if (!current) return null;
  if (isJustReplaced(token, current, now)) return { row: current, keep: token.keep };
  await endRow(app.db.queries, { id, personId: current.personId }, now);
  app.wake();
  return null;
}

type SignedRow = Pick<SessionRow, "id" | "generation" | "nonce" | "personId">;

/** The values of a session's two cookies, by their names. */
export function cookiesOf(app: App, row: SignedRow, keep: boolean): { access: string; refresh: string } {
  const exp = Math.floor(app.now().getTime() / 1000) + ACCESS_SECONDS;
  return {
    access: app.fastify.jwt.sign({ sid: row.id, sub: String(row.personId), exp }),
    refresh: tokenOf(app, row, { id: row.id, generation: row.generation, keep }),
  };
}

function setCookies(app: App, reply: FastifyReply, row: SignedRow, keep: boolean): void {
  const { access, refresh, secure } = cookieNames(app);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  const values = cookiesOf(app, row, keep);
  setCookie(app, reply, access, values.access, { ...options, maxAge: ACCESS_SECONDS });
  setCookie(app, reply, refresh, values.refresh, { ...options, ...(keep ? { maxAge: KEEP_SECONDS } : {}) });
}

/** At once, and once by each name: the cookie plugin's own way waits for a hook that kept documents pass by. */
function setCookie(
  app: App,
  reply: FastifyReply,
  name: string,
  value: string,
  options: SerializeOptions,
): void {
  const before = [reply.getHeader("set-cookie") ?? []].flat().map(String);
  reply.removeHeader("set-cookie");
  const others = before.filter((cookie) => !cookie.startsWith(`${name}=`));
  reply.header("set-cookie", [...others, app.fastify.serializeCookie(name, value, options)]);
}

function forget(app: App, reply: FastifyReply): null {
  const { access, refresh, secure } = cookieNames(app);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: 0 } as const;
  for (const name of [access, refresh]) setCookie(app, reply, name, "", options);
  return null;
}

export interface SignIn {
  personId: number;
  secondFactor: boolean;
  /** Stays signed in when the browser is closed. */
  keep: boolean;
  /** In words: "Firefox, Android". */
  device: string;
}

/** A new session, never one that was there before the sign-in; the one of the request, if any, ends. */
export async function openSession(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  { keep, ...signIn }: SignIn,
): Promise<string> {
  const at = app.now();
  if (request.actor) await closeSession(app, request, reply);
  const nonce = app.secrets.newToken();
  const id = await insertSession(app.db.queries, { ...signIn, nonce, at });
  setCookies(app, reply, { id, generation: 0, nonce, personId: signIn.personId }, keep);
  return id;
}

/** Signs out: the row ends, the cookies go. */
export async function closeSession(app: App, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { actor } = request;
  if (actor) {
    await endRow(app.db.queries, { id: actor.sessionId, personId: actor.id }, app.now());
    // Sockets of the session end with it, on every node.
    app.wake();
  }
  request.actor = null;
  forget(app, reply);
}

/** The token that forms of this session carry. */
export function csrfToken(app: Pick<App, "secrets">, actor: Pick<Actor, "sessionId">): string {
  return app.secrets.mac("csrf", actor.sessionId);
}
