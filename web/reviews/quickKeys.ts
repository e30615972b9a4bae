/** What keys mean in a grid: where an arrow leads, and which choice a letter takes. */
import type { Choice } from "./quickSaving.ts";

export interface Place {
  row: number;
  column: number;
}

interface Grid {
  rows: number;
  columns: number;
  rightToLeft: boolean;
}

/** Null where the key leads nowhere; at an edge it stays. */
export function placeAfter(key: string, { row, column }: Place, grid: Grid): Place | null {
  const on = grid.rightToLeft ? -1 : 1;
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowRight: [0, on],
    ArrowLeft: [0, -on],
    Home: [0, -grid.columns],
    End: [0, grid.columns],
    PageUp: [-10, 0],
    PageDown: [10, 0],
  };
  const step = steps[key];
  if (!step) return null;
  const within = (at: number, end: number) => Math.min(Math.max(at, 0), end - 1);
  return { row: within(row + step[0], grid.rows), column: within(column + step[1], grid.columns) };
}

/** The next choice after the chosen one that begins with that letter. */
export function firstWith(key: string, choices: readonly Choice[], chosen: string): Choice | null {
  if ([...key].length !== 1 || key === " ") return null;
  const at = choices.findIndex(({ value }) => value === chosen);
  const turned = [...choices.slice(at + 1), ...choices.slice(0, at + 1)];
  const letter = key.toLocaleLowerCase();
  return turned.find(({ label }) => label.toLocaleLowerCase().startsWith(letter)) ?? null;
}
