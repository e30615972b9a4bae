/** Who is there on other nodes, as they said last; a node that says nothing any more is forgotten. */

interface Said {
  node: string;
  threadId: number;
  handles: readonly string[];
}

export class Others {
  readonly #forMs: number;
  /** By thread, by node. */
  readonly #said = new Map<number, Map<string, { handles: readonly string[]; at: number }>>();

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  in(threadId: number): string[] {
    return [...(this.#said.get(threadId)?.values() ?? [])].flatMap(({ handles }) => handles);
  }

  /** Whether it is news. */
  note({ node, threadId, handles }: Said): boolean {
    const nodes = this.#said.get(threadId) ?? new Map();
    const before: readonly string[] = nodes.get(node)?.handles ?? [];
    if (handles.length > 0) {
      nodes.set(node, { handles, at: performance.now() });
      this.#said.set(threadId, nodes);
    } else {
      nodes.delete(node);
      if (nodes.size === 0) this.#said.delete(threadId);
    }
    return before.join("\n") !== handles.join("\n");
  }

  /** Threads in which somebody is no longer known to be there. */
  forgetOld(): number[] {
    const oldest = performance.now() - this.#forMs;
    return [...this.#said].flatMap(([threadId, nodes]) => {
      const silent = [...nodes].filter(([, { at }]) => at < oldest);
      for (const [node] of silent) nodes.delete(node);
      if (nodes.size === 0) this.#said.delete(threadId);
      return silent.length > 0 ? [threadId] : [];
    });
  }
}
