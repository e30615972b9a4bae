/** A post with what the reader may do with it: the one way in which pages and the browser show posts in a thread. */
import type { Post } from "shared/board/contract.ts";
import type { JSX } from "solid-js";
import { PostTools, type PostToolsProps } from "./PostTools.tsx";
import { type PostPlace, PostView } from "./PostView.tsx";
import type { PostWords } from "./words.ts";

export interface PostItemProps {
  post: Post;
  words: PostWords;
  place: PostPlace;
  may: PostToolsProps["may"];
  /** Forms of the page, which stay when the post changes live. */
  children?: JSX.Element;
}

export function PostItem(props: PostItemProps) {
  return (
    <PostView post={props.post} words={props.words} {...props.place}>
      <PostTools post={props.post} words={props.words} may={props.may} />
      {props.children}
    </PostView>
  );
}
