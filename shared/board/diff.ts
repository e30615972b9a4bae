/** What an edit changed, word by word: Myers' algorithm, with an end where two texts have little in common. */

export interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond so many changed words it is another text: both are shown whole. */
const MOST_CHANGES = 600;
/** Of what stayed the same, so much is shown around a change. */
const CONTEXT = 120;

export function differences(before: string, after: string): Part[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(old, fresh);
  const end = commonStart(old.slice(start).toReversed(), fresh.slice(start).toReversed());
  const [oldMiddle, freshMiddle] = [
    old.slice(start, old.length - end),
    fresh.slice(start, fresh.length - end),
  ];
  const middle = steps(oldMiddle, freshMiddle) ?? [
    { kind: "removed" as const, text: oldMiddle.join("") },
    { kind: "added" as const, text: freshMiddle.join("") },
  ];
  const same = (words: string[]): Part => ({ kind: "same", text: words.join("") });
  return shortened(joined([same(old.slice(0, start)), ...middle, same(old.slice(old.length - end))]));
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

function commonStart(one: string[], other: string[]): number {
  const differing = one.findIndex((word, at) => word !== other[at]);
  return differing < 0 ? Math.min(one.length, other.length) : differing;
}

/** Null where too much changed. */
function steps(old: string[], fresh: string[]): Part[] | null {
  const reached = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(MOST_CHANGES, old.length + fresh.length); changes++) {
    trace.push(new Map(reached));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = furthest(reached, diagonal, changes);
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x++;
      reached.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return walkedBack(old, fresh, trace);
    }
  }
  return null;
}

const at = (reached: Map<number, number>, diagonal: number) => reached.get(diagonal) ?? -1;

function goesDown(reached: Map<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && at(reached, diagonal - 1) < at(reached, diagonal + 1);
}

function furthest(reached: Map<number, number>, diagonal: number, changes: number): number {
  return goesDown(reached, diagonal, changes) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
}

function walkedBack(old: string[], fresh: string[], trace: Map<number, number>[]): Part[] {
  const parts: Part[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reached = trace[changes] ?? new Map();
    const isDown = goesDown(reached, x - y, changes);
    const from = isDown ? x - y + 1 : x - y - 1;
    const fromX = changes === 0 ? 0 : at(reached, from);
    const fromY = changes === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      parts.push({ kind: "same", text: old[--x] ?? "" });
      y--;
    }
    if (changes === 0) break;
    if (isDown) parts.push({ kind: "added", text: fresh[--y] ?? "" });
    else parts.push({ kind: "removed", text: old[--x] ?? "" });
  }
  return parts.toReversed();
}

function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const { kind, text } of parts) {
    const last = whole.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else whole.push({ kind, text });
  }
  return whole;
}

function shortened(parts: Part[]): Part[] {
  return parts.map(({ kind, text }, place) => {
    const [isFirst, isLast] = [place === 0, place === parts.length - 1];
    if (kind !== "same" || text.length <= CONTEXT * (isFirst || isLast ? 1 : 2) + 1) return { kind, text };
    const start = isFirst ? "" : text.slice(0, CONTEXT).toWellFormed();
    const end = isLast ? "" : text.slice(-CONTEXT).toWellFormed();
    return { kind, text: `${start} … ${end}` };
  });
}
