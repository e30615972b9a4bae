/** Questions that are asked in one turn of the event loop are answered by one query: nobody waits for it, nothing is kept. */
import type { Database } from "./connect.ts";

type Ask<Q, A> = (db: Database, asked: readonly Q[]) => Promise<readonly A[]>;

interface Waiting<Q, A> {
  question: Q;
  resolve(answer: A): void;
  reject(reason: unknown): void;
}

/** More than these are asked by several queries. */
const AT_ONCE = 32;

/** `ask` gives an answer to each question, in their order. */
export function gathered<Q, A>(ask: Ask<Q, A>): (db: Database, question: Q) => Promise<A> {
  const waitingAt = new WeakMap<Database, Waiting<Q, A>[]>();
  return (db, question) =>
    new Promise((resolve, reject) => {
      const one = { question, resolve, reject };
      const waiting = waitingAt.get(db);
      if (waiting) {
        waiting.push(one);
        return;
      }
      const all = [one];
      waitingAt.set(db, all);
      setImmediate(() => {
        waitingAt.delete(db);
        for (let start = 0; start < all.length; start += AT_ONCE)
          void answer(db, ask, all.slice(start, start + AT_ONCE));
      });
    });
}

async function answer<Q, A>(db: Database, ask: Ask<Q, A>, all: readonly Waiting<Q, A>[]): Promise<void> {
  try {
    const answers = await ask(
      db,
      all.map(({ question }) => question),
    );
    all.forEach(({ resolve }, place) => {
      resolve(answers[place] as A);
    });
  } catch (error) {
    for (const { reject } of all) reject(error);
  }
}
