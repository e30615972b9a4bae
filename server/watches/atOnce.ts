/** Letters that leave within a minute: what came together in a thread is one letter, which can be answered. */
import { transaction } from "db/transaction.ts";
import {
  type LetterPost,
  type LetterReader,
  letterReader,
  peopleDue,
  takeForLetters,
} from "db/watches/letters.ts";
import { textsIn } from "shared/i18n/text.ts";
import {
  GATHER_MS,
  MAX_LETTER_BYTES,
  MAX_POSTS_PER_LETTER,
  NEWS_DAYS,
  PEOPLE_AT_ONCE,
} from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import { addressOf } from "../boardMail/addresses.ts";
import { type Letter, renderLetter } from "../mail/letter.ts";
import { sendLetter } from "../mail/send.ts";
import { sentBytes } from "../mail/size.ts";
import { toldOf } from "./actions.ts";
import { stopUrl } from "./stop.ts";
import { authorOf, boardName, kindOf, languageOf, momentIn, threadUrl } from "./words.ts";

const DAY_MS = 86_400_000;
/** Of one person at a time: more than a letter of each of many threads holds. */
const MOST = 500;

/** To all for whom something waits long enough; each in a transaction of their own, so that a stop loses nothing. */
export async function sendAtOnce(app: App): Promise<void> {
  const now = app.now();
  const since = new Date(now.getTime() - NEWS_DAYS * DAY_MS);
  // A second of grace: clocks of jobs and of posts are not the same.
  const due = {
    rhythm: "at-once",
    toldBefore: now,
    first: true,
    until: new Date(now.getTime() - GATHER_MS + 1_000),
    since,
  } as const;
  for (let after = 0; ; ) {
    const people = await peopleDue(app.db.queries, due, { after, limit: PEOPLE_AT_ONCE });
    for (const personId of people) await tell(app, personId, since);
    const last = people.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

function tell(app: App, personId: number, since: Date): Promise<void> {
  return transaction(app.db, async (tx) => {
    const reader = await letterReader(tx, personId);
    if (!reader) return;
    const told = toldOf(app, personId);
    const posts = await takeForLetters(tx, told, { since, at: app.now(), most: MOST });
    for (const thread of Map.groupBy(posts, ({ threadId }) => threadId).values())
      await sendLetter(app, tx, letterOf(app, { personId, reader, posts: thread }));
  });
}

interface Told {
  personId: number;
  reader: LetterReader;
  /** Of one thread, in their order. */
  posts: LetterPost[];
}

/** As many posts as a letter may hold; the thread has the rest. */
function letterOf(app: App, told: Told): Letter {
  const host = new URL(app.origin()).hostname;
  for (let count = Math.min(told.posts.length, MAX_POSTS_PER_LETTER); ; count--) {
    const letter = letterWith(app, told, count);
    if (count <= 1 || sentBytes(renderLetter(letter, host)) <= MAX_LETTER_BYTES) return letter;
  }
}

function letterWith(app: App, { personId, reader, posts }: Told, count: number): Letter {
  const [first] = posts;
  if (!first) throw new Error("a letter is about no post");
  const language = languageOf(reader);
  const t = textsIn(language);
  const { threadId, title } = first;
  const replyTo = addressOf(app, { place: "reply", id: threadId, personId });
  const url = threadUrl(app, language, first);
  const said = posts.slice(0, count).flatMap((post) => [headOf(post), clipped(post.body)]);
  const rest = posts.length - count;
  return {
    to: reader.email,
    language,
    subject: t("boardMail.letter.subject"),
    tellingSubject: { personId, subject: title },
    lines: [
      t("boardMail.letter.in", { title, board: boardName(language, first) }),
      ...said,
      ...(rest > 0 ? [t("boardMail.letter.rest", { count: rest })] : []),
      ...(replyTo
        ? [t(first.visibility === "public" ? "boardMail.replyPublic" : "boardMail.replyMembers")]
        : []),
    ],
    lists: [linksOf(app, language, personId)],
    button: { label: t("boardMail.letter.open"), url },
    unsubscribe: stopUrl(app, language, { personId, threadId }),
    ...(replyTo ? { replyTo, footer: "boardMail.footer" } : {}),
    conversation: `thread-${threadId}`,
    category: "board",
  };

  function headOf(post: LetterPost): string {
    const handle = authorOf(language, post);
    return t(`boardMail.by.${kindOf(post)}`, { handle, moment: momentIn(language, post.createdAt) });
  }
}

/** A single post may be longer than a letter. */
const MOST_OF_A_POST = 6_000;

function clipped(body: string): string {
  return body.length > MOST_OF_A_POST ? `${body.slice(0, MOST_OF_A_POST).toWellFormed()} […]` : body;
}

export function linksOf(
  app: App,
  language: ReturnType<typeof languageOf>,
  personId: number,
): { heading: string; links: { label: string; url: string }[] } {
  const t = textsIn(language);
  return {
    heading: t("boardMail.links"),
    links: [
      { label: t("boardMail.settings"), url: `${app.origin()}/${language}/account/board-mail` },
      { label: t("boardMail.stopAll"), url: stopUrl(app, language, { personId, threadId: null }) },
    ],
  };
}
