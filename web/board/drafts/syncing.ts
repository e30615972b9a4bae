/** Brings drafts of this device to the platform; where two devices changed the same one, both texts stay. */
import type { DraftFields } from "shared/drafts/rules.ts";
import { type DeviceDraft, draftsHere, forgetHere, keepHere } from "./device.ts";
import { askDrafts, type Kept, tellDraft } from "./platform.ts";

export interface Synced {
  is: Kept["is"] | "copied";
  /** Another than before where it became a draft of its own. */
  draft: DeviceDraft;
}

/** Random, for where a page has no randomUUID: that is only given under https. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
}

export async function sync(
  account: string,
  draft: DeviceDraft,
  { queued = false, isLeaving = false } = {},
): Promise<Synced> {
  const { place, clientId, fields, version } = draft;
  const kept = await tellDraft({ place, clientId, fields, version, queued }, isLeaving);
  if (kept.is === "sent") forgetHere(account, draft);
  if (kept.is === "kept") return { is: "kept", draft: settled(account, { ...draft, version: kept.version }) };
  if (kept.is !== "stale") return { is: kept.is, draft };
  return beside(account, draft, queued);
}

/** What was typed while the answer was on its way stays to be told. */
function settled(account: string, draft: DeviceDraft): DeviceDraft {
  const now = draftsHere(account, draft.place).find(({ clientId }) => clientId === draft.clientId);
  const isDirty = now !== undefined && !isSame(now.fields, draft.fields);
  const after = { ...draft, ...(isDirty ? { fields: now.fields, at: now.at } : {}), isDirty };
  if (now) keepHere(account, after);
  return after;
}

const isSame = (one: DraftFields, other: DraftFields) =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/** An answer that was lost on its way made this version old; else it is another text, which becomes a draft of its own. */
async function beside(account: string, draft: DeviceDraft, queued: boolean): Promise<Synced> {
  const { place, clientId, fields } = draft;
  const there = (await askDrafts(place))?.find((one) => one.clientId === clientId);
  if (!there) return { is: "away", draft };
  if (isSame(there.fields, draft.fields)) {
    const again = await tellDraft({ place, clientId, fields, version: there.version, queued });
    const version = again.is === "kept" ? again.version : there.version;
    return { is: "kept", draft: settled(account, { ...draft, version }) };
  }
  const copy = { ...draft, clientId: newId(), version: 0, isDirty: true };
  keepHere(account, copy);
  forgetHere(account, draft);
  const kept = await tellDraft({ place, clientId: copy.clientId, fields, version: 0 });
  return {
    is: "copied",
    draft: kept.is === "kept" ? settled(account, { ...copy, version: kept.version }) : copy,
  };
}

/** All that the platform was not told yet. False where something could not be. */
export async function syncAll(account: string, place = ""): Promise<boolean> {
  let isDone = true;
  for (const draft of draftsHere(account, place).filter(({ isDirty }) => isDirty)) {
    const { is } = await sync(account, draft);
    if (is === "away" || is === "refused") isDone = false;
  }
  return isDone;
}
