/** Leaflet around the page's own SVG: same shapes, links and titles, now to be zoomed and moved; no tiles. */
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./live.css";
import { followFocus, keepPage, sayCountries } from "./manners.ts";
import { Pins } from "./pins.ts";

export interface LivePoint {
  x: number;
  y: number;
  city: string;
  organisations: { name: string; href: string }[];
  /** How many there are, where more than those named. */
  count?: number;
}

export interface LiveTexts {
  /** Name of the map for screen readers. */
  label: string;
  zoomIn: string;
  zoomOut: string;
  close: string;
  /** "{n} organisations in {city}", with both placeholders. */
  cityPin: string;
  /** "{n} organisations in {cities} cities: zoom in". */
  clusterPin: string;
}

interface LiveOptions {
  /** No animations: the person prefers reduced motion. */
  calm: boolean;
  /** One finger scrolls the page, two move and zoom the map. */
  touch: boolean;
  onEscape: () => void;
}

export interface LiveMap {
  close: () => void;
}

/** Zoom levels (each doubles the scale) from the whole region to a few cities. */
const DEPTH = 5;

function makeMap(
  container: HTMLElement,
  bounds: L.LatLngBounds,
  texts: LiveTexts,
  options: LiveOptions,
): L.Map {
  const moving = !options.calm;
  const map = L.map(container, {
    crs: L.CRS.Simple,
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    zoomDelta: 1,
    minZoom: -8,
    maxBoundsViscosity: 1,
    dragging: !options.touch,
    zoomAnimation: moving,
    fadeAnimation: moving,
    markerZoomAnimation: moving,
    inertia: moving,
  });
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  map.fitBounds(bounds, { animate: false });
  map.setMinZoom(map.getZoom());
  map.setMaxZoom(map.getZoom() + DEPTH);
  map.setMaxBounds(bounds);
  return map;
}

/** Strokes, marks, targets (see --u in map.css) and textures keep their size in pixels at every zoom. */
function keepSizes(map: L.Map, container: HTMLElement, svg: SVGSVGElement): () => void {
  const textures = [...svg.querySelectorAll("pattern")].map((pattern) => ({
    pattern,
    transform: pattern.getAttribute("patternTransform") ?? "",
  }));
  const plainZoom = map.getZoom();
  const update = () => {
    const grown = 2 ** (plainZoom - map.getZoom());
    container.style.setProperty("--live-u", String(1 / 2 ** map.getZoom()));
    for (const { pattern, transform } of textures) {
      pattern.setAttribute("patternTransform", `${transform} scale(${grown})`);
    }
  };
  map.on("zoomend", update);
  update();
  return () => {
    for (const { pattern, transform } of textures) pattern.setAttribute("patternTransform", transform);
  };
}

/** The frame that takes the SVG's place in `panel`. */
function makeContainer(panel: HTMLElement, label: string): HTMLElement {
  const container = L.DomUtil.create("div", "map-live");
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", label);
  panel.prepend(container);
  return container;
}

/** Puts `panel`'s SVG into a Leaflet map in its place; `close` puts it back as it was. */
export function openLiveMap(
  panel: HTMLElement,
  points: LivePoint[],
  texts: LiveTexts,
  options: LiveOptions,
): LiveMap {
  const svg = panel.querySelector("svg");
  if (!svg) throw new Error("The page has no map to open");
  const { width, height } = svg.viewBox.baseVal;
  const container = makeContainer(panel, texts.label);
  const bounds = L.latLngBounds([-height, 0], [0, width]);
  const map = makeMap(container, bounds, texts, options);
  const overlay = L.svgOverlay(svg, bounds, { interactive: true }).addTo(map);
  const restoreTextures = keepSizes(map, container, svg);
  const pins = new Pins(map, points, texts);
  const listening = new AbortController();
  const { signal } = listening;
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !pins.closeList()) options.onEscape();
  };
  container.addEventListener("keydown", leave, { signal });
  sayCountries(container, panel.querySelector(".map-hint"), signal);
  keepPage(map, panel, container, signal);
  followFocus(map, container, signal);
  container.focus({ preventScroll: true });
  container.scrollIntoView({ block: "nearest" });
  const close = () => {
    listening.abort();
    restoreTextures();
    overlay.remove();
    map.remove();
    for (const name of ["style", "class"]) svg.removeAttribute(name);
    container.replaceWith(svg);
  };
  return { close };
}
