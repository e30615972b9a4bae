/** Gives memory back while nobody asks for anything: V8 keeps what start and bursts needed, and small hosts miss it. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { App } from "../app.ts";

/** Long enough that a reader's next click does not meet the collection, which takes some 50 ms. */
const IDLE_MS = 15_000;

type Collect = (options: { type: "major"; flavor: "last-resort"; execution: "sync" }) => void;

/** Collects once after the start, and after each busy time as soon as it is quiet. */
export function giveMemoryBack(app: App): void {
  setFlagsFromString("--expose-gc");
  const collect: Collect = runInNewContext("gc");
  let busy = false;
  let waiting = true;
  app.fastify.addHook("onRequest", (_request, _reply, done) => {
    busy = true;
    done();
  });
  const timer = setInterval(() => {
    if (!busy && waiting) collect({ type: "major", flavor: "last-resort", execution: "sync" });
    waiting = busy;
    busy = false;
  }, IDLE_MS);
  timer.unref();
  app.fastify.addHook("onClose", (_instance, done) => {
    clearInterval(timer);
    done();
  });
}
