/** The weekly letter of the desk: on Mondays, to the region's staff, how much waits; none where nothing does. */
import { cleanDesk } from "db/desk/changes.ts";
import { type DeskReader, deskReadersDue, noteDeskLetter } from "db/desk/letters.ts";
import { countWaiting, type KindCount } from "db/desk/queries.ts";
import { transaction } from "db/transaction.ts";
import { DESK_CLEANING_CRON, DESK_LETTER_CRON, kindsFor } from "shared/desk/rules.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { EXACT_COUNT } from "shared/page.ts";
import { periodStart } from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import type { Letter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { stopDeskMailUrl } from "./stop.ts";
import { ageOf } from "./words.ts";

export function deskJobs(app: App): void {
  const works = [
    { name: "desk-letters", cron: DESK_LETTER_CRON, work: sendDeskLetters },
    { name: "desk-cleaning", cron: DESK_CLEANING_CRON, work: cleanDesks },
  ];
  for (const { name, cron, work } of works) {
    app.jobs.declare({
      name,
      queue: { retryLimit: 3, retryDelay: 600, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
      cron,
      handle: async (jobs) => {
        await work(app);
        return jobs.map(({ id }) => ({ id, status: "completed" }));
      },
    });
  }
}

/** Each person in a transaction of their own: cut short, it goes on where it ended, and nobody gets it twice. */
export async function sendDeskLetters(app: App): Promise<void> {
  const since = periodStart("weekly", app.now());
  for (const { slug: region } of app.regions()) {
    for (const reader of await deskReadersDue(app.db.queries, region, since))
      await tell(app, reader, { region, since });
  }
}

interface Week {
  region: string;
  since: Date;
}

function tell(app: App, reader: DeskReader, { region, since }: Week): Promise<void> {
  const { personId, roles } = reader;
  const kinds = kindsFor({ roles: roles.map((role) => ({ role, region })) }, region);
  return transaction(app.db, async (tx) => {
    const now = app.now();
    const counts = await countWaiting(tx, { region, now, personId, kinds });
    if (counts.length === 0) return;
    if (await noteDeskLetter(tx, { personId, region, since, at: now }))
      await sendLetter(app, tx, letterOf(app, reader, { region, counts }));
  });
}

/** Numbers alone: names and titles wait behind the sign-in. */
function letterOf(
  app: App,
  { personId, email, language: own }: DeskReader,
  { region, counts }: { region: string; counts: KindCount[] },
): Letter {
  const language = isLanguage(own) ? own : "en";
  const t = textsIn(language);
  const desk = `${app.origin()}/${language}/${region}/desk`;
  const name = app.regions().find(({ slug }) => slug === region)?.names[language] ?? region;
  const [oldest = ""] = counts.map((one) => one.oldest).toSorted();
  return {
    to: email,
    language,
    subject: t("desk.letter.subject"),
    tellingSubject: { personId, subject: t("desk.letter.tellingSubject", { region: name }) },
    lines: [
      t("desk.letter.lead", { region: name }),
      t("desk.letter.oldest", { age: ageOf(oldest, language, app.now()) }),
    ],
    lists: [
      {
        heading: t("desk.letter.list"),
        links: counts.map(({ kind, count }) => ({
          label: t(`desk.count.${kind}`, { count: Math.min(count, EXACT_COUNT) }),
          url: `${desk}?kind=${kind}`,
        })),
      },
    ],
    button: { label: t("desk.letter.open"), url: desk },
    unsubscribe: stopDeskMailUrl(app, language, { personId, region }),
    category: "desk",
  };
}

export async function cleanDesks(app: App): Promise<void> {
  for (const { slug } of app.regions()) {
    await transaction(app.db, (tx) => cleanDesk(tx, slug, app.now()));
  }
}
