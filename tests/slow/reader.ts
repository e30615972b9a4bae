/** A reader of one thread as a browser is: hears live, asks after each gap, and never gives up. */
import { setTimeout as rest } from "node:timers/promises";
import type { Post } from "shared/board/contract.ts";
import type { Acknowledged } from "shared/board/live.ts";
import { io, type Socket } from "socket.io-client";

const AGAIN_MS = 200;

export class Reader {
  readonly #origin: string;
  readonly #thread: number;
  readonly #socket: Socket;
  /** By number. */
  readonly posts = new Map<number, Post>();
  /** All changes up to this one are known. */
  version = 0;
  /** False from a gap until it is healed: what is heard meanwhile says nothing of what lies before it. */
  #isWhole = false;
  #heard = 0;
  #open = true;

  constructor(origin: string, thread: number, transport: "websocket" | "polling") {
    this.#origin = origin;
    this.#thread = thread;
    const delays = { reconnectionDelay: AGAIN_MS, reconnectionDelayMax: 1_000, timeout: 3_000 };
    this.#socket = io(origin, { transports: [transport], forceNew: true, ...delays });
    for (const event of ["post.created", "post.changed"]) {
      this.#socket.on(event, ({ version, post }: { version: number; post: Post }) =>
        this.#hear(version, post),
      );
    }
    this.#socket.on("disconnect", () => {
      this.#isWhole = false;
      this.#heard = 0;
    });
    this.#socket.on("connect", () => void this.#begin(this.#socket.id));
  }

  /** What it shows: `3:17` is post 3 as of version 17. */
  get shown(): string {
    const posts = [...this.posts.values()].toSorted((a, b) => a.number - b.number);
    return posts.map(({ number, version }) => `${number}:${version}`).join(" ");
  }

  close(): void {
    this.#open = false;
    this.#socket.disconnect();
  }

  /** Joins first, and asks then for what it may have missed: so nothing falls in between. */
  async #begin(connection: string | undefined): Promise<void> {
    const isThis = () => this.#open && this.#socket.connected && this.#socket.id === connection;
    while (isThis()) {
      const joined: Acknowledged = await this.#socket
        .timeout(3_000)
        .emitWithAck("join", `thread:${this.#thread}`)
        .catch(() => ({ ok: false, code: "timeout" }));
      if (joined.ok && (await this.#heal())) return;
      await rest(AGAIN_MS);
    }
  }

  async #heal(): Promise<boolean> {
    try {
      for (let since: number | null = this.version; since !== null; ) {
        const url = `${this.#origin}/api/v1/threads/${this.#thread}/changes?since=${since}&limit=100`;
        const reply = await fetch(url, { signal: AbortSignal.timeout(3_000) });
        if (reply.status !== 200) return false;
        const { version, posts, next } = (await reply.json()) as {
          version: number;
          posts: Post[];
          next: number | null;
        };
        this.#take(posts);
        this.version = Math.max(this.version, version);
        since = next;
      }
      this.version = Math.max(this.version, this.#heard);
      this.#isWhole = this.#socket.connected;
      return true;
    } catch {
      return false;
    }
  }

  #hear(version: number, post: Post): void {
    this.#take([post]);
    this.#heard = Math.max(this.#heard, version);
    if (this.#isWhole) this.version = Math.max(this.version, version);
  }

  #take(posts: readonly Post[]): void {
    for (const post of posts) {
      if ((this.posts.get(post.number)?.version ?? 0) < post.version) this.posts.set(post.number, post);
    }
  }
}
