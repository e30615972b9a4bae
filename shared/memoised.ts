/** Remembers what a slow pure function answered, within a bound. */

/** Dates, counts and sentences that pages show at any time; beyond it the memory is simply started anew. */
const MOST = 5_000;

export function memoised<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
}
