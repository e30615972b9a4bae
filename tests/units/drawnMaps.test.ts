/** Maps that are drawn when a region is saved: edges that suit its countries, markers apart, borders as the United Nations maps them. */
import { eastOf, project, projectionFor } from "shared/regions/projection.ts";
import { worldCountries } from "shared/regions/world.ts";
import { expect, test } from "vitest";
import { leftOut, suggestedBounds } from "../../web/map/bounds.ts";
import { withPlacedMarkers } from "../../web/map/markers.ts";
import { readWorld } from "../../web/map/planar.ts";
import { regionMap, worldsFor } from "../../web/map/regionMaps.ts";

const world = readWorld("50m", new Set(worldCountries.map(({ iso2 }) => iso2)));

test("the edges that are suggested hold every country of a subregion", () => {
  for (const [subregion, countries] of Map.groupBy(worldCountries, (country) => country.subregion)) {
    const codes = countries.map(({ iso2 }) => iso2).filter((iso2) => iso2 !== "GI" && iso2 !== "TV");
    const bounds = suggestedBounds(world, codes);
    if (!bounds) throw new Error(`${subregion} has no edges`);
    expect(leftOut(world, codes, bounds), subregion).toEqual([]);
  }
});

test("a map across the date line is as narrow as its countries", () => {
  const bounds = suggestedBounds(world, ["FJ", "WS", "TO"]);
  if (!bounds) throw new Error("there are no edges");
  expect(bounds.west).toBeGreaterThan(bounds.east);
  expect(eastOf(bounds) - bounds.west).toBeLessThan(20);
  const apia = project(projectionFor(bounds, 1600), -13.83, -171.77);
  expect(apia.x).toBeGreaterThan(800);
  expect(apia.x).toBeLessThan(1600);
});

test("small islands close together have markers that do not hide each other", () => {
  const countries = ["AG", "BB", "DM", "GD", "KN", "LC", "VC", "TT", "VE", "GY"];
  const bounds = { west: -75, east: -50, south: 0, north: 20 };
  const map = withPlacedMarkers(regionMap(worldsFor(countries), { countries, bounds }, "region"));
  expect(Object.keys(map.countries)).toEqual(countries);
  const crowded = { countries, bounds: { west: -118, east: -33, south: -56, north: 34 } };
  const wide = withPlacedMarkers(regionMap(worldsFor(countries), crowded, "region"));
  const markers = Object.values(wide.countries).flatMap(({ marker }) => (marker ? [marker] : []));
  expect(markers.length).toBeGreaterThanOrEqual(6);
  for (const [x, y] of markers)
    for (const [otherX, otherY] of markers)
      if (x !== otherX || y !== otherY) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThanOrEqual(48);
});

test("Crimea is drawn with Ukraine", () => {
  const partsAround = (owner: string) =>
    world.filter(
      ({ owner: own, bounds }) =>
        own === owner && bounds.west < 34 && bounds.east > 34 && bounds.south < 45.2 && bounds.north > 45,
    );
  const isWithin = (owner: string) => partsAround(owner).some(({ bounds }) => bounds.south < 44.6);
  expect(isWithin("UA")).toBe(true);
  expect(partsAround("RU").filter(({ bounds }) => bounds.west > 31 && bounds.east < 37)).toEqual([]);
});
