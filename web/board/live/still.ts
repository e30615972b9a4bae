/** Changes a page without moving what one reads or writes. */

/** What stays where it is on the screen: the field one types in, else the first post that is seen. */
function anchorIn(list: Element): Element | null {
  const { activeElement } = document;
  if (activeElement?.closest("form") && activeElement !== document.body) return activeElement;
  for (const post of list.children) if (post.getBoundingClientRect().bottom > 0) return post;
  return null;
}

export function holdStill(list: Element, change: () => void): void {
  const anchor = anchorIn(list);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (!anchor?.isConnected) return;
  const moved = anchor.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: "instant" });
}
