/** Leaflet around the page's own SVG: same shapes, links and titles, now to be zoomed and moved; no tiles. */
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./live.css";
import { Pins } from "./pins.ts";

export interface LivePoint {
  x: number;
  y: number;
  city: string;
  organisations: { name: string; href: string }[];
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

/** Strokes, marks and targets keep their size in pixels at every zoom: see --u in map.css. */
function keepSizes(map: L.Map, container: HTMLElement): void {
  const update = () => container.style.setProperty("--live-u", String(1 / 2 ** map.getZoom()));
  map.on("zoomend", update);
  update();
}

/** The sentence of the country that is pointed at or focused, on the line under the map. */
function sayCountries(container: HTMLElement, line: HTMLElement | null, signal: AbortSignal): void {
  if (!line) return;
  const hint = line.textContent;
  const say = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest("svg a") : null;
    line.textContent = link?.getAttribute("aria-label") ?? hint;
  };
  for (const type of ["pointerover", "focusin"]) container.addEventListener(type, say, { signal });
  signal.addEventListener("abort", () => {
    line.textContent = hint;
  });
}

/** The wheel zooms only with Ctrl or once the map has the focus; a drag that ends on a country is no click. */
function keepPage(map: L.Map, panel: HTMLElement, container: HTMLElement, signal: AbortSignal): void {
  const wheel = (event: WheelEvent) => {
    const focused = container.contains(container.ownerDocument.activeElement);
    if (!event.ctrlKey && !focused && container.contains(event.target as Node)) event.stopPropagation();
  };
  const click = (event: MouseEvent) => {
    const dragged = (map.dragging as L.Handler & { moved?: () => boolean }).moved?.();
    if (dragged && event.detail > 0) event.preventDefault();
  };
  panel.addEventListener("wheel", wheel, { capture: true, passive: true, signal });
  container.addEventListener("click", click, { capture: true, signal });
}

/** What gets the focus comes into view by moving the map, never by scrolling its frame. */
function followFocus(map: L.Map, container: HTMLElement, signal: AbortSignal): void {
  const follow = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || event.target === container) return;
    container.scrollTo(0, 0);
    const [frame, target] = [container.getBoundingClientRect(), event.target.getBoundingClientRect()];
    const middle = L.point(target.x + target.width / 2 - frame.x, target.y + target.height / 2 - frame.y);
    const outside = middle.x < 0 || middle.y < 0 || middle.x > frame.width || middle.y > frame.height;
    if (outside) map.panTo(map.containerPointToLatLng(middle));
  };
  container.addEventListener("focusin", follow, { signal });
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
  const container = L.DomUtil.create("div", "map-live");
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", texts.label);
  panel.prepend(container);
  const bounds = L.latLngBounds([-height, 0], [0, width]);
  const map = makeMap(container, bounds, texts, options);
  const overlay = L.svgOverlay(svg, bounds, { interactive: true }).addTo(map);
  const listening = new AbortController();
  keepSizes(map, container);
  sayCountries(container, panel.querySelector(".map-hint"), listening.signal);
  keepPage(map, panel, container, listening.signal);
  followFocus(map, container, listening.signal);
  const pins = new Pins(map, points, texts);
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !pins.closeList()) options.onEscape();
  };
  container.addEventListener("keydown", leave, { signal: listening.signal });
  container.focus({ preventScroll: true });
  return {
    close: () => {
      listening.abort();
      overlay.remove();
      map.remove();
      for (const name of ["style", "class"]) svg.removeAttribute(name);
      container.replaceWith(svg);
    },
  };
}
