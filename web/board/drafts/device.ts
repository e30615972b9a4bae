/** What one account has written and not sent yet, on this device: another account here does not see it. */
import type { DraftFields } from "shared/drafts/rules.ts";

export interface DeviceDraft {
  place: string;
  clientId: string;
  fields: DraftFields;
  /** When it was last changed, by this device's clock: only told as an age, by the same clock. */
  at: number;
  /** The version that the platform has; 0: none. */
  version: number;
  /** Changed since the platform was told. */
  isDirty: boolean;
}

export interface Waiting {
  threadId: number;
  /** As the endpoint takes it. */
  post: { body: string; clientId: string; organisation?: string; replyTo?: number };
  /** In which order they were sent: clocks may be set back. */
  turn: number;
}

const ROOT = "board:";
const draftKey = (account: string, place: string, clientId: string) =>
  `${ROOT}${account}:draft:${place}:${clientId}`;
const waitingKey = (account: string, clientId: string) => `${ROOT}${account}:waits:${clientId}`;

/** Storage may be switched off, full or forbidden: then nothing is kept here, and the platform still is told. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function read<T>(prefix: string): T[] {
  return (
    attempt(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => JSON.parse(localStorage.getItem(key) ?? "[]") as T),
    ) ?? []
  );
}

export function draftsHere(account: string, place = ""): DeviceDraft[] {
  return read<DeviceDraft>(`${ROOT}${account}:draft:${place}`).filter(
    (one) => place === "" || one.place === place,
  );
}

/** Whether it could be kept. */
export function keepHere(account: string, draft: DeviceDraft): boolean {
  const key = draftKey(account, draft.place, draft.clientId);
  return attempt(() => localStorage.setItem(key, JSON.stringify(draft))) !== null;
}

export function forgetHere(
  account: string,
  { place, clientId }: Pick<DeviceDraft, "place" | "clientId">,
): void {
  attempt(() => localStorage.removeItem(draftKey(account, place, clientId)));
}

/** In the order in which they were sent. */
export function waitingHere(account: string): Waiting[] {
  return read<Waiting>(`${ROOT}${account}:waits:`).toSorted((a, b) => a.turn - b.turn);
}

export function enqueue(account: string, waiting: Omit<Waiting, "turn">): boolean {
  const turn = Math.max(0, ...waitingHere(account).map((one) => one.turn)) + 1;
  const key = waitingKey(account, waiting.post.clientId);
  return attempt(() => localStorage.setItem(key, JSON.stringify({ ...waiting, turn }))) !== null;
}

export function dequeue(account: string, clientId: string): void {
  attempt(() => localStorage.removeItem(waitingKey(account, clientId)));
}

export function hasAny(account: string): boolean {
  return (
    (attempt(() => Object.keys(localStorage).some((key) => key.startsWith(`${ROOT}${account}:`))) ??
      false) === true
  );
}

export function clearDevice(account: string): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${ROOT}${account}:`)) localStorage.removeItem(key);
    }
  });
}

/** Calls back when another window of this browser changed something. */
export function onOtherWindow(account: string, changed: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(`${ROOT}${account}:`)) changed();
  };
  window.addEventListener("storage", heard);
  return () => window.removeEventListener("storage", heard);
}
