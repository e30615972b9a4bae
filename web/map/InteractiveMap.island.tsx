/** Turns the map that the server drew into one to zoom and move, with the CSOs' cities, once a person asks for it. */
import { createSignal, onCleanup, Show } from "solid-js";
import type { LiveMap, LivePoint, LiveTexts } from "./live/open.ts";

export interface InteractiveMapProps {
  /** Id of the region map on this page. */
  mapId: string;
  /** Cities in units of the region's map (`projectInRegion`). */
  points: LivePoint[];
  texts: LiveTexts & {
    /** The button that starts it, and the same while its code is on the way. */
    open: string;
    opening: string;
    /** Back to the plain map. */
    back: string;
    /** How to move and zoom with mouse, keys, two fingers. */
    help: string;
    failed: string;
  };
}

type State = "plain" | "opening" | "open" | "failed";

const matches = (query: string) => window.matchMedia(query).matches;

export default function InteractiveMap(props: InteractiveMapProps) {
  const [state, setState] = createSignal<State>("plain");
  let live: LiveMap | undefined;
  let button: HTMLButtonElement | undefined;

  const close = () => {
    live?.close();
    live = undefined;
    setState("plain");
    button?.focus();
  };
  const open = async () => {
    const panel = document.getElementById(props.mapId);
    if (!panel || state() === "opening") return;
    setState("opening");
    try {
      const { openLiveMap } = await import("./live/open.ts");
      live = openLiveMap(panel, props.points, props.texts, {
        calm: matches("(prefers-reduced-motion: reduce)"),
        touch: matches("(pointer: coarse)"),
        onEscape: close,
      });
      setState("open");
    } catch {
      setState("failed");
    }
  };
  const label = () => {
    if (state() === "open") return props.texts.back;
    return state() === "opening" ? props.texts.opening : props.texts.open;
  };
  onCleanup(() => live?.close());

  return (
    <div class="map-island">
      <button
        ref={button}
        type="button"
        class="map-open"
        onClick={() => (state() === "open" ? close() : open())}
      >
        {label()}
      </button>
      <p class="map-help" role="status">
        <Show when={state() === "open"}>{props.texts.help}</Show>
        <Show when={state() === "failed"}>{props.texts.failed}</Show>
      </p>
    </div>
  );
}
