/** One SVG pattern per level: its colour with a texture over it, so that no status is told by colour alone. */
import { For, Show } from "solid-js";

/** Textures on a tile of 12 by 12; a level without one is plain. */
const TEXTURES: Record<string, string> = {
  ongoing: "M-3 9 3 15M-3-3 15 15M9-3 15 3",
  "probably-ongoing": "M-3 3 3-3M1 11 11 1M9 15 15 9",
  "not-started": "M0 3h12M0 9h12",
  unknown: "M2 3h2M8 9h2",
  "not-party": "M-3-3 15 15M-3 15 15-3",
  no: "M0 3h12M0 9h12",
  "no-data": "M2 3h2M8 9h2",
  few: "M2 3h2M8 9h2",
  some: "M-3 9 3 15M-3-3 15 15M9-3 15 3",
  many: "M6 0v12",
};

/** Address of a level's pattern, for `fill`. */
export const patternOf = (id: string, level: string) => `url(#${id}-${level})`;

interface PatternsProps {
  /** Prefix that no other map of the page has. */
  id: string;
  levels: string[];
  /** Side of a tile in the map's units. */
  tile: number;
}

export function Patterns(props: PatternsProps) {
  return (
    <defs>
      <For each={props.levels}>
        {(level) => (
          <pattern
            id={`${props.id}-${level}`}
            width="12"
            height="12"
            patternUnits="userSpaceOnUse"
            patternTransform={`scale(${props.tile / 12})`}
          >
            <rect class={`swatch-${level}`} width="12" height="12" />
            <Show when={TEXTURES[level]}>{(texture) => <path class="map-ink" d={texture()} />}</Show>
          </pattern>
        )}
      </For>
    </defs>
  );
}
