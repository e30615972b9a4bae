/** Drafts of forms in the browser's own storage: what is kept of a form, for how long, and when it is let go. */
import { visitorFields } from "shared/visitors/challenge.ts";

type Draft = [name: string, value: string][];
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A draft that nobody came back for should not lie on a shared device for ever. */
const DAYS = 14;
const DAY_MS = 86_400_000;
const SENT = "draft-sent";
/** Never kept: what opens an account, what is not text, and what the server itself put there. */
const UNKEPT = ["password", "file", "hidden", "submit", "button"];

/** The key of a form's address, the same in every language. */
export function draftOf(path: string): string {
  return `draft:${path.replace(/^\/[^/]+/, "")}`;
}

/** Storage may be switched off, full or forbidden: then there are no drafts, and nothing else changes. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  const all = [...form.elements] as Field[];
  return all.filter(
    ({ name, type, autocomplete }) =>
      name && !UNKEPT.includes(type) && autocomplete !== "one-time-code" && name !== visitorFields.trap,
  );
}

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

function valuesOf(form: HTMLFormElement): Draft {
  return fieldsOf(form)
    .filter((field) => !isBox(field) || field.checked)
    .map(({ name, value }) => [name, value]);
}

/** Whether there is something to keep, and it could be kept. */
export function keepDraft(form: HTMLFormElement): boolean {
  const values = valuesOf(form);
  const text = JSON.stringify({ at: Date.now(), values });
  return attempt(() => localStorage.setItem(draftOf(location.pathname), text)) !== null;
}

/** What is kept of this form and differs from what it holds now. */
export function readDraft(form: HTMLFormElement): Draft | null {
  const key = draftOf(location.pathname);
  const draft = attempt(
    () => JSON.parse(localStorage.getItem(key) ?? "null") as { at: number; values: Draft } | null,
  );
  if (!draft) return null;
  if (Date.now() - draft.at > DAYS * DAY_MS) {
    forgetDraft(key);
    return null;
  }
  return JSON.stringify(draft.values) === JSON.stringify(valuesOf(form)) ? null : draft.values;
}

export function putBack(form: HTMLFormElement, draft: Draft): void {
  const left = [...draft];
  for (const field of fieldsOf(form)) {
    if (isBox(field)) {
      field.checked = draft.some(([name, value]) => name === field.name && value === field.value);
      continue;
    }
    const place = left.findIndex(([name]) => name === field.name);
    const [, value] = (place >= 0 ? left.splice(place, 1)[0] : undefined) ?? [];
    if (value !== undefined) field.value = value;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

export function forgetDraft(key: string): void {
  attempt(() => localStorage.removeItem(key));
}

/** The form is on its way; the page that comes next tells whether it arrived. */
export function expectSent(): void {
  attempt(() => sessionStorage.setItem(SENT, location.pathname));
}

export function expectNothing(): void {
  attempt(() => sessionStorage.removeItem(SENT));
}

/**
 * Lets go of the draft of a form that led to another page than its own (or back to it with "done"). A page reached in
 * another way tells nothing, so the draft stays.
 */
export function forgetSentDraft(): void {
  attempt(() => {
    const path = sessionStorage.getItem(SENT);
    if (!path || document.querySelector("[data-one-moment]")) return;
    sessionStorage.removeItem(SENT);
    const isAnswer = document.referrer !== "" && new URL(document.referrer).pathname === path;
    const hasLeft = location.pathname !== path || new URLSearchParams(location.search).has("done");
    if (isAnswer && hasLeft) forgetDraft(draftOf(path));
  });
}
