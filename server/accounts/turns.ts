/** Work that is done one piece at a time, each who asks in turn; beyond a bound it is refused. */
import { createHash, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Failure } from "shared/failure.ts";

interface Waiting {
  start(): void;
  refuse(): void;
}

/** Known to this process alone, and for as long as it runs. */
const salt = randomBytes(16);

/**
 * Where a request comes from, as a salted digest that lives in memory while it waits: nobody is refused for it, but whoever
 * asks a thousand times waits behind themselves, not in front of others.
 */
export function fromOf({ ip }: Pick<FastifyRequest, "ip">): string {
  return createHash("sha256").update(salt).update(ip).digest("base64url");
}

export class Turns {
  readonly #most: number;
  /** Who waits, by where they ask from; the first has the next turn. */
  readonly #waiting = new Map<string, Waiting[]>();
  #count = 0;
  #busy = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Rejects with `unavailable` where too many wait already: a quick refusal is worth more than a late answer. */
  take<T>(work: () => Promise<T>, from = ""): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const refuse = () => reject(new Failure("unavailable"));
    const start = () => {
      work()
        .then(resolve, reject)
        .finally(() => this.#next());
    };
    if (!this.#busy) {
      this.#busy = true;
      start();
    } else if (this.#hasRoomFor(from)) {
      this.#waiting.set(from, [...(this.#waiting.get(from) ?? []), { start, refuse }]);
      this.#count += 1;
    } else refuse();
    return promise;
  }

  /** Where it is full, whoever has most in the line gives up their last place to somebody with less. */
  #hasRoomFor(from: string): boolean {
    if (this.#count < this.#most) return true;
    const [most] = [...this.#waiting.values()].toSorted((a, b) => b.length - a.length);
    if (!most || most.length <= (this.#waiting.get(from)?.length ?? 0) + 1) return false;
    most.pop()?.refuse();
    this.#count -= 1;
    return true;
  }

  #next(): void {
    const [turn] = this.#waiting;
    if (!turn) {
      this.#busy = false;
      return;
    }
    const [from, [first, ...others]] = turn;
    // To the end of the round, with what else they ask for.
    this.#waiting.delete(from);
    if (others.length > 0) this.#waiting.set(from, others);
    this.#count -= 1;
    first?.start();
  }
}
