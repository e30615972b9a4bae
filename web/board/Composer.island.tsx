/** Helps with writing a post: signs of formatting, quotes and preview in place, names behind an @. */
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { attachInto } from "./writing/attach.ts";
import { beginOf, fetchNames, type NameFound } from "./writing/names.ts";
import { fetchPreview } from "./writing/preview.ts";
import { quoteInto } from "./writing/quote.ts";
import { changeLines, insert, type Tool, toolOf, wrap } from "./writing/text.ts";

export const tools = ["bold", "italic", "link", "quote", "list", "code"] as const satisfies Tool[];

interface ComposerProps {
  /** Where names are completed. */
  names: string;
  /** Below which a thread's posts are quoted; null: there are none. */
  quotes: string | null;
  texts: { bar: string; names: string; tools: Record<string, string> };
}

const REST_MS = 150;
const LIST = "composer-names";

export default function Composer(props: ComposerProps) {
  const [isAwake, setAwake] = createSignal(false);
  const [found, setFound] = createSignal<NameFound[]>([]);
  const [active, setActive] = createSignal(0);
  let root: HTMLDivElement | undefined;
  let shown: HTMLDivElement | undefined;
  let text: HTMLTextAreaElement | null = null;
  let rest = 0;
  let turn = 0;

  const show = (names: NameFound[]) => {
    setFound(names);
    setActive(0);
    mark();
  };
  const close = () => {
    turn++;
    clearTimeout(rest);
    if (found().length > 0) show([]);
  };
  const set = (name: string, value: string | null) => {
    if (value === null) text?.removeAttribute(name);
    else text?.setAttribute(name, value);
  };
  /** What the text field says of the list to those who do not see it. */
  const mark = () => {
    const isOpen = found().length > 0;
    set("aria-controls", isOpen ? LIST : null);
    set("aria-activedescendant", isOpen ? `${LIST}-${active()}` : null);
  };
  const typed = () => {
    const begun = text && beginOf(text);
    close();
    if (!begun) return;
    const own = turn;
    rest = window.setTimeout(async () => {
      const names = await fetchNames(props.names, begun);
      if (own === turn) show(names);
    }, REST_MS);
  };
  const choose = (name: NameFound | undefined) => {
    const begun = text && beginOf(text);
    close();
    if (text && begun && name)
      insert(text, `${name.name} `, text.selectionStart - begun.length, text.selectionStart);
  };
  const move = (step: number) => {
    setActive((active() + step + found().length) % found().length);
    mark();
  };

  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(found()[active()]),
    Tab: () => choose(found()[active()]),
    Escape: close,
  };
  const pressed = (event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const act = found().length > 0 ? keys[event.key] : undefined;
    const tool = isCommand ? toolOf(event.key) : null;
    if (event.isComposing || (!act && !tool)) return;
    event.preventDefault();
    if (act) act();
    else if (tool) use(tool);
  };
  const use = (tool: Tool) => {
    if (!text) return;
    if (tool === "quote" || tool === "list") changeLines(text, tool === "quote" ? "> " : "- ");
    else wrap(text, tool);
  };

  const preview = async (event: Event, form: HTMLFormElement) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-preview]") : null;
    if (!(button instanceof HTMLButtonElement) || button.form !== form) return;
    event.preventDefault();
    const section = await fetchPreview(form, button.formAction);
    if (section) shown?.replaceChildren(section);
    else form.requestSubmit(button);
    section?.focus();
  };
  const attach = async (event: Event, form: HTMLFormElement) => {
    const button = event.target instanceof Element ? event.target.closest("button[name=attach]") : null;
    const chosen = form.querySelector<HTMLInputElement>("input[type=file]");
    if (!(button instanceof HTMLButtonElement) || !text || !chosen?.files?.length) return;
    event.preventDefault();
    button.disabled = true;
    const isTaken = await attachInto(text, chosen);
    button.disabled = false;
    if (!isTaken) form.requestSubmit(button);
  };
  const quote = async (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href*='/reply?quote=']") : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!(link instanceof HTMLAnchorElement) || !isPlain || !text || props.quotes === null) return;
    event.preventDefault();
    if (!(await quoteInto(text, link, props.quotes))) location.href = link.href;
  };

  onMount(() => {
    const form = root?.closest("form");
    text = form?.querySelector<HTMLTextAreaElement>("textarea[name=body]") ?? null;
    if (!form || !text) return;
    setAwake(true);
    text.setAttribute("aria-autocomplete", "list");
    const pressedIn = (event: Event) => {
      void preview(event, form);
      void attach(event, form);
    };
    const quoted = (event: MouseEvent) => void quote(event);
    text.addEventListener("input", typed);
    text.addEventListener("keydown", pressed);
    text.addEventListener("blur", close);
    form.addEventListener("click", pressedIn);
    document.addEventListener("click", quoted);
    onCleanup(() => document.removeEventListener("click", quoted));
  });

  return (
    <div ref={root}>
      <Show when={isAwake()}>
        <fieldset class="field reactions">
          <legend class="visually-hidden">{props.texts.bar}</legend>
          <For each={tools}>
            {(tool) => (
              <button type="button" class="plain-button" onClick={() => use(tool)}>
                {props.texts.tools[tool]}
              </button>
            )}
          </For>
        </fieldset>
      </Show>
      <p class="visually-hidden" role="status">
        {found().length > 0 ? `${props.texts.names}: ${found().length}` : ""}
      </p>
      <Show when={found().length > 0}>
        <div role="listbox" id={LIST} aria-label={props.texts.names}>
          <For each={found()}>
            {(name, place) => (
              <div
                role="option"
                id={`${LIST}-${place()}`}
                class="choice"
                tabIndex={-1}
                aria-selected={place() === active()}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(name);
                }}
              >
                <bdi>@{name.name}</bdi> <bdi class="muted">{name.title}</bdi>
              </div>
            )}
          </For>
        </div>
      </Show>
      <div ref={shown} />
    </div>
  );
}
