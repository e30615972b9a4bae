/** Keeps what is typed into one form: on the device at once, on the platform when typing rests. */
import { DRAFT_REST_MS, isWorthKeeping } from "shared/drafts/rules.ts";
import { type DeviceDraft, draftsHere, forgetHere, keepHere } from "./device.ts";
import { fieldsIn, idIn } from "./formFields.ts";
import { dropThere } from "./platform.ts";
import { sync } from "./syncing.ts";

export type KeptState = "none" | "kept" | "here" | "copied";

export interface Keeper {
  /** The draft in the form is this one from now on. */
  adopt(clientId: string, version: number): void;
  /** Writes down what stands in the form now. */
  note(): DeviceDraft | null;
  /** It was sent, or thrown away: nothing of it is told any more. */
  release(): void;
  end(): void;
}

/** A letter is on the device before its tab can close. */
const NOTE_MS = 300;

export function keepForm(
  form: HTMLFormElement,
  { account, place }: { account: string; place: string },
  shown: (state: KeptState) => void,
): Keeper {
  let version = 0;
  let isTouched = false;
  let noteTimer = 0;
  let tellTimer = 0;
  const clientId = () => idIn(form)?.value ?? "";
  const known = () => draftsHere(account, place).find((one) => one.clientId === clientId());

  const note = (): DeviceDraft | null => {
    clearTimeout(noteTimer);
    const fields = fieldsIn(form);
    if (!isTouched || !isWorthKeeping(fields)) return null;
    const before = known();
    if (before && JSON.stringify(before.fields) === JSON.stringify(fields)) return before;
    const draft = { place, clientId: clientId(), fields, at: Date.now(), version, isDirty: true };
    keepHere(account, draft);
    return draft;
  };
  const tell = async (isLeaving = false) => {
    clearTimeout(tellTimer);
    const draft = note();
    if (!draft) return drop();
    const { is, draft: after } = await sync(account, draft, { isLeaving });
    if (clientId() !== draft.clientId) return;
    version = after.version;
    const id = idIn(form);
    if (is === "copied" && id) id.value = after.clientId;
    if (is === "kept" || is === "copied") shown(is);
    else if (is === "away") shown("here");
  };
  /** An emptied form is no draft. */
  const drop = async () => {
    if (!isTouched || (!known() && version === 0)) return;
    forgetHere(account, { place, clientId: clientId() });
    if (await dropThere(place, clientId())) version = 0;
    shown("none");
  };
  const typed = () => {
    isTouched = true;
    stop();
    noteTimer = window.setTimeout(note, NOTE_MS);
    tellTimer = window.setTimeout(() => void tell(), DRAFT_REST_MS);
  };
  const stop = () => {
    clearTimeout(noteTimer);
    clearTimeout(tellTimer);
  };
  const leaving = () => {
    if (document.hidden && note()?.isDirty) void tell(true);
  };
  const back = () => {
    if (note()?.isDirty) void tell();
  };
  form.addEventListener("input", typed);
  document.addEventListener("visibilitychange", leaving);
  window.addEventListener("pagehide", note);
  window.addEventListener("online", back);
  return {
    note,
    adopt: (draft, at) => {
      const id = idIn(form);
      if (id) id.value = draft;
      version = at;
      isTouched = true;
    },
    release: () => {
      stop();
      version = 0;
      isTouched = false;
    },
    end: () => {
      stop();
      form.removeEventListener("input", typed);
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("pagehide", note);
      window.removeEventListener("online", back);
    },
  };
}
