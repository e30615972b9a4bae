/** Below a thread's posts: shows new ones and changes as they come, without moving what one reads, and says how it is. */
import type { Post, Thread } from "shared/board/contract.ts";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { render } from "solid-js/web";
import { savesData, tellTyping } from "../live.ts";
import { type Counted, counted } from "./live/counted.ts";
import { type Followed, followThread } from "./live/following.ts";
import { Others } from "./live/Others.tsx";
import { addPost, has, markAnswer, numbersIn, type PostList, replacePost } from "./live/postList.ts";
import { signsOf } from "./live/signs.ts";
import { WROTE } from "./live/wrote.ts";
import { PostItem } from "./PostItem.tsx";
import type { PostMay } from "./PostTools.tsx";
import type { PostWords } from "./words.ts";

export interface LiveThreadProps {
  id: number;
  version: number;
  last: number;
  /** The page holds the thread's end. */
  isEnd: boolean;
  newestFirst: boolean;
  locked: boolean;
  words: PostWords;
  /** Who reads, and what they may do with the posts of others. */
  reader: { handle: string; mayQuote: boolean; mayDecide: boolean } | null;
  /** Of members alone: who chose it is shown as being there, and as writing. */
  isAmongMembers: boolean;
  texts: Record<"away" | "newer" | "locked" | "gone" | "again" | "typing" | "present", string> & {
    fresh: Counted;
  };
}

export default function LiveThread(props: LiveThreadProps) {
  const [isLive, setLive] = createSignal(true);
  const [isGone, setGone] = createSignal(false);
  const [isLocked, setLocked] = createSignal(false);
  const [fresh, setFresh] = createSignal<readonly number[]>([]);
  const [writing, setWriting] = createSignal("");
  const [there, setThere] = createSignal<readonly string[]>([]);
  let root: HTMLDivElement | undefined;
  let followed: Followed | undefined;
  let isAtEnd = false;
  let answer: number | null = null;
  let title: string | null = null;

  onMount(() => {
    const element = document.querySelector("#posts");
    if (!element || !root) return;
    const list: PostList = {
      element,
      newestFirst: props.newestFirst,
      draw: (post) => drawn(props, post, answer),
    };
    const seen = new IntersectionObserver(([entry]) => {
      isAtEnd = entry?.isIntersecting ?? false;
      if (isAtEnd) setFresh([]);
    });
    seen.observe(props.newestFirst ? (element.firstElementChild ?? root) : root);
    followed = followThread(props.id, props.version, props.last, {
      post: (post) => showPost(list, post),
      thread: (thread) => {
        answer = thread.answer;
        markAnswer(list, answer, props.words.answer);
        showThread(thread);
      },
      gone: () => setGone(true),
      live: setLive,
      typing: ({ handle }) => setWriting(handle),
      presence: ({ handles }) => setThere(handles.filter((one) => one !== props.reader?.handle)),
    });
    if (savesData()) setLive(false);
    const wrote = (event: Event) => followed?.wrote((event as CustomEvent<Post>).detail);
    document.addEventListener(WROTE, wrote);
    const form = document.querySelector("#reply form");
    const typed = () => tellTyping(`thread:${props.id}`);
    if (props.isAmongMembers) form?.addEventListener("input", typed);
    onCleanup(() => {
      seen.disconnect();
      followed?.end();
      document.removeEventListener(WROTE, wrote);
      form?.removeEventListener("input", typed);
    });
  });

  const showPost = (list: PostList, post: Post) => {
    if (has(list, post.number)) return replacePost(list, post);
    const shown = numbersIn(list);
    const isNext = props.isEnd && post.number > Math.max(props.last, 0);
    const isBetween =
      shown.some((number) => number > post.number) && shown.some((number) => number < post.number);
    if (isNext || isBetween) addPost(list, post);
    const isOwn = post.state === "visible" && post.author?.handle === props.reader?.handle;
    if (post.number > props.last && !isAtEnd && !isOwn) setFresh((before) => [...before, post.number]);
  };
  const showThread = (thread: Thread) => {
    setLocked(thread.locked && !props.locked);
    setGone(thread.state === "merged" || thread.state === "deleted");
    const heading = document.querySelector("h1");
    // The page may show a translation: only another title than the one told before is a change.
    if (heading && title !== null && thread.title !== title) heading.textContent = thread.title;
    title = thread.title;
  };
  const toFresh = () => {
    const [first] = fresh().toSorted((a, b) => a - b);
    const post = document.querySelector<HTMLElement>(`#p${first}`);
    if (!post) return location.assign(`${props.words.thread}?post=${first}#p${first}`);
    setFresh([]);
    post.tabIndex = -1;
    post.focus({ preventScroll: true });
    post.scrollIntoView({ block: "start" });
  };

  return (
    <div ref={root} class="live">
      <p class="visually-hidden" role="status">
        {fresh().length > 0 ? counted(props.texts.fresh, props.words.locale, fresh().length) : ""}
      </p>
      <Show when={fresh().length > 0}>
        <p class="fresh">
          <button type="button" onClick={toFresh}>
            {counted(props.texts.fresh, props.words.locale, fresh().length)}
          </button>
        </p>
      </Show>
      <Show when={!isLive() && !isGone()}>
        <p class="muted">
          {props.texts.away}{" "}
          <button type="button" class="plain-button" onClick={() => void followed?.look()}>
            {props.texts.newer}
          </button>
        </p>
      </Show>
      <Show when={isLocked() || isGone()}>
        <p class="notice" role="status">
          {isGone() ? props.texts.gone : props.texts.locked}{" "}
          <Show when={isGone()}>
            <a href={props.words.thread}>{props.texts.again}</a>
          </Show>
        </p>
      </Show>
      <Others texts={props.texts} writing={writing()} there={there()} stopped={() => setWriting("")} />
    </div>
  );
}

function drawn(props: LiveThreadProps, post: Post, answer: number | null): Element {
  const element = document.createElement("div");
  const place = { isAnswer: post.number === answer };
  render(
    () => <PostItem post={post} words={props.words} may={mayWith(props, post)} place={place} />,
    element,
  );
  return element.firstElementChild ?? element;
}

/** As the server says it of posts that are there when the page is made. */
function mayWith({ reader }: LiveThreadProps, post: Post): PostMay {
  if (reader === null) return {};
  if (post.state !== "visible") {
    return { decide: reader.mayDecide && post.state !== "moved" && post.state !== "deleted" };
  }
  const { author, edits } = post;
  const isOwn = author?.handle === reader.handle;
  const isOthers = !isOwn && author?.system !== true;
  return {
    quote: reader.mayQuote,
    edit: isOwn,
    react: signsOf(post.number),
    history: edits > 0,
    flag: isOthers,
    block: isOthers && author !== null,
    decide: reader.mayDecide,
  };
}
