/** Replies that wait for the network, where they will stand: each with its state, and a way not to send it. */
import { For, Show } from "solid-js";
import type { Waiting } from "./device.ts";

export interface WaitingTexts {
  waits: string;
  later: string;
  signIn: string;
  cancel: string;
}

interface WaitingPostsProps {
  posts: readonly Waiting[];
  why: "network" | "later" | "signIn";
  texts: WaitingTexts;
  cancel(waiting: Waiting): void;
}

export function WaitingPosts(props: WaitingPostsProps) {
  const state = () => (props.why === "network" ? props.texts.waits : props.texts[props.why]);
  return (
    <For each={props.posts}>
      {(waiting) => (
        <article class="post" data-waits={waiting.post.clientId}>
          <p class="notice">{state()}</p>
          <For each={waiting.post.body.split("\n")}>
            {(line) => (
              <Show when={line.trim() !== ""}>
                <p dir="auto">{line}</p>
              </Show>
            )}
          </For>
          <button type="button" class="plain-button" onClick={() => props.cancel(waiting)}>
            {props.texts.cancel}
          </button>
        </article>
      )}
    </For>
  );
}
