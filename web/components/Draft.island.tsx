/** Keeps what is typed into a form on this device until it was sent, and offers it again after a lost network or tab. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import {
  draftOf,
  expectNothing,
  expectSent,
  forgetDraft,
  keepDraft,
  putBack,
  readDraft,
} from "../visitors/drafts.ts";

export interface DraftProps {
  texts: {
    /** Before anything is kept there is nothing to say; then: that it is, and where. */
    kept: string;
    /** What was found from an earlier time. */
    found: string;
    restore: string;
    forget: string;
    forgotten: string;
  };
}

type State = "none" | "found" | "kept" | "forgotten";

/** Typing rests for so long before it is written down. */
const REST_MS = 400;

export default function Draft(props: DraftProps) {
  const [state, setState] = createSignal<State>("none");
  let root: HTMLDivElement | undefined;
  let form: HTMLFormElement | null | undefined;

  onMount(() => {
    form = root?.closest("form");
    if (!form) return;
    const own = form;
    let rest = 0;
    const write = () => setState(keepDraft(own) ? "kept" : "none");
    const typed = () => {
      clearTimeout(rest);
      rest = window.setTimeout(write, REST_MS);
    };
    // The window hears of it last: what another listener held back is not sent yet.
    const sent = (event: SubmitEvent) => {
      if (event.target !== own || event.defaultPrevented) return;
      keepDraft(own);
      expectSent();
    };
    if (readDraft(own)) setState("found");
    own.addEventListener("input", typed);
    window.addEventListener("submit", sent);
    // Back from an answer that never came.
    window.addEventListener("pageshow", expectNothing);
    onCleanup(() => {
      window.removeEventListener("submit", sent);
      window.removeEventListener("pageshow", expectNothing);
    });
  });

  const restore = () => {
    const draft = form && readDraft(form);
    if (form && draft) putBack(form, draft);
    setState("kept");
  };
  const forget = () => {
    forgetDraft(draftOf(location.pathname));
    setState("forgotten");
  };

  return (
    <div ref={root}>
      <p role="status" class="muted">
        <Show when={state() === "found"}>{props.texts.found}</Show>
        <Show when={state() === "kept"}>{props.texts.kept}</Show>
        <Show when={state() === "forgotten"}>{props.texts.forgotten}</Show>
      </p>
      <Show when={state() === "found"}>
        <button type="button" onClick={restore}>
          {props.texts.restore}
        </button>{" "}
      </Show>
      <Show when={state() === "found" || state() === "kept"}>
        <button type="button" class="plain-button" onClick={forget}>
          {props.texts.forget}
        </button>
      </Show>
    </div>
  );
}
