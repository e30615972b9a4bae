/** Lets a few through at once; others wait in turn, so many and so long as is of use to them. */
import { FetchProblem } from "./problem.ts";

export class Gate {
  readonly #mostWaiting: number;
  #free: number;
  /** The first of them goes next. */
  readonly #waiting = new Set<() => void>();

  constructor(atOnce: number, mostWaiting: number) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Throws FetchProblem `busy` where too many wait already, or no turn comes within that time. */
  async through<T>(withinMs: number, work: () => Promise<T>): Promise<T> {
    await this.#enter(withinMs);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(withinMs: number): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.size >= this.#mostWaiting) throw new FetchProblem("busy");
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    const late = setTimeout(() => {
      this.#waiting.delete(resolve);
      reject(new FetchProblem("busy"));
    }, withinMs);
    await promise.finally(() => clearTimeout(late));
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
