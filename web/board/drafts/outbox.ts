/** The outbox: what was sent while the network was away goes out once, in its order, by one window of the browser. */
import type { DraftFields } from "shared/drafts/rules.ts";
import { dequeue, draftsHere, enqueue, forgetHere, keepHere, type Waiting, waitingHere } from "./device.ts";
import { type Sent, sendPost } from "./platform.ts";
import { sync } from "./syncing.ts";

/** What came of one that waited; told to all of the page that listen. */
export interface Outcome {
  account: string;
  waiting: Waiting;
  sent: Sent;
}

const CAME = "board:outbox";
const FIRST_TRY_MS = 5_000;
const LAST_TRY_MS = 60_000;

let timer = 0;
let pause = FIRST_TRY_MS;

export function onOutcome(heard: (outcome: Outcome) => void): () => void {
  const listener = (event: Event) => heard((event as CustomEvent<Outcome>).detail);
  document.addEventListener(CAME, listener);
  return () => document.removeEventListener(CAME, listener);
}

/** One window at a time; where the browser has no locks, the post's own id sees to it that it is written once. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request("board:outbox", work) : work();
}

/** Sends all that waits, one after another; stops at the first for which the platform cannot be reached. */
export function flush(account: string): Promise<void> {
  clearTimeout(timer);
  return alone(async () => {
    for (const waiting of waitingHere(account)) {
      const sent = await sendPost(waiting);
      await settle(account, waiting, sent);
      document.dispatchEvent(new CustomEvent<Outcome>(CAME, { detail: { account, waiting, sent } }));
      if (sent.is === "waiting") {
        if (sent.why !== "signIn") tryAgain(account, sent.seconds * 1000);
        return;
      }
      pause = FIRST_TRY_MS;
    }
  });
}

function tryAgain(account: string, wait: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void flush(account), Math.max(wait, pause));
  pause = Math.min(pause * 2, LAST_TRY_MS);
}

async function settle(account: string, waiting: Waiting, sent: Sent): Promise<void> {
  const { clientId } = waiting.post;
  const place = placeOf(waiting);
  if (sent.is === "waiting") return;
  if (sent.is === "posted") forgetHere(account, { place, clientId });
  else await keepAsDraft(account, waiting);
  dequeue(account, clientId);
}

/** What is not sent, by the writer's wish or because it was refused, is a draft again. */
export async function keepAsDraft(account: string, waiting: Waiting): Promise<void> {
  const { clientId } = waiting.post;
  const place = placeOf(waiting);
  const known = draftsHere(account, place).find((one) => one.clientId === clientId);
  const draft = { place, clientId, fields: fieldsOf(waiting), at: Date.now(), version: known?.version ?? 0 };
  keepHere(account, { ...draft, isDirty: true });
  await sync(account, { ...draft, isDirty: true });
}

export const placeOf = ({ threadId }: Waiting) => `thread:${threadId}`;

export function fieldsOf({ post }: Waiting): DraftFields {
  const { body, organisation, replyTo } = post;
  return {
    body,
    ...(organisation ? { organisation } : {}),
    ...(replyTo === undefined ? {} : { replyTo: String(replyTo) }),
  };
}

/** From a draft's fields, where they are a reply. */
export function waitingFrom(threadId: number, clientId: string, fields: DraftFields): Omit<Waiting, "turn"> {
  const one = (name: string) => [fields[name] ?? ""].flat().at(-1) ?? "";
  const replyTo = Number(one("replyTo"));
  return {
    threadId,
    post: {
      body: one("body"),
      clientId,
      ...(one("organisation") === "" ? {} : { organisation: one("organisation") }),
      ...(Number.isInteger(replyTo) && replyTo > 0 ? { replyTo } : {}),
    },
  };
}

/** Keeps it until it is sent, and sends it now. False where the device keeps nothing. */
export function send(account: string, waiting: Omit<Waiting, "turn">): boolean {
  if (!enqueue(account, waiting)) return false;
  void flush(account);
  return true;
}

/** Sends what waits whenever it may have become possible, until the given function is called. */
export function keepSending(account: string): () => void {
  const now = () => {
    pause = FIRST_TRY_MS;
    if (waitingHere(account).length > 0) void flush(account);
  };
  window.addEventListener("online", now);
  now();
  return () => {
    window.removeEventListener("online", now);
    clearTimeout(timer);
  };
}
