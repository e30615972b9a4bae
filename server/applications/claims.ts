/** Claims of a listed CSO: whose mailbox proves it, and what a right code does. */
import { timingSafeEqual } from "node:crypto";
import { lockOrganisation, membersIn, publishedContacts, sharingSite } from "db/applications/around.ts";
import { acceptByDomain, countTry } from "db/applications/changes.ts";
import type { StoredApplication } from "db/applications/queries.ts";
import { recordAudit } from "db/audit/changes.ts";
import { transaction } from "db/transaction.ts";
import { CODE_TRIES, DOMAIN_REST_DAYS } from "shared/applications/rules.ts";
import type { App } from "../app.ts";
import { join } from "./actions.ts";
import { isAtHost, provingHosts } from "./domains.ts";
import { tellAdmins, welcome } from "./letters.ts";
import { codeHashOf } from "./tokens.ts";

const DAY_MS = 86_400_000;

/** Domains at which a mailbox proves that its owner speaks for this CSO; none where it publishes none of its own. */
export async function domainsOf(app: App, organisationId: number): Promise<string[]> {
  const since = new Date(app.now().getTime() - DOMAIN_REST_DAYS * DAY_MS);
  const hosts = provingHosts(await publishedContacts(app.db.queries, organisationId, since));
  const shared = await Promise.all(hosts.map((host) => sharingSite(app.db.queries, organisationId, host)));
  return hosts.filter((_host, place) => !shared[place]);
}

export function provesByMail(email: string, domains: readonly string[]): boolean {
  return domains.some((host) => isAtHost(email, host));
}

export type CodeOutcome =
  | { outcome: "wrong"; left: number }
  | { outcome: "over" }
  | { outcome: "queued" }
  /** The address of the new account. */
  | { outcome: "accepted"; url: string };

/** Judges a code. The try is counted first, in a transaction of its own, so that many at once are not free. */
export async function enterCode(
  app: App,
  application: StoredApplication,
  typed: string,
): Promise<CodeOutcome> {
  const { id, codeHash, codeExpiresAt } = application;
  if (codeHash === null || codeExpiresAt === null || codeExpiresAt <= app.now()) return { outcome: "over" };
  const tries = await transaction(app.db, (tx) => countTry(tx, id, codeHash));
  if (tries === null) return { outcome: "over" };
  const code = typed.replace(/[^0-9]/g, "");
  if (!isSame(codeHash, codeHashOf(app, id, code))) {
    const left = (CODE_TRIES - (tries % CODE_TRIES)) % CODE_TRIES;
    return left > 0 ? { outcome: "wrong", left } : { outcome: "over" };
  }
  return believe(app, application);
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The first who proves it becomes owner at once; where others keep the profile already, an admin decides. */
function believe(app: App, application: StoredApplication): Promise<CodeOutcome> {
  const { id, region, organisation } = application;
  return transaction(app.db, async (tx): Promise<CodeOutcome> => {
    const isFree =
      organisation !== null &&
      (await lockOrganisation(tx, organisation.id)) &&
      (await membersIn(tx, organisation.id)) === 0;
    if (!isFree) {
      await join(app, tx, application, { provedBy: "domain" });
      return { outcome: "queued" };
    }
    if (!(await acceptByDomain(tx, id, app.now()))) return { outcome: "over" };
    const url = await welcome(app, tx, application, {
      organisationId: organisation.id,
      grantedBy: null,
      words: null,
    });
    await tellAdmins(app, tx, application, "byDomain");
    const target = `organisation:${organisation.id}`;
    await recordAudit(tx, app.secrets, {
      actor: null,
      action: "application.accepted.domain",
      target,
      region,
    });
    return { outcome: "accepted", url };
  });
}
