/** Before a sign-out: sends drafts and what waits to the platform; where that cannot be, asks; then clears the device. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { clearDevice, hasAny, waitingHere } from "../board/drafts/device.ts";
import { fieldsOf, flush, placeOf } from "../board/drafts/outbox.ts";
import { askDrafts, tellDraft } from "../board/drafts/platform.ts";
import { syncAll } from "../board/drafts/syncing.ts";

export interface SignOutProps {
  account: string;
  texts: Record<"sending" | "ask" | "stay" | "lose" | "cleared", string>;
}

type State = "none" | "sending" | "ask" | "cleared";

export default function SignOutFirst(props: SignOutProps) {
  const [state, setState] = createSignal<State>("none");
  let root: HTMLDivElement | undefined;
  let stay: HTMLButtonElement | undefined;
  let form: HTMLFormElement | null = null;

  const submitted = (event: SubmitEvent) => {
    if (!hasAny(props.account)) return;
    event.preventDefault();
    if (state() !== "sending") void leave();
  };
  onMount(() => {
    form = root?.closest("[data-island]")?.previousElementSibling?.closest("form") ?? null;
    form?.addEventListener("submit", submitted);
    onCleanup(() => form?.removeEventListener("submit", submitted));
  });

  const leave = async () => {
    setState("sending");
    if (!(await broughtAll(props.account))) {
      setState("ask");
      stay?.focus();
      return;
    }
    clearDevice(props.account);
    form?.submit();
  };
  const lose = async () => {
    clearDevice(props.account);
    if (!form) return;
    const { action } = form;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const reply = await fetch(action, { method: "POST", body }).catch(() => null);
    if (reply?.ok) location.assign(reply.url);
    else setState("cleared");
  };
  return (
    <div ref={root}>
      <p role="status">
        {state() === "sending" ? props.texts.sending : state() === "cleared" ? props.texts.cleared : ""}
      </p>
      <Show when={state() === "ask"}>
        <div class="notice" role="alertdialog" aria-labelledby="sign-out-ask">
          <p id="sign-out-ask">{props.texts.ask}</p>
          <p class="buttons">
            <button ref={stay} type="button" onClick={() => setState("none")}>
              {props.texts.stay}
            </button>{" "}
            <button type="button" class="plain-button" onClick={() => void lose()}>
              {props.texts.lose}
            </button>
          </p>
        </div>
      </Show>
    </div>
  );
}

/** Whether the platform has everything that this device had: what waits is sent, or kept there as waiting. */
async function broughtAll(account: string): Promise<boolean> {
  if (!navigator.onLine) return false;
  await flush(account);
  if (!(await syncAll(account))) return false;
  for (const waiting of waitingHere(account)) {
    const draft = { place: placeOf(waiting), clientId: waiting.post.clientId, fields: fieldsOf(waiting) };
    if (!(await isKept({ ...draft, version: 0, queued: true }))) return false;
  }
  return true;
}

/** Kept by its version, whatever version that is there: this device has the text that was sent last. */
async function isKept(draft: Parameters<typeof tellDraft>[0]): Promise<boolean> {
  const kept = await tellDraft(draft);
  if (kept.is !== "stale") return kept.is === "kept" || kept.is === "sent";
  const there = (await askDrafts(draft.place))?.find(({ clientId }) => clientId === draft.clientId);
  if (!there) return false;
  const again = await tellDraft({ ...draft, version: there.version });
  return again.is === "kept" || again.is === "sent";
}
