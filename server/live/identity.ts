/** Who opens a socket: the session of its cookies, which a connection neither renews nor keeps alive. */
import { sessionById } from "db/accounts/sessions.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { maxIdleMs } from "shared/accounts/sessionRules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { actorOf, claimsOf, cookieNames, rowOfToken } from "../plugins/session.ts";

/** Null for a visitor, who sends no cookie of a session; `unauthenticated` where it is forged, or has ended. */
export async function actorOfCookies(app: App, header: string | undefined): Promise<Actor | null> {
  const cookies = header === undefined ? {} : app.fastify.parseCookie(header);
  const { access, refresh } = cookieNames(app);
  const sent = { access: cookies[access], refresh: cookies[refresh] };
  if (sent.access === undefined && sent.refresh === undefined) return null;
  const row = await rowOf(app, sent);
  const now = app.now().getTime();
  if (!row || now - row.lastActiveAt.getTime() > maxIdleMs(row.roles)) throw new Failure("unauthenticated");
  return actorOf(row);
}

async function rowOf(
  app: App,
  { access, refresh }: { access?: string | undefined; refresh?: string | undefined },
) {
  const claims = claimsOf(app, access);
  if (claims && claims.exp * 1000 > app.now().getTime()) return sessionById(app.db, claims.sid);
  return refresh === undefined ? null : rowOfToken(app, refresh);
}
