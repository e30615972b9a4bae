/** How the form of a page tells the thread of the same page that its post was accepted. */
import type { Post } from "shared/board/contract.ts";

export const WROTE = "board:wrote";

export function tellWrote(post: Post): void {
  document.dispatchEvent(new CustomEvent(WROTE, { detail: post }));
}
