/** Where names of neighbours and cities go on a country's map, so that they do not run into each other. */
import type { MapPoint } from "shared/regions/projection.ts";

/** Rough width of a letter and height of a line in map units; the map is seldom shown at its full width. */
const NAME = { letter: 9.5, line: 19 };
const PLACE = { letter: 12, line: 24 };
const GAP = 4;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface PlacedLabel {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

interface Labelled extends MapPoint {
  text: string;
  /** Radius of the circle beside which the text stands. */
  r: number;
}

export interface PlacedName extends MapPoint {
  lines: string[];
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const widthOf = (text: string, { letter }: { letter: number }) => [...text].length * letter;

const nameWidth = (lines: string[]) => Math.max(...lines.map((line) => widthOf(line, NAME)));

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

function candidates({ x, y, r, text }: Labelled): { label: PlacedLabel; box: Box }[] {
  const width = widthOf(text, PLACE);
  const beside = r + GAP;
  const above = r + PLACE.line / 2;
  return [
    {
      label: { x: x + beside, y, anchor: "start" },
      box: around(x + beside + width / 2, y, width, PLACE.line),
    },
    { label: { x: x - beside, y, anchor: "end" }, box: around(x - beside - width / 2, y, width, PLACE.line) },
    { label: { x, y: y - above, anchor: "middle" }, box: around(x, y - above, width, PLACE.line) },
    { label: { x, y: y + above, anchor: "middle" }, box: around(x, y + above, width, PLACE.line) },
  ];
}

/** A place beside each circle, the first ones first; undefined where none is free of `names` and of each other. */
export function placeLabels(
  points: Labelled[],
  frame: Box,
  names: PlacedName[],
): (PlacedLabel | undefined)[] {
  const taken = names.map(({ x, y, lines }) => around(x, y, nameWidth(lines), lines.length * NAME.line));
  const circles = points.map(({ x, y, r }) => around(x, y, 2 * r, 2 * r));
  const within = (box: Box) =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  return points.map((point, own) => {
    const found = candidates(point).find(
      ({ box }) =>
        within(box) &&
        !taken.some((other) => overlap(box, other)) &&
        !circles.some((circle, i) => i !== own && overlap(box, circle)),
    );
    if (found) taken.push(found.box);
    return found?.label;
  });
}

/** A name broken into lines for the `room` there is around a point, none when it does not fit. */
export function linesFor(name: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, NAME) <= room * 2)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const corner = Math.hypot(nameWidth(lines) / 2, (lines.length * NAME.line) / 2);
  return corner <= room * 1.15 ? lines : [];
}
