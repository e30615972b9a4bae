/** Asks for what changed in a thread since a version, part by part, until there is no more. */
import type { Post, Thread } from "shared/board/contract.ts";

interface Part {
  version: number;
  thread: Thread;
  posts: Post[];
  next: number | null;
}

export interface Changes {
  version: number;
  thread: Thread;
}

/** Why nothing could be told: the thread is gone for this reader, or it is worth trying again. */
export class NotTold extends Error {
  readonly isGone: boolean;

  constructor(isGone: boolean) {
    super("changes were not told");
    this.isGone = isGone;
  }
}

const PART = 100;

/** Hands over each part's posts as it comes; throws NotTold. */
export async function askChanges(
  id: number,
  since: number,
  take: (posts: readonly Post[]) => void,
): Promise<Changes> {
  for (let from = since; ; ) {
    const part = await askPart(id, from);
    take(part.posts);
    if (part.next === null || part.next <= from) return { version: part.version, thread: part.thread };
    from = part.next;
  }
}

async function askPart(id: number, since: number): Promise<Part> {
  const reply = await fetch(`/api/v1/threads/${id}/changes?since=${since}&limit=${PART}`).catch(() => null);
  if (!reply?.ok) throw new NotTold(reply?.status === 404);
  const part = (await reply.json()) as Part;
  // It was merged into another, to which the server led.
  if (part.thread.id !== id) throw new NotTold(true);
  return part;
}
