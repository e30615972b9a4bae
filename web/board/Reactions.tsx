/** Signs below a post: how many of each, and for whoever may the buttons to give one or take it back. */
import type { VisiblePost } from "shared/board/contract.ts";
import { type ReactionKind, reactionKinds } from "shared/board/rules.ts";
import { For, Show } from "solid-js";
import type { PostWords } from "./words.ts";

export interface MayReact {
  csrf: string;
  /** What the reader gave already. */
  own: ReactionKind[];
}

interface ReactionsProps {
  post: VisiblePost;
  words: PostWords;
  react: MayReact | null;
}

export function Reactions(props: ReactionsProps) {
  const given = () => reactionKinds.filter((kind) => props.post.reactions[kind]);
  return (
    <Show when={props.react} fallback={<Counts {...props} given={given()} />}>
      {(react) => (
        <form
          class="reactions"
          method="post"
          action={`${props.words.thread}/posts/${props.post.number}/reactions${props.words.saver ? "?saver=1" : ""}`}
        >
          <input type="hidden" name="csrf" value={react().csrf} />
          <For each={reactionKinds}>
            {(kind) => {
              const isOwn = () => react().own.includes(kind);
              return (
                <button
                  type="submit"
                  class="plain-button"
                  name="kind"
                  value={isOwn() ? `-${kind}` : kind}
                  aria-pressed={isOwn()}
                >
                  {textOf(props, kind)}
                </button>
              );
            }}
          </For>
        </form>
      )}
    </Show>
  );
}

function Counts(props: ReactionsProps & { given: ReactionKind[] }) {
  return (
    <Show when={props.given.length > 0}>
      <p class="muted">{props.given.map((kind) => textOf(props, kind)).join(" · ")}</p>
    </Show>
  );
}

function textOf({ post, words }: ReactionsProps, kind: ReactionKind): string {
  const count = post.reactions[kind] ?? 0;
  const name = words.reactions[kind];
  if (count === 0) return name;
  const figure = new Intl.NumberFormat(words.locale).format(count);
  return words.reactionCount.replace("{name}", name).replace("{count}", figure);
}
