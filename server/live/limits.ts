/** How much one connection, one person and one node take, and what is refused beyond it. */

/** What a client says is a topic's name; whatever is larger is no client of ours. */
export const MAX_FRAME_BYTES = 4_096;
/** A thread, its board, one's own notifications, and some more for apps that show several. */
export const MAX_TOPICS = 20;
/** The longest name of a topic: a region's slug and a board's. */
export const MAX_TOPIC_LENGTH = 160;
/** Some 60 KiB each; beyond it the node would not keep its memory, and asks to come again later. */
export const MAX_SOCKETS = 5_000;
/** Visitors leave room for those who are signed in. */
export const MAX_VISITORS = 4_500;
/** Tabs and devices of one session; a new one ends none of the others. */
export const MAX_SOCKETS_PER_SESSION = 20;
/** Whoever opens a connection and never says what for. */
export const CONNECT_MS = 10_000;

/** A person's typing is told no more often than this; clients show it for a little longer. */
export const TYPING_MS = 2_000;
/** Names at once: beyond it a thread says nothing of who else is there. */
export const MAX_PRESENT = 50;
/** Who comes and goes within it is told together. */
export const PRESENCE_SETTLES_MS = 500;
/** Nodes say again who is with them; who was not heard of for three times as long is no longer shown. */
export const PRESENCE_AGAIN_MS = 20_000;
/** When nobody here shows themselves for so long, the line to the other nodes is closed: an idle node is idle. */
export const LINE_IDLE_MS = 60_000;

/** Frames of one connection: so many at once, and so many a second in the long run. */
const FRAMES_AT_ONCE = 60;
const FRAMES_PER_SECOND = 10;

/** Counts what comes too fast; what was not used fills up again. */
export class Bucket {
  #left = FRAMES_AT_ONCE;
  #at = performance.now();

  /** False where it is empty. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(FRAMES_AT_ONCE, this.#left + ((now - this.#at) / 1000) * FRAMES_PER_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
