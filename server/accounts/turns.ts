/** Work that is done one piece at a time, in the order in which it was asked for; beyond a bound it is refused. */
import { Failure } from "shared/failure.ts";

export class Turns {
  readonly #most: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(most: number) {
    this.#most = most;
  }

  /** Throws `unavailable` where too many wait already: a quick refusal is worth more than a late answer. */
  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#most) throw new Failure("unavailable");
    this.#waiting += 1;
    const turn = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
