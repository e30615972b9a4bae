/** A country's own small map: its outline, the neighbours faint and linked, its CSOs' cities as circles. */
import { type MapPoint, project } from "shared/regions/projection.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import type { CountryGeometry, CountryShape } from "./geometry.ts";
import { linesFor, type PlacedName, placeLabels } from "./labels.ts";
import { Patterns, patternOf } from "./Patterns.tsx";
import { Unspoken } from "./Unspoken.tsx";

export interface MapCity {
  city: string;
  lat: number;
  lon: number;
  /** Number of CSOs there. */
  count: number;
  /** Where those CSOs are listed, when there is such a page. */
  href?: string;
  /** Whole sentence: the city and how many CSOs it has. */
  title: string;
}

export interface CountryMapProps {
  iso2: string;
  level: string;
  label: string;
  neighbours: { iso2: string; name: string; href: string }[];
  cities: MapCity[];
  id?: string;
}

interface PlacedCity extends MapCity, MapPoint {
  r: number;
}

const TILE = 12;
const EDGE = 3;
const SMALLEST_CIRCLE = 5;
const LINE_HEIGHT = 17;

/** Area grows with the number of CSOs, up to a circle that still leaves the country to be seen. */
const radius = (count: number) => Math.min(26, SMALLEST_CIRCLE + 3.2 * Math.sqrt(count));

function Neighbour(props: { shape: CountryShape; name: string; href: string; lines: string[] }) {
  const top = () => props.shape.y - ((props.lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <a href={props.href} aria-label={props.name}>
      <path class="map-neighbour" d={props.shape.d} />
      <title>{props.name}</title>
      <text class="map-name">
        <For each={props.lines}>
          {(line, i) => (
            <>
              <tspan x={props.shape.x} y={top() + i() * LINE_HEIGHT}>
                {line}
              </tspan>{" "}
            </>
          )}
        </For>
      </text>
    </a>
  );
}

function Circle(props: { city: PlacedCity }) {
  const circle = () => (
    <>
      <title>{props.city.title}</title>
      <circle class="map-city" cx={props.city.x} cy={props.city.y} r={props.city.r} />
    </>
  );
  return (
    <Show when={props.city.href} fallback={<g>{circle()}</g>}>
      {(href) => (
        <a href={href()} aria-label={props.city.title}>
          {circle()}
        </a>
      )}
    </Show>
  );
}

function Cities(props: { map: CountryGeometry; cities: MapCity[]; names: PlacedName[] }) {
  const placed = () =>
    props.cities
      .map((city): PlacedCity => {
        const { x, y } = project(props.map.projection, city.lat, city.lon);
        return { ...city, x: Math.round(x), y: Math.round(y), r: Math.round(radius(city.count)) };
      })
      .sort((a, b) => b.count - a.count);
  const labels = () => {
    const cities = placed().map(({ x, y, r, city }) => ({ x, y, r, text: city }));
    const frame = { left: EDGE, top: EDGE, right: props.map.width - EDGE, bottom: props.map.height - EDGE };
    return placeLabels(cities, frame, props.names).flatMap((label, i) =>
      label ? [{ ...label, text: cities[i]?.text ?? "" }] : [],
    );
  };
  return (
    <>
      <For each={placed()}>{(city) => <Circle city={city} />}</For>
      <Unspoken>
        <g lang="und">
          <For each={labels()}>
            {({ x, y, anchor, text }) => (
              <text class="map-place" x={x} y={y} text-anchor={anchor}>
                {text}
              </text>
            )}
          </For>
        </g>
      </Unspoken>
    </>
  );
}

/** Cut shapes end at the edges of the map; this hides their last units, so that the cut is not drawn as a border. */
const viewBox = ({ width, height }: CountryGeometry) =>
  `${EDGE} ${EDGE} ${width - 2 * EDGE} ${height - 2 * EDGE}`;

export function CountryMap(props: CountryMapProps) {
  const page = usePage();
  const id = () => props.id ?? `map-${props.iso2}`;
  const around = (map: CountryGeometry) =>
    props.neighbours.flatMap((neighbour) => {
      const shape = map.neighbours[neighbour.iso2];
      return shape ? [{ ...neighbour, shape, lines: linesFor(neighbour.name, shape.room) }] : [];
    });
  const names = (map: CountryGeometry) =>
    around(map).flatMap(({ shape: { x, y }, lines }) => (lines.length > 0 ? [{ x, y, lines }] : []));
  return (
    <Show when={page.maps.countries[props.iso2]}>
      {(map) => (
        <nav class="map map-country" aria-label={props.label}>
          <svg viewBox={viewBox(map())} role="none">
            <Patterns id={id()} levels={[props.level]} tile={TILE} />
            <rect class="map-sea" width={map().width} height={map().height} />
            <path class="map-land" d={map().land} />
            <path class="map-land map-nodata" d={map().noData} />
            <For each={around(map())}>{(neighbour) => <Neighbour {...neighbour} />}</For>
            <path class="map-own" d={map().d} fill={patternOf(id(), props.level)} />
            <Cities map={map()} cities={props.cities} names={names(map())} />
          </svg>
        </nav>
      )}
    </Show>
  );
}
