/** From a page about one post the way back to it. */
import type { Thread } from "shared/board/contract.ts";
import { Breadcrumbs } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";

export interface PostOf {
  region: string;
  thread: Thread;
  number: number;
}

export function postLink(page: Page, { region, thread, number }: PostOf): string {
  return `${page.link(`${region}/board/threads/${thread.id}`, { post: number })}#p${number}`;
}

export function PostTrail(props: PostOf) {
  const page = usePage();
  const { region, thread } = props;
  return (
    <Breadcrumbs
      trail={[
        { href: page.link(`${region}/board`), text: page.t("board.title") },
        { href: postLink(page, props), text: thread.title },
      ]}
    />
  );
}
