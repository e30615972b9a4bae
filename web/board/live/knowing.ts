/** What a page knows of its thread: which post is news to it, and from where on it must ask. */
import type { Post } from "shared/board/contract.ts";

export interface Knowing {
  /** Everything up to this version of the thread is known here. */
  version: number;
  /** The number of the thread's last post that is known. */
  last: number;
  /** Later versions of posts, by number. */
  posts: ReadonlyMap<number, number>;
  /** As the page came: posts up to this number are known at this version. */
  begun: { version: number; last: number };
}

export function begin(version: number, last: number): Knowing {
  return { version, last, posts: new Map(), begun: { version, last } };
}

/** The same post told twice, or an older state of it told late, is no news. */
export function isNews({ posts, begun }: Knowing, post: Pick<Post, "number" | "version">): boolean {
  const known = posts.get(post.number) ?? (post.number <= begun.last ? begun.version : 0);
  return post.version > known;
}

/**
 * With a post that was told or asked for. Only what follows without a gap raises the version: what a lost message told
 * is then still asked for.
 */
export function withPost(knowing: Knowing, { number, version }: Pick<Post, "number" | "version">): Knowing {
  const posts = new Map(knowing.posts).set(number, version);
  const follows = version === knowing.version + 1;
  return {
    ...knowing,
    posts,
    last: Math.max(knowing.last, number),
    version: follows ? version : knowing.version,
  };
}

/** After asking for all changes up to a version. */
export function caughtUp(knowing: Knowing, version: number): Knowing {
  return { ...knowing, version: Math.max(knowing.version, version) };
}

/** Something was told beyond what follows: a message in between is missing, or comes later. */
export function hasGap(knowing: Knowing, version: number): boolean {
  return version > knowing.version;
}

/** From where changes are asked for: one version back, since one change may be of several posts. */
export function since({ version }: Knowing): number {
  return Math.max(0, version - 1);
}
