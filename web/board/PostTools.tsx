/** What the reader may do with a post, as links below it; rendered alike by the server and in the browser. */
import type { Post } from "shared/board/contract.ts";
import { Show } from "solid-js";
import { type MayReact, Reactions } from "./Reactions.tsx";
import type { PostWords } from "./words.ts";

export interface PostMay {
  quote?: boolean;
  flag?: boolean;
  edit?: boolean;
  /** Members see what an edited post said before. */
  history?: boolean;
  /** The author may be blocked or muted. */
  block?: boolean;
  /** Moderators decide about it. */
  decide?: boolean;
  react?: MayReact | undefined;
}

export interface PostToolsProps {
  post: Post;
  words: PostWords;
  may: PostMay;
}

export function PostTools(props: PostToolsProps) {
  const at = () => `${props.words.thread}/posts/${props.post.number}`;
  const kept = () => (props.words.saver ? "?saver=1" : "");
  const hasLinks = () => {
    const { react: _react, ...links } = props.may;
    return Object.values(links).some(Boolean);
  };
  return (
    <>
      <Show when={props.post.state === "visible" && props.post}>
        {(post) => <Reactions post={post()} words={props.words} react={props.may.react ?? null} />}
      </Show>
      <Show when={hasLinks()}>
        <p class="row">
          <Show when={props.may.quote}>
            <a
              href={`${props.words.thread}/reply?quote=${props.post.number}${props.words.saver ? "&saver=1" : ""}`}
              rel="nofollow"
            >
              {props.words.quote}
            </a>
          </Show>
          <Show when={props.may.edit}>
            <a href={`${at()}/edit${kept()}`}>{props.words.edit}</a>
          </Show>
          <Show when={props.may.history}>
            <a href={`${at()}/history${kept()}`}>{props.words.history}</a>
          </Show>
          <Show when={props.may.flag}>
            <a href={`${at()}/flag${kept()}`}>{props.words.flag}</a>
          </Show>
          <Show when={props.may.block && authorOf(props.post)}>
            {(handle) => (
              <a
                href={`${props.words.root}/account/blocks?handle=${encodeURIComponent(handle())}`}
                rel="nofollow"
              >
                {props.words.block}
              </a>
            )}
          </Show>
          <Show when={props.may.decide}>
            <a href={`${props.words.thread.replace(/\/board\/.*/, "/desk/flags")}/${props.post.id}${kept()}`}>
              {props.words.decide}
            </a>
          </Show>
        </p>
      </Show>
    </>
  );
}

const authorOf = (post: Post) => (post.state === "visible" ? (post.author?.handle ?? null) : null);
