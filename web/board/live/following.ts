/** Keeps a page's thread the same as the platform's: what is told is shown once, and what was missed is asked for. */
import type { Post, Thread } from "shared/board/contract.ts";
import { type PresenceHeard, type TypingHeard, threadTopic } from "shared/board/live.ts";
import { follow, savesData } from "../../live.ts";
import { askChanges, NotTold } from "./asking.ts";
import { begin, caughtUp, hasGap, isNews, type Knowing, since, withPost } from "./knowing.ts";

export interface Shower {
  post(post: Post): void;
  thread(thread: Thread): void;
  /** The thread may not be read any more, or went elsewhere. */
  gone(): void;
  /** Whether new posts arrive by themselves. */
  live(isLive: boolean): void;
  typing(heard: TypingHeard): void;
  presence(heard: PresenceHeard): void;
}

export interface Followed {
  /** Asks for what is missing now. */
  look(): Promise<void>;
  /** A post that this page wrote itself. */
  wrote(post: Post): void;
  end(): void;
}

/** A message that another overtook comes within this time. */
const GAP_MS = 500;
/** The platform was busy, or the network broke in between. */
const AGAIN_MS = 4_000;
/** A device that slept so long may have missed its own disconnection. */
const SLEPT_MS = 20_000;

export function followThread(id: number, version: number, last: number, show: Shower): Followed {
  let knowing: Knowing = begin(version, last);
  let looking: Promise<void> | null = null;
  let timer = 0;
  const soon = (after: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), after);
  };

  const take = (post: Post) => {
    if (!isNews(knowing, post)) return;
    knowing = withPost(knowing, post);
    show.post(post);
  };
  const askOnce = async () => {
    try {
      const now = await askChanges(id, since(knowing), (posts) => posts.forEach(take));
      knowing = caughtUp(knowing, now.version);
      show.thread(now.thread);
    } catch (error) {
      if (!(error instanceof NotTold)) throw error;
      if (error.isGone) show.gone();
      else if (navigator.onLine) soon(AGAIN_MS);
    }
  };
  const look = async () => {
    // What is being asked for may have been answered before the latest change.
    if (looking) await looking;
    looking ??= askOnce().finally(() => {
      looking = null;
    });
    await looking;
  };
  const told = (at: number) => {
    if (hasGap(knowing, at)) soon(GAP_MS);
  };
  const unfollow = savesData()
    ? () => {}
    : follow({
        topic: threadTopic(id),
        joined: () => {
          show.live(true);
          void look();
        },
        away: () => show.live(false),
        heard: {
          "post.created": (heard) => {
            take(heard.post);
            told(heard.version);
          },
          "post.changed": (heard) => {
            take(heard.post);
            told(heard.version);
          },
          "thread.changed": (heard) => {
            if (heard.version >= knowing.version) show.thread(heard.thread);
            if (heard.version === knowing.version + 1) knowing = caughtUp(knowing, heard.version);
            told(heard.version);
          },
          typing: show.typing,
          presence: show.presence,
        },
      });
  const awake = awakening(() => void look());
  return {
    look,
    wrote: take,
    end: () => {
      clearTimeout(timer);
      awake();
      unfollow();
    },
  };
}

/** Calls `look` when the page is looked at again after a while. */
function awakening(look: () => void): () => void {
  let asleep = 0;
  const changed = () => {
    if (document.hidden) asleep = performance.now();
    else if (performance.now() - asleep > SLEPT_MS) look();
  };
  document.addEventListener("visibilitychange", changed);
  return () => document.removeEventListener("visibilitychange", changed);
}
