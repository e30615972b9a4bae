/** Keys for the queue: on through its lines, mark one, take one on; they can be switched off. */
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";

export interface DeskKeysProps {
  title: string;
  use: string;
  keys: readonly (readonly [key: string, does: string])[];
}

/** On this device; keys that are letters are in the way of some who speak to their machine. */
const OFF = "desk:keys-off";

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-waits]")];
const rowOf = (element: Element | null) => element?.closest<HTMLElement>("[data-waits]") ?? null;

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function keep(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, "");
    else localStorage.removeItem(OFF);
  } catch {
    // Without storage it holds for this page.
  }
}

/** From the line where one is, or where one came back to. */
function go(step: number): void {
  const all = rows();
  const here = rowOf(document.activeElement) ?? document.querySelector<HTMLElement>("[data-waits]:target");
  const at = here ? all.indexOf(here) + step : step > 0 ? 0 : all.length - 1;
  all[at]?.querySelector<HTMLElement>("a")?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("textarea, select, input:not([type=checkbox])");
}

export default function DeskKeys(props: DeskKeysProps) {
  const [ready, setReady] = createSignal(false);
  const [off, setOff] = createSignal(false);
  let help: HTMLDetailsElement | undefined;

  const showHelp = () => {
    setReady(true);
    if (!help) return;
    help.open = !help.open;
    if (help.open) help.querySelector("summary")?.focus();
  };
  const does: Record<string, (row: HTMLElement | null) => unknown> = {
    j: () => go(1),
    k: () => go(-1),
    a: (row) => row?.querySelector<HTMLElement>("[data-take]")?.click(),
    x: (row) => row?.querySelector<HTMLElement>("[name=item]")?.click(),
    "?": showHelp,
  };
  const pressed = (event: KeyboardEvent) => {
    if (off() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const row = rowOf(document.activeElement);
    // Outside of the list arrows scroll the page, as always.
    const arrow = row && { ArrowDown: "j", ArrowUp: "k" }[event.key];
    const act = does[arrow ?? event.key];
    if (!act) return;
    event.preventDefault();
    act(row);
  };
  onMount(() => {
    setOff(isOff());
    // Who has no keyboard needs no help with it; who has one and asks for it gets it.
    setReady(matchMedia("(any-pointer: fine)").matches);
    document.addEventListener("keydown", pressed);
    onCleanup(() => document.removeEventListener("keydown", pressed));
  });
  const use = (on: boolean) => {
    setOff(!on);
    keep(!on);
  };
  return (
    <Show when={ready()}>
      <details ref={help}>
        <summary>{props.title}</summary>
        <dl class="facts">
          <For each={props.keys}>
            {([key, what]) => (
              <>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </>
            )}
          </For>
        </dl>
        <label class="choice">
          <input type="checkbox" checked={!off()} onChange={(event) => use(event.currentTarget.checked)} />{" "}
          {props.use}
        </label>
      </details>
    </Show>
  );
}
