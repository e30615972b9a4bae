/** Daily and weekly letters: per person what waits, thread by thread; none where nothing does. */
import { transaction } from "db/transaction.ts";
import {
  type LetterPost,
  type LetterReader,
  letterReader,
  peopleDue,
  setToldUntil,
  takeForLetters,
} from "db/watches/letters.ts";
import { textsIn } from "shared/i18n/text.ts";
import {
  MAX_DIGEST_POSTS,
  MAX_LETTER_BYTES,
  NEWS_DAYS,
  PEOPLE_AT_ONCE,
  periodStart,
} from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import { type Letter, renderLetter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { sentBytes } from "../mail/size.ts";
import { toldOf } from "./actions.ts";
import { linksOf } from "./atOnce.ts";
import { stopUrl } from "./stop.ts";
import { authorOf, excerptOf, kindOf, languageOf, threadUrl } from "./words.ts";

const DAY_MS = 86_400_000;
/** In a fortnight nobody is told of more; what is left over is counted in the letter. */
const MOST = 2_000;

/** Each person in a transaction of their own: cut short, it goes on where it ended, and nobody is told twice. */
export async function sendBoardDigests(app: App): Promise<void> {
  const now = app.now();
  const since = new Date(now.getTime() - NEWS_DAYS * DAY_MS);
  for (const rhythm of ["daily", "weekly"] as const) {
    const toldBefore = periodStart(rhythm, now);
    // Who chose "weekly" waits for a Monday.
    const first = now.getTime() - toldBefore.getTime() < DAY_MS;
    const due = { rhythm, toldBefore, first, until: now, since };
    for (let after = 0; ; ) {
      const people = await peopleDue(app.db.queries, due, { after, limit: PEOPLE_AT_ONCE });
      for (const personId of people) await tell(app, personId, since);
      const last = people.at(-1);
      if (last === undefined) break;
      after = last;
    }
  }
}

function tell(app: App, personId: number, since: Date): Promise<void> {
  return transaction(app.db, async (tx) => {
    const at = app.now();
    const reader = await letterReader(tx, personId);
    if (!reader) return;
    const posts = await takeForLetters(tx, toldOf(app, personId), { since, at, most: MOST });
    await setToldUntil(tx, personId, at);
    if (posts.length > 0) await sendLetter(app, tx, digestOf(app, { personId, reader, posts }));
  });
}

interface Told {
  personId: number;
  reader: LetterReader;
  posts: LetterPost[];
}

function digestOf(app: App, told: Told): Letter {
  const host = new URL(app.origin()).hostname;
  for (let count = Math.min(told.posts.length, MAX_DIGEST_POSTS); ; count = Math.floor(count * 0.9)) {
    const letter = digestWith(app, told, count);
    if (count <= 1 || sentBytes(renderLetter(letter, host)) <= MAX_LETTER_BYTES) return letter;
  }
}

function digestWith(app: App, { personId, reader, posts }: Told, count: number): Letter {
  const language = languageOf(reader);
  const t = textsIn(language);
  const rest = posts.length - count;
  const threads = Map.groupBy(posts.slice(0, count), ({ threadId }) => threadId);
  return {
    to: reader.email,
    language,
    subject: t("boardMail.digest.subject"),
    lines: [t("boardMail.digest.lead"), ...(rest > 0 ? [t("boardMail.digest.rest", { count: rest })] : [])],
    lists: [
      ...[...threads.values()].map((thread) => ({
        heading: thread[0]?.title ?? "",
        links: thread.map((post) => ({ label: lineOf(post), url: threadUrl(app, language, post) })),
      })),
      linksOf(app, language, personId),
    ],
    button: {
      label: t("boardMail.digest.all"),
      url: `${app.origin()}/${language}/account/notifications`,
    },
    unsubscribe: stopUrl(app, language, { personId, threadId: null }),
    category: "board-digest",
  };

  function lineOf(post: LetterPost): string {
    const values = { handle: authorOf(language, post), excerpt: excerptOf(post.body) };
    return t(`boardMail.digest.${kindOf(post)}`, values);
  }
}
