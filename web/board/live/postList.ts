/** The posts of a page: one put in its place by number, one changed where it stands, the answer marked. */
import type { Post } from "shared/board/contract.ts";
import { holdStill } from "./still.ts";

export interface PostList {
  /** The element whose children are the posts. */
  element: Element;
  newestFirst: boolean;
  /** Makes a post's element. */
  draw(post: Post): Element;
}

const postOf = ({ element }: PostList, number: number) => element.querySelector(`:scope > #p${number}`);

export function numbersIn({ element }: PostList): number[] {
  return [...element.children].flatMap(({ id }) => (/^p\d+$/.test(id) ? Number(id.slice(1)) : []));
}

/** Whether it is in the list. */
export function has(list: PostList, number: number): boolean {
  return postOf(list, number) !== null;
}

export function replacePost(list: PostList, post: Post): void {
  const before = postOf(list, post.number);
  if (!before) return;
  const after = list.draw(post);
  // Its buttons are forms of the page: they go on working, and the token in them is the page's.
  if (post.state === "visible") after.append(...before.querySelectorAll("form:not(.reactions)"));
  const place = focusIn(before);
  holdStill(list.element, () => before.replaceWith(after));
  const same = place === null ? null : focusables(after)[place];
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
}

/** Who is at a link or a button of a post stays there when the post changes. */
function focusIn(element: Element): number | null {
  const { activeElement } = document;
  const place = activeElement === null ? -1 : focusables(element).indexOf(activeElement);
  return place >= 0 ? place : null;
}

const focusables = (element: Element): Element[] => [...element.querySelectorAll("a[href], button, summary")];

export function addPost(list: PostList, post: Post): void {
  const comesAfter = (number: number) => (list.newestFirst ? number < post.number : number > post.number);
  const next = numbersIn(list).find(comesAfter);
  const before = next === undefined ? null : postOf(list, next);
  holdStill(list.element, () => list.element.insertBefore(list.draw(post), before));
}

/** The tag at the post that answers the question, and at no other. */
export function markAnswer(list: PostList, answer: number | null, word: string): void {
  for (const number of numbersIn(list)) {
    const post = postOf(list, number);
    const mark = post?.querySelector(":scope > p:first-child strong.tag");
    if (number !== answer) mark?.remove();
    else if (!mark) {
      const tag = document.createElement("strong");
      tag.className = "tag";
      tag.textContent = word;
      post?.querySelector(":scope > p:first-child")?.append(" ", tag);
    }
  }
}
