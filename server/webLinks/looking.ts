/** The link watch: a few addresses at a time, one of each site, are asked whether they still lead anywhere. */
import { transaction } from "db/transaction.ts";
import { claimLinks, recordLook, rememberLinks } from "db/webLinks/changes.ts";
import type { FetchProblemCode } from "shared/fetching/rules.ts";
import {
  judged,
  LINKS_A_ROUND,
  type LinkKnown,
  LOOK_MS,
  type Look,
  MAX_LOOK_BYTES,
  ROUND_MINUTES,
  SITES_OF_A_VERDICT,
  unjudged,
} from "shared/webLinks/rules.ts";
import type { App } from "../app.ts";
import { FetchProblem, fetchSafely } from "../fetching/fetchSafely.ts";

const LOOKING_QUEUE = "link-looks";
const KNOWING_QUEUE = "link-list";
/** Once a day, at night in all regions together as far as that goes. */
const KNOWING_CRON = "25 1 * * *";

export function linkWatch(app: App): void {
  const queue = { retryLimit: 1, expireInSeconds: 15 * 60, deleteAfterSeconds: 60 * 60 };
  app.jobs.declare({
    name: KNOWING_QUEUE,
    queue,
    cron: KNOWING_CRON,
    handle: async (jobs) => {
      await knowLinks(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
  app.jobs.declare({
    name: LOOKING_QUEUE,
    queue,
    cron: `*/${ROUND_MINUTES} * * * *`,
    handle: async (jobs) => {
      await lookAtLinks(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
}

/** What records point to by now. */
export async function knowLinks(app: App): Promise<void> {
  await transaction(app.db, (tx) => rememberLinks(tx, app.now()));
}

interface Looked {
  link: LinkKnown;
  /** Null: something answered that tells nothing, as a certificate that is out of date. */
  look: Look | null;
}

/** No site, or one that nobody reaches; whatever else goes wrong may go well in a browser. */
const NO_ANSWER: readonly FetchProblemCode[] = ["not-found", "timeout", "unreachable", "private-address"];
const NONE: Look = { status: null, redirects: [] };

/** One round. Returns how many addresses were asked for. */
export async function lookAtLinks(app: App): Promise<number> {
  const links = await app.db.queries.transaction((tx) => claimLinks(tx, app.now(), LINKS_A_ROUND));
  const found: Looked[] = [];
  for (const link of links) found.push({ link, look: await lookAt(app, link.url) });
  if (isCutOff(found)) {
    app.fastify.log.warn({ asked: found.length }, "no site answered, so nothing is said of their links");
    return links.length;
  }
  if (found.length > 0) await record(app, found);
  return links.length;
}

/** Many sites do not fail at the same moment: then it is the way to all of them. */
function isCutOff(found: readonly Looked[]): boolean {
  return found.length >= SITES_OF_A_VERDICT && found.every(({ look }) => look?.status === null);
}

async function record(app: App, found: readonly Looked[]): Promise<void> {
  await transaction(app.db, async (tx) => {
    for (const { link, look } of found) {
      const result = look ? judged(link, look) : unjudged(link);
      await recordLook(tx, link.url, result, app.now());
    }
  });
}

/** First the head alone; what is not good is asked for whole, since many sites refuse heads. */
export async function lookAt(app: App, url: string): Promise<Look | null> {
  const head = await ask(app, url, "HEAD");
  const isGood = head?.status != null && head.status < 400;
  return isGood ? head : ask(app, url, "GET");
}

async function ask(app: App, url: string, method: "HEAD" | "GET"): Promise<Look | null> {
  const accept = "text/html, application/pdf;q=0.9, */*;q=0.8";
  try {
    const asked = { accept, method, maxBytes: MAX_LOOK_BYTES, withinMs: LOOK_MS };
    const { status, redirects } = await fetchSafely(app, url, asked);
    return { status, redirects };
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    // What is too long is there.
    if (error.code === "too-large" && method === "GET") return { status: 200, redirects: [] };
    return NO_ANSWER.includes(error.code) ? NONE : null;
  }
}
