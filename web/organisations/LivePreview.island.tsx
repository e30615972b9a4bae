/** Shows, once asked, the profile as it would be after each pause in typing: what the Preview button does, by itself. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { isServer } from "solid-js/web";

interface LivePreviewProps {
  label: string;
  note: string;
}

const PAUSE_MS = 800;

export default function LivePreview(props: LivePreviewProps) {
  const [isOn, setOn] = createSignal(false);
  const [isAwake, setAwake] = createSignal(false);
  let place: HTMLDivElement | undefined;
  let timer = 0;
  let asked = 0;

  async function refresh(form: HTMLFormElement): Promise<void> {
    const turn = ++asked;
    const body = new FormData(form);
    body.delete("logo");
    body.set("do", "preview");
    const reply = await fetch(form.action, { method: "POST", body }).catch(() => null);
    const html = reply?.ok ? await reply.text() : "";
    const preview = new DOMParser().parseFromString(html, "text/html").querySelector("#preview");
    // What cannot be previewed yet, as half an address, leaves the last one standing.
    if (preview && turn === asked) place?.replaceChildren(preview);
  }

  onMount(() => {
    // Without scripts it would be a button that does nothing.
    setAwake(true);
    const form = document.querySelector<HTMLFormElement>("form.form");
    if (!form) return;
    const later = () => {
      if (!isOn()) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => void refresh(form), PAUSE_MS);
    };
    form.addEventListener("input", later);
    onCleanup(() => form.removeEventListener("input", later));
  });

  const toggle = () => {
    setOn(!isOn());
    const form = isServer ? null : document.querySelector<HTMLFormElement>("form.form");
    if (isOn() && form) void refresh(form);
    else place?.replaceChildren();
  };
  return (
    <div>
      <Show when={isAwake()}>
        <button type="button" class="plain-button" aria-pressed={isOn()} onClick={toggle}>
          {props.label}
        </button>
      </Show>
      <Show when={isOn()}>
        <p class="muted">{props.note}</p>
      </Show>
      <div ref={place} aria-live="off" />
    </div>
  );
}
