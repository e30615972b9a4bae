/** What is heard live: names and payloads of both directions, one argument each; and what topics are called. */
import type { Post, Thread } from "./contract.ts";
import { ALL_REGIONS } from "./rules.ts";

export const threadTopic = (id: number) => `thread:${id}`;
export const boardTopic = (region: string | null, slug: string) => `board:${region ?? ALL_REGIONS}/${slug}`;
/** One's own notifications. */
export const ME = "me";

export interface Heard {
  topic: string;
  /** The thread's version from now on. */
  version: number;
}
export interface PostHeard extends Heard {
  post: Post;
}
export interface ThreadHeard extends Heard {
  thread: Thread;
}
export interface NotificationHeard {
  /** How many are unread, up to 100. */
  unread: number;
}
export interface TypingHeard {
  topic: string;
  handle: string;
}
export interface PresenceHeard {
  topic: string;
  handles: string[];
}

/** It is heard no more: what is shown there may no longer be read. */
export interface LeftHeard {
  topic: string;
}

export type Acknowledged = { ok: true } | { ok: false; code: string };

export interface ServerToClient {
  "post.created": (heard: PostHeard) => void;
  "post.changed": (heard: PostHeard) => void;
  "thread.changed": (heard: ThreadHeard) => void;
  notification: (heard: NotificationHeard) => void;
  typing: (heard: TypingHeard) => void;
  presence: (heard: PresenceHeard) => void;
  left: (heard: LeftHeard) => void;
}

export interface ClientToServer {
  join: (topic: string, done: (result: Acknowledged) => void) => void;
  leave: (topic: string, done: (result: Acknowledged) => void) => void;
  typing: (topic: string) => void;
}
