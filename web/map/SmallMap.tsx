/** A region's map as a thumbnail: colours and patterns only, one picture with one name, nothing to press. */
import { For } from "solid-js";
import type { RegionGeometry } from "./geometry.ts";
import { Patterns, patternOf } from "./Patterns.tsx";

export interface SmallMapProps {
  region: string;
  map: RegionGeometry;
  countries: { iso2: string; level: string }[];
  /** What the picture shows, in words: it is an image to screen readers. */
  label: string;
  id?: string;
  /** Radius of the dots of the smallest countries, where the map is not drawn small. */
  dot?: number;
}

const TILE = 9;
const DOT = 6;

export function SmallMap(props: SmallMapProps) {
  const map = () => props.map;
  const id = () => props.id ?? `small-${props.region}`;
  const levels = () => [...new Set(props.countries.map(({ level }) => level))];
  const shapes = (level: string) =>
    props.countries.flatMap((country) =>
      country.level === level ? (map().countries[country.iso2] ?? []) : [],
    );
  return (
    <svg class="map-small" viewBox={`0 0 ${map().width} ${map().height}`} role="img" aria-label={props.label}>
      <Patterns id={id()} levels={levels()} tile={TILE} />
      <path class="map-land" d={map().land} />
      <path class="map-land map-nodata" d={map().noData} />
      <For each={levels()}>
        {(level) => (
          <g class="map-shapes" fill={patternOf(id(), level)}>
            <For each={shapes(level)}>
              {({ d, marker }) =>
                marker ? <circle cx={marker[0]} cy={marker[1]} r={props.dot ?? DOT} /> : <path d={d} />
              }
            </For>
          </g>
        )}
      </For>
    </svg>
  );
}
