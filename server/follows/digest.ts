/** The weekly letter: per address what is new in all that it follows, and none where nothing is. */
import { dropUnconfirmed, tellUntil } from "db/follows/changes.ts";
import { freshFor } from "db/follows/fresh.ts";
import { type DueFollow, dueAddresses, dueFollows } from "db/follows/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Fresh } from "shared/follows/contract.ts";
import {
  ADDRESSES_AT_ONCE,
  CONFIRM_HOURS,
  DIGEST_CRON,
  DIGEST_LAG_MS,
  MAX_NEW_ITEMS,
} from "shared/follows/rules.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import type { App } from "../app.ts";
import type { Letter, LetterLink } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { readerUrl } from "./reader.ts";
import { targetName, targetPath } from "./words.ts";

const HOUR_MS = 3_600_000;

export function digestJob(app: App): void {
  app.jobs.declare({
    name: "digests",
    queue: { retryLimit: 3, retryDelay: 600, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
    cron: DIGEST_CRON,
    handle: async (jobs) => {
      await sendDigests(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
}

/** Each address in a transaction of its own: cut short, it goes on where it ended, and nobody is told twice. */
export async function sendDigests(app: App): Promise<void> {
  const now = app.now();
  const until = new Date(now.getTime() - DIGEST_LAG_MS);
  await dropUnconfirmed(app.db.queries, new Date(now.getTime() - CONFIRM_HOURS * HOUR_MS));
  for (let after = ""; ; ) {
    const addresses = await dueAddresses(app.db.queries, until, after, ADDRESSES_AT_ONCE);
    for (const email of addresses) await tell(app, email, until);
    after = addresses.at(-1) ?? "";
    if (after === "") return;
  }
}

function tell(app: App, email: string, until: Date): Promise<void> {
  return transaction(app.db, async (tx) => {
    const due = await dueFollows(tx, email, until);
    const served = due.filter(({ region }) => app.regions().some(({ slug }) => slug === region));
    const letter = await digestOf(app, email, served, until);
    await tellUntil(
      tx,
      served.map(({ id }) => id),
      until,
    );
    if (letter) await sendLetter(app, tx, letter);
  });
}

async function digestOf(app: App, to: string, due: DueFollow[], until: Date): Promise<Letter | null> {
  const own = due[0]?.language ?? "";
  const language: Language = isLanguage(own) ? own : "en";
  const t = textsIn(language);
  const told = new Set<string>();
  const lists: NonNullable<Letter["lists"]>[number][] = [];
  for (const follow of due) {
    const since = follow.toldUntil;
    const fresh = await freshFor(app.db.queries, { ...follow, since, until }, MAX_NEW_ITEMS);
    const links = fresh
      .slice(0, MAX_NEW_ITEMS)
      .map((one) => linkTo(app, language, follow.region, one))
      .filter(({ url }) => !told.has(url));
    for (const { url } of links) told.add(url);
    const rest = { label: t("follow.digest.more"), url: `${app.origin()}/${language}/${targetPath(follow)}` };
    const all = fresh.length > MAX_NEW_ITEMS ? [...links, rest] : links;
    if (all.length > 0) lists.push({ heading: targetName(app, follow, language), links: all });
  }
  if (lists.length === 0) return null;
  return {
    to,
    language,
    subject: t("follow.digest.subject"),
    lines: [t("follow.digest.lead")],
    lists,
    button: { label: t("follow.manage"), url: readerUrl(app, language, to, "follows") },
    unsubscribe: readerUrl(app, language, to, "follows/end"),
    category: "digest",
  };
}

function linkTo(app: App, language: Language, region: string, { kind, ref, title }: Fresh): LetterLink {
  const t = textsIn(language);
  const at = (path: string) => `${app.origin()}/${language}/${region}/${path}`;
  if (kind !== "reviews")
    return { label: t(`follow.digest.${kind}`, { title: title ?? ref }), url: at(`${kind}/${ref}`) };
  const country = countryName(ref, language);
  return {
    label: t("follow.digest.reviews", { country }),
    url: at(`countries/${ref.toLowerCase()}/history`),
  };
}
