/** What colours, patterns and marks of a map mean, and how many countries each stands for. */
import { For, Show } from "solid-js";
import { Patterns, patternOf } from "./Patterns.tsx";

export interface LegendItem {
  level: string;
  text: string;
  mark?: string;
  /** Already written in the page's digits. */
  count?: string;
}

export interface LegendProps {
  items: LegendItem[];
  /** Prefix of ids; needed only when a page holds two legends. */
  id?: string;
}

const TILE = 9;

export function Legend(props: LegendProps) {
  const id = () => props.id ?? "legend";
  return (
    <ul class="map-legend">
      <For each={props.items}>
        {(item) => (
          <li>
            <svg class="map-swatch" viewBox="0 0 30 20" aria-hidden="true">
              <Patterns id={id()} levels={[item.level]} tile={TILE} />
              <rect width="30" height="20" rx="3" fill={patternOf(id(), item.level)} />
              <Show when={item.mark}>
                <text class="mark" x="15" y="10">
                  {item.mark}
                </text>
              </Show>
            </svg>
            <span>{item.text}</span>
            <Show when={item.count}>
              {" "}
              <b class="map-count">{item.count}</b>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
