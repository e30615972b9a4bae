/** Measures of rings in map units: area, box, and the point inside that is farthest from every edge. */
import type { Ring } from "./planar.ts";

type Box = [left: number, top: number, right: number, bottom: number];

/** Area of a closed ring in square units. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    twice += x * ny - nx * y;
  }
  return Math.abs(twice) / 2;
}

function boxOf(rings: Ring[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function squaredDistance(x: number, y: number, a: Ring[number], b: Ring[number]): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const along = dx || dy ? ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy) : 0;
  const t = Math.min(1, Math.max(0, along));
  return (x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2;
}

/** Distance to the nearest edge, negative outside (even-odd rule). */
function depth(x: number, y: number, rings: Ring[]): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (!a || !b) continue;
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, a, b));
    }
  }
  return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}

/** Where a label fits best (pole of inaccessibility of the largest part) and how far it is from the edges. */
export function labelPoint(rings: Ring[]): { x: number; y: number; room: number } {
  const largest = rings.reduce(
    (best, ring) => (ringArea(ring) > ringArea(best) ? ring : best),
    rings[0] ?? [],
  );
  const [left, top, right, bottom] = boxOf([largest]);
  // Only rings that may be holes in the largest part or touch it matter; an archipelago has hundreds of others.
  const near = rings.filter((ring) => {
    const [x, y] = ring[0] ?? [0, 0];
    return ring === largest || (x >= left && x <= right && y >= top && y <= bottom);
  });
  let best = { x: (left + right) / 2, y: (top + bottom) / 2, room: -Infinity };
  let [x0, y0, w, h] = [left, top, right - left, bottom - top];
  for (let pass = 0; pass < 3; pass++) {
    const steps = pass === 0 ? 14 : 6;
    for (let i = 0; i <= steps; i++) {
      for (let j = 0; j <= steps; j++) {
        const [x, y] = [x0 + (w * i) / steps, y0 + (h * j) / steps];
        const room = depth(x, y, near);
        if (room > best.room) best = { x, y, room };
      }
    }
    [w, h] = [(w / steps) * 2, (h / steps) * 2];
    [x0, y0] = [best.x - w / 2, best.y - h / 2];
  }
  return { x: Math.round(best.x), y: Math.round(best.y), room: Math.max(0, Math.round(best.room)) };
}
