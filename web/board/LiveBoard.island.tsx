/** Above a board's threads: says how many have news, and leaves the list as it is under the finger until asked. */
import type { Thread } from "shared/board/contract.ts";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { follow, savesData } from "../live.ts";
import { type Counted, counted } from "./live/counted.ts";

export interface LiveBoardProps {
  topic: string;
  /** The latest threads as data. */
  latest: string;
  /** This page. */
  here: string;
  locale: string;
  news: Counted;
  replies: Counted;
}

export default function LiveBoard(props: LiveBoardProps) {
  const [news, setNews] = createSignal<ReadonlySet<number>>(new Set());

  const heard = ({ id, lastNumber, state }: Thread) => {
    const shown = document.querySelector<HTMLElement>(`#t${id} [data-replies]`);
    const replies = lastNumber - 1;
    if (state !== "visible" || shown?.dataset.replies === String(replies)) return;
    if (shown) {
      shown.dataset.replies = String(replies);
      shown.textContent = counted(props.replies, props.locale, replies);
    }
    setNews((before) => new Set(before).add(id));
  };
  /** What was written between the page and the socket, or while it was away; beyond the list's end nothing is news. */
  const look = async () => {
    const reply = await fetch(props.latest).catch(() => null);
    const list = reply?.ok ? ((await reply.json()) as { items: Thread[] }) : null;
    for (const thread of list?.items ?? []) if (document.querySelector(`#t${thread.id}`)) heard(thread);
  };
  onMount(() => {
    if (savesData()) return;
    const follower = { "thread.changed": (told: { thread: Thread }) => heard(told.thread) };
    onCleanup(follow({ topic: props.topic, joined: () => void look(), heard: follower }));
  });
  const words = () => counted(props.news, props.locale, news().size);
  return (
    <>
      <p class="visually-hidden" role="status">
        {news().size > 0 ? words() : ""}
      </p>
      <Show when={news().size > 0}>
        <p class="fresh">
          <a class="button" href={props.here}>
            {words()}
          </a>
        </p>
      </Show>
    </>
  );
}
