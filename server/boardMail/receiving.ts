/** A letter that came in becomes a post, or is answered with the reason why not; what a machine sent is let go. */

import { boardById } from "db/board/queries.ts";
import { type Writer, writerById } from "db/boardMail/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { NewPost, NewThread } from "shared/board/contract.ts";
import { MAX_BODY, MAX_TITLE, mayRead } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import { cleanBody } from "shared/form.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { openThread, postReply } from "../board/posting.ts";
import { boardFacts, readerOf, threadAt } from "../board/reader.ts";
import { languageOf } from "../watches/words.ts";
import { type MailPlace, placeOf } from "./addresses.ts";
import { type Reason, sendBack, tellItWaits } from "./answers.ts";
import { type IncomingLetter, readLetter } from "./reading.ts";

/** `stranger`: not from the address of the account whose place it is; the sender's own server tells them. */
export type Outcome = "posted" | "answered" | "ignored" | "stranger" | "nowhere" | "unreadable";

/** `readers`: for whom the mail server took it in; without them its headers tell. Throws where it should be tried again. */
export async function receiveLetter(app: App, raw: Buffer, readers?: readonly string[]): Promise<Outcome> {
  const letter = await readLetter(raw);
  if (!letter) return "unreadable";
  const places = placesOf(app, readers ?? letter.to);
  if (places.length === 0) return "nowhere";
  if (letter.isAutomatic || letter.text === "") return "ignored";
  let outcome: Outcome = "stranger";
  for (const place of places) {
    const one = await receiveAt(app, letter, place);
    if (one !== "stranger") outcome = one;
  }
  return outcome;
}

function placesOf(app: App, readers: readonly string[]): MailPlace[] {
  const places = readers.flatMap((address) => placeOf(app, address) ?? []);
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

async function receiveAt(app: App, letter: IncomingLetter, place: MailPlace): Promise<Outcome> {
  const writer = await writerById(app.db.queries, place.personId);
  if (!writer || letter.from?.toLowerCase() !== writer.email.toLowerCase()) return "stranger";
  try {
    const { isWaiting } = await post(app, { letter, place, writer });
    if (isWaiting) await tellItWaits(app, writer);
    return "posted";
  } catch (error) {
    if (!(error instanceof NotPosted)) throw error;
    await sendBack(app, { writer, text: letter.text, reason: error.reason, path: error.path });
    return "answered";
  }
}

class NotPosted extends Error {
  readonly reason: Reason;
  readonly path: string | null;

  constructor(reason: Reason, path: string | null = null) {
    super(reason);
    this.reason = reason;
    this.path = path;
  }
}

interface Posting {
  letter: IncomingLetter;
  place: MailPlace;
  writer: Writer;
}

async function post(app: App, posting: Posting): Promise<{ isWaiting: boolean }> {
  const { letter, place } = posting;
  const body = bodyOf(posting);
  if ([...body].length > MAX_BODY) throw new NotPosted("too-long");
  const actor = actorOf(posting.writer);
  try {
    return await (place.place === "reply"
      ? replyTo(app, actor, place.id, { body, clientId: letter.clientId })
      : startIn(app, actor, place.id, { body, clientId: letter.clientId, title: letter.title }));
  } catch (error) {
    if (error instanceof Failure && error.status < 500) throw new NotPosted(reasonOf(error));
    throw error;
  }
}

function reasonOf({ code }: Failure): Reason {
  if (code === "not-found") return "gone";
  return code === "locked" || code === "suspended" || code === "forbidden" || code === "too-many"
    ? code
    : "invalid";
}

/** Files are left out, and whoever reads of them in the text is told so. */
function bodyOf({ letter, writer }: Posting): string {
  if (letter.attachments === 0) return letter.text;
  const t = textsIn(languageOf(writer));
  return `${letter.text}\n\n*${t("boardMail.attachments", { count: letter.attachments })}*`;
}

async function replyTo(app: App, actor: Actor, id: number, sent: NewPost): Promise<{ isWaiting: boolean }> {
  const { row } = await threadAt(app, await readerOf(app, actor), id);
  if (row.mergedInto !== null) {
    const region = row.region ?? app.regions()[0]?.slug ?? "";
    throw new NotPosted("merged", `${region}/board/threads/${row.mergedInto}`);
  }
  const { post: written, created } = await postReply(
    app,
    actor,
    id,
    cleanBody(NewPost, sent) as NewPost,
    "mail",
  );
  return { isWaiting: created && written.state === "pending" };
}

interface NewMailThread extends NewPost {
  title: string;
}

async function startIn(
  app: App,
  actor: Actor,
  id: number,
  sent: NewMailThread,
): Promise<{ isWaiting: boolean }> {
  if (sent.title === "" || [...sent.title].length > MAX_TITLE) throw new NotPosted("no-title");
  const reader = { ...(await readerOf(app, actor)), actor };
  const board = await boardById(app.db.queries, id);
  const isServed = board?.region === null || app.regions().some(({ slug }) => slug === board?.region);
  if (!board || !isServed || !mayRead(reader, boardFacts(board))) throw new NotPosted("gone");
  const thread = cleanBody(NewThread, { ...sent, kind: "discussion" }) as NewThread;
  const started = await openThread(app, reader, board, thread, "mail");
  return { isWaiting: started.created && started.thread.state === "pending" };
}

/** Mail shows no second factor: staff roles sleep. */
function actorOf({ id, handle, language, regions, roles, memberships }: Writer): Actor {
  const own = [...regions, ...memberships.map(({ region }) => region), ...roles.map(({ region }) => region)];
  return {
    ...{ id, handle, language, memberships, roles: [], asleep: roles },
    regions: [...new Set(own.filter((region) => region !== null))],
    sessionId: "",
    secondFactor: false,
    confirmedAt: new Date(0),
  };
}
