/** A region's map as inline SVG: every country a link with colour, pattern, mark and sentence; no script needed. */
import { For, Show } from "solid-js";
import type { CountryShape, RegionGeometry } from "./geometry.ts";
import { Patterns, patternOf } from "./Patterns.tsx";
import { Unspoken } from "./Unspoken.tsx";

export interface MapCountry {
  iso2: string;
  name: string;
  href: string;
  /** Class and pattern: "completed" | "ongoing" | "probably-ongoing" | "not-started" | "unknown" | "not-party" | "yes" | "no" | "no-data" | "few" | "some" | "many" | "most". */
  level: string;
  /** Short mark on the map beside colour and pattern, such as "✓", "…" or "7". */
  mark: string;
  /** Whole sentence for hover and focus: name, status, as of, number of CSOs. */
  title: string;
}

export interface RegionMapProps {
  region: string;
  map: RegionGeometry;
  countries: MapCountry[];
  /** Name of the map for screen readers. */
  label: string;
  /** What the line under the map says until a country is pointed at. */
  hint?: string;
  /** Id of the map and prefix of those inside; needed only when a page holds two maps of one region. */
  id?: string;
}

interface Drawn extends MapCountry {
  shape: CountryShape;
}

const TILE = 24;

/** Units of room around a label that decide from which width of the map on it is shown. */
const roomClass = ({ room, marker }: CountryShape) => {
  if (marker || room < 15) return "mark mark-s";
  return room < 24 ? "mark mark-m" : "mark";
};

const placeOf = ({ x, y, marker }: CountryShape) => marker ?? ([x, y] as const);

function Shapes(props: { id: string; map: RegionGeometry; drawn: Drawn[]; levels: string[] }) {
  const withLevel = (level: string) => props.drawn.filter((country) => country.level === level);
  return (
    <Unspoken>
      <path class="map-land" d={props.map.land} />
      <path class="map-land map-nodata" d={props.map.noData} />
      <For each={props.levels}>
        {(level) => (
          <g class="map-shapes" fill={patternOf(props.id, level)}>
            <For each={withLevel(level)}>
              {({ iso2, shape }) => <path id={`${props.id}-${iso2}`} d={shape.d} />}
            </For>
          </g>
        )}
      </For>
      <For each={props.drawn.filter(({ shape }) => shape.marker)}>
        {({ shape, level }) => (
          <>
            <path class="map-leader" d={`M${shape.x} ${shape.y}L${placeOf(shape).join(" ")}`} />
            <circle
              class="map-dot"
              cx={placeOf(shape)[0]}
              cy={placeOf(shape)[1]}
              r="24"
              fill={patternOf(props.id, level)}
            />
          </>
        )}
      </For>
    </Unspoken>
  );
}

function CountryLink(props: { id: string; map: RegionGeometry; country: Drawn }) {
  const marker = () => props.country.shape.marker;
  return (
    <a href={props.country.href} aria-label={props.country.title}>
      <use href={`#${props.id}-${props.country.iso2}`} />
      <Show when={marker()}>{(at) => <circle class="map-hit" cx={at()[0]} cy={at()[1]} r="44" />}</Show>
      <foreignObject class="map-says" y={props.map.height} width={props.map.width} height="1">
        <p dir="auto">{props.country.title}</p>
      </foreignObject>
    </a>
  );
}

export function RegionMap(props: RegionMapProps) {
  const map = () => props.map;
  const id = () => props.id ?? `map-${props.region}`;
  const levels = () => [...new Set(props.countries.map(({ level }) => level))];
  const drawn = () =>
    props.countries.flatMap((country): Drawn[] => {
      const shape = map().countries[country.iso2];
      return shape ? [{ ...country, shape }] : [];
    });
  return (
    <nav id={id()} class="map map-region" aria-label={props.label}>
      <svg viewBox={`0 0 ${map().width} ${map().height}`} role="none">
        <Patterns id={id()} levels={levels()} tile={TILE} />
        <rect class="map-sea" width={map().width} height={map().height} />
        <Shapes id={id()} map={map()} drawn={drawn()} levels={levels()} />
        <g class="map-links">
          <For each={drawn()}>{(country) => <CountryLink id={id()} map={map()} country={country} />}</For>
        </g>
        <Unspoken>
          <For each={drawn()}>
            {({ shape, mark }) => (
              <text class={roomClass(shape)} x={placeOf(shape)[0]} y={placeOf(shape)[1]}>
                {mark}
              </text>
            )}
          </For>
        </Unspoken>
      </svg>
      <p class="map-hint">{props.hint}</p>
    </nav>
  );
}
