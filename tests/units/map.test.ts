/** The maps' shapes: every country of the data is there, borders mean what we say they mean, and nothing is too heavy. */
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { MAP_WIDTH, mapHeight, project, projectInRegion, projectionFor } from "shared/regions/projection.ts";
import { expect, test } from "vitest";
import { makeGeometry } from "../../web/map/build.ts";
import { BUILT_REGIONS } from "../../web/map/countries.ts";
import { MAP_BUDGETS } from "../../web/map/regionMaps.ts";

interface SeedCountry {
  iso2: string;
  capital: { name: string; lat: number; lon: number } | null;
}

const regions = Object.keys(BUILT_REGIONS);
const seed = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../db/seed/${path}.json`, import.meta.url), "utf8"));
const countriesOf = (region: string) => seed<SeedCountry[]>(`countries/${region}`);
const geometry = makeGeometry();

function mapOf(region: string, level: "regions" | "small" = "regions") {
  const map = geometry[level][region];
  if (!map) throw new Error(`${region} is not drawn`);
  return map;
}

const brotli = (paths: string[]) =>
  brotliCompressSync(paths.join("\n"), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

function boundsOf(region: string) {
  const built = BUILT_REGIONS[region];
  if (!built) throw new Error(`${region} is not built`);
  return built.bounds;
}

/** Edges of a path of relative moves, read back from its numbers. */
function edges(d: string) {
  const numbers = (d.match(/-?\d+/g) ?? []).map(Number);
  const edge = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [x, y, startX, startY, i] = [0, 0, 0, 0, 0];
  for (const ring of d.split("z")) {
    const pairs = (ring.match(/-?\d+/g) ?? []).length / 2;
    [x, y] = [startX, startY];
    for (let pair = 0; pair < pairs; pair++, i += 2) {
      x += numbers[i] ?? 0;
      y += numbers[i + 1] ?? 0;
      if (pair === 0) [startX, startY] = [x, y];
      edge.left = Math.min(edge.left, x);
      edge.right = Math.max(edge.right, x);
      edge.top = Math.min(edge.top, y);
      edge.bottom = Math.max(edge.bottom, y);
    }
  }
  return edge;
}

const within = (edge: ReturnType<typeof edges>, { x, y }: { x: number; y: number }, slack: number) =>
  x >= edge.left - slack && x <= edge.right + slack && y >= edge.top - slack && y <= edge.bottom + slack;

test.each(regions)(
  "every country of %s is on the region's map, on the small one and has its own",
  (region) => {
    for (const { iso2 } of countriesOf(region)) {
      const shape = mapOf(region).countries[iso2];
      expect(shape?.d, iso2).toMatch(/^m[-\d z m]+z$/);
      expect(
        mapOf(region, "small").countries[iso2]?.marker || mapOf(region, "small").countries[iso2]?.d,
        iso2,
      ).toBeTruthy();
      expect(geometry.countries[iso2]?.d, iso2).toBeTruthy();
    }
    expect(Object.keys(mapOf(region).countries)).toHaveLength(countriesOf(region).length);
  },
);

test.each(regions)("a country of %s that is too small to see has a marker inside the map", (region) => {
  const map = mapOf(region);
  for (const [iso2, { d, marker }] of Object.entries(map.countries)) {
    const { left, top, right, bottom } = edges(d);
    if (right - left < 24 && bottom - top < 24) expect(marker, iso2).toBeDefined();
    if (marker)
      expect(
        within(
          { left: 0, top: 0, right: map.width, bottom: map.height },
          { x: marker[0], y: marker[1] },
          -12,
        ),
        iso2,
      ).toBe(true);
  }
});

test.each(regions)(
  "capitals of %s fall inside their countries, on the region's map and on their own",
  (region) => {
    for (const { iso2, capital } of countriesOf(region)) {
      if (!capital) continue;
      const shape = mapOf(region).countries[iso2];
      const own = geometry.countries[iso2];
      if (!shape || !own) throw new Error(`${iso2} is on no map`);
      expect(
        within(edges(shape.d), projectInRegion(mapOf(region).projection, capital.lat, capital.lon), 12),
        `${iso2} ${capital.name}`,
      ).toBe(true);
      const place = project(own.projection, capital.lat, capital.lon);
      expect(within(edges(own.d), place, 20), `${iso2} ${capital.name}, own map`).toBe(true);
    }
  },
);

test("Somaliland is drawn with Somalia", () => {
  const hargeisa = projectInRegion(mapOf("africa").projection, 9.56, 44.06);
  const somalia = edges(mapOf("africa").countries.SO?.d ?? "");
  expect(within(somalia, hargeisa, 0)).toBe(true);
  expect(Object.keys(geometry.countries.SO?.neighbours ?? {}).sort()).toEqual(["DJ", "ER", "ET", "KE"]);
});

test("Western Sahara is whole, a shape of its own, and no part of Morocco", () => {
  const { noData, countries } = mapOf("africa");
  const laayoune = projectInRegion(mapOf("africa").projection, 27.15, -13.2);
  expect(within(edges(noData), laayoune, 0)).toBe(true);
  expect(within(edges(noData), projectInRegion(mapOf("africa").projection, 21.4, -15.5), 0)).toBe(true);
  expect(edges(countries.MA?.d ?? "").bottom).toBeLessThan(laayoune.y);
});

test("the closed form agrees with itself: corners of the bounds are corners of the map", () => {
  for (const region of regions) {
    const bounds = boundsOf(region);
    const { north, south, east, west } = bounds;
    const projection = projectionFor(bounds, MAP_WIDTH);
    expect(project(projection, north, west)).toEqual({ x: expect.closeTo(0), y: expect.closeTo(0) });
    const { x, y } = project(projection, south, east);
    expect([x, Math.round(y)]).toEqual([expect.closeTo(MAP_WIDTH), mapHeight(bounds, MAP_WIDTH)]);
  }
});

test("maps weigh no more than their pages can bear", () => {
  for (const region of regions) {
    for (const level of ["regions", "small"] as const) {
      const { land, noData, countries } = mapOf(region, level);
      const bytes = brotli([land, noData, ...Object.values(countries).map(({ d }) => d)]);
      expect(bytes, `${level} ${region}`).toBeLessThanOrEqual(
        level === "small" ? MAP_BUDGETS.small : MAP_BUDGETS.region,
      );
    }
  }
  for (const [iso2, { d, land, noData, neighbours }] of Object.entries(geometry.countries)) {
    const bytes = brotli([d, land, noData, ...Object.values(neighbours).map((shape) => shape.d)]);
    expect(bytes, iso2).toBeLessThanOrEqual(MAP_BUDGETS.country + 50);
  }
  expect(JSON.stringify(geometry).length).toBeLessThan(1_000_000);
});
