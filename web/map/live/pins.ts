/** The CSOs' cities on the live map: buttons that open a list of CSOs, gathered into clusters where they crowd. */
import L from "leaflet";
import Supercluster, { type ClusterProperties } from "supercluster";
import type { LivePoint, LiveTexts } from "./open.ts";

/**
 * Supercluster thinks in degrees on a 512-pixel world. With this many degrees to a map unit, near the equator where
 * Mercator is straight, its zoom is Leaflet's plus ZOOM_SHIFT.
 */
const ZOOM_SHIFT = 7;
const DEGREES = 360 / 512 / 2 ** ZOOM_SHIFT;
const CLUSTER_RADIUS = 48;
/** Width and height of a pin: a comfortable touch target (WCAG 2.5.5). */
const PIN = 44;
const EVERYWHERE: [number, number, number, number] = [-180, -85, 180, 85];

interface City {
  point: number;
  count: number;
}

interface Sum {
  count: number;
}

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

function indexOf(points: LivePoint[]) {
  const index = new Supercluster<City, Sum>({
    radius: CLUSTER_RADIUS,
    maxZoom: 16,
    map: ({ count }) => ({ count }),
    reduce: (sum, { count }) => {
      sum.count += count;
    },
  });
  return index.load(
    points.map(({ x, y, organisations, count }, point) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [x * DEGREES, -y * DEGREES] },
      properties: { point, count: count ?? organisations.length },
    })),
  );
}

/** What a pin opens, at the foot of the map where it is never cut off: the city, its CSOs as links, a button to close. */
function listOf({ city, organisations }: LivePoint, texts: LiveTexts, onClose: () => void): HTMLElement {
  const box = L.DomUtil.create("div", "map-list");
  const heading = L.DomUtil.create("h3", "", box);
  heading.textContent = city;
  heading.dir = "auto";
  const list = L.DomUtil.create("ul", "", box);
  for (const { name, href } of organisations) {
    const link = L.DomUtil.create("a", "map-list-link", L.DomUtil.create("li", "", list));
    link.href = href;
    link.textContent = name;
    link.dir = "auto";
  }
  const close = L.DomUtil.create("button", "map-list-close", box);
  close.type = "button";
  close.textContent = texts.close;
  close.addEventListener("click", onClose);
  return box;
}

function pinFace(label: string, count: number, kind: string): HTMLButtonElement {
  const button = L.DomUtil.create("button", `map-pin-face ${kind}`);
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.title = label;
  button.textContent = String(count);
  // A click that reached the map would close the list that it has just opened.
  L.DomEvent.disableClickPropagation(button);
  return button;
}

/** The pins of one live map, drawn anew for every zoom. */
export class Pins {
  readonly #map: L.Map;
  readonly #points: LivePoint[];
  readonly #texts: LiveTexts;
  readonly #index;
  readonly #layer = L.layerGroup();
  /** The pin whose list is open. */
  #opener: HTMLElement | undefined;
  #list: HTMLElement | undefined;
  /** Where a cluster was pressed: the focus goes on to what it opens into. */
  #pressed: L.LatLng | undefined;

  constructor(map: L.Map, points: LivePoint[], texts: LiveTexts) {
    this.#map = map;
    this.#points = points;
    this.#texts = texts;
    this.#index = indexOf(points);
    this.#layer.addTo(map);
    map.on("zoomend", () => this.#draw());
    map.on("click", () => this.closeList());
    this.#draw();
  }

  /** Closes the open list and gives the focus back to its pin; false when none is open. */
  closeList(): boolean {
    if (!this.#list) return false;
    this.#list.remove();
    this.#list = undefined;
    // Zooming draws the pins anew, so the one that opened the list may be gone.
    (this.#opener?.isConnected ? this.#opener : this.#map.getContainer()).focus();
    return true;
  }

  #draw(): void {
    this.#layer.clearLayers();
    const pins = this.#index
      .getClusters(EVERYWHERE, this.#map.getZoom() + ZOOM_SHIFT)
      .map(({ geometry, properties }) => {
        const [x = 0, y = 0] = geometry.coordinates;
        const place = L.latLng(y / DEGREES, x / DEGREES);
        const button = "cluster" in properties ? this.#cluster(place, properties) : this.#city(properties);
        const icon = L.divIcon({ html: button, className: "map-pin", iconSize: [PIN, PIN] });
        L.marker(place, { icon, keyboard: false, interactive: false }).addTo(this.#layer);
        return { place, button };
      });
    const pressed = this.#pressed;
    if (!pressed) return;
    const away = (place: L.LatLng) => this.#map.distance(pressed, place);
    pins.sort((a, b) => away(a.place) - away(b.place))[0]?.button.focus();
    this.#pressed = undefined;
  }

  #cluster(place: L.LatLng, { count, cluster_id, point_count }: ClusterProperties & Sum): HTMLButtonElement {
    const button = pinFace(
      fill(this.#texts.clusterPin, { n: count, cities: point_count }),
      count,
      "map-pin-cluster",
    );
    button.addEventListener("click", () => {
      this.#pressed = place;
      this.#map.setView(place, this.#index.getClusterExpansionZoom(cluster_id) - ZOOM_SHIFT);
    });
    return button;
  }

  #city({ point, count }: City): HTMLButtonElement {
    const city = this.#points[point];
    const button = pinFace(
      fill(this.#texts.cityPin, { n: count, city: city?.city ?? "" }),
      count,
      "map-pin-city",
    );
    if (city) button.addEventListener("click", () => this.#openList(city, button));
    return button;
  }

  #openList(city: LivePoint, button: HTMLElement): void {
    this.#list?.remove();
    const list = listOf(city, this.#texts, () => this.closeList());
    L.DomEvent.disableClickPropagation(list);
    L.DomEvent.disableScrollPropagation(list);
    this.#map.getContainer().append(list);
    this.#opener = button;
    this.#list = list;
    list.querySelector("a")?.focus();
  }
}
