/** How the live map gets on with its page: what is said under it, the wheel, clicks after a drag, the focus. */
import L from "leaflet";

/** The sentence of the country that is pointed at or focused, on the line under the map. */
export function sayCountries(container: HTMLElement, line: HTMLElement | null, signal: AbortSignal): void {
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
export function keepPage(map: L.Map, panel: HTMLElement, container: HTMLElement, signal: AbortSignal): void {
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
export function followFocus(map: L.Map, container: HTMLElement, signal: AbortSignal): void {
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
