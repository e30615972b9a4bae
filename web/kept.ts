/** Rendered pieces that are the same on many pages, kept for as long as the data that they show. */
import type { JSX } from "solid-js";

const pieces = new WeakMap<object, Map<string, JSX.Element>>();

/**
 * What `render` gave for this data before, or gives now. `key` names everything beside the data that the piece depends
 * on, as its language. For pieces outside of islands only: they hold no hydration keys.
 */
export function kept(data: object, key: string, render: () => JSX.Element): JSX.Element {
  const ofData = pieces.get(data) ?? new Map<string, JSX.Element>();
  pieces.set(data, ofData);
  const known = ofData.get(key);
  if (known !== undefined) return known;
  const piece = render();
  ofData.set(key, piece);
  return piece;
}
