/** A public thread of twenty posts as visitors are sent it: its share of a bare route, and what its page weighs. */
import { POSTS_PER_PAGE } from "shared/board/rules.ts";
import { LIVE, scriptsOf } from "../guards/site/weights.ts";
import { sequence, wordAt } from "./synthetic.ts";
import { makeWriters, openLine, startThread } from "./writers.ts";

/** A short paragraph; each post has its own words, since twenty times the same would compress to nothing. */
const WORDS_OF_A_POST = 40;

/** Gives its address. */
export async function writeFullThread(databaseUrl: string, origin: string): Promise<string> {
  const [cookie = ""] = await makeWriters(databaseUrl, origin, 1);
  const thread = await startThread(origin, cookie, `full-${process.pid}`);
  const next = sequence(1);
  const text = () =>
    Array.from({ length: WORDS_OF_A_POST }, () => wordAt(Math.floor(next() * 4096))).join(" ");
  const line = openLine(origin, { cookie });
  for (let number = 2; number <= POSTS_PER_PAGE; number += 1) {
    const clientId = `full-${process.pid}-${number}`;
    await line.post(`/api/v1/threads/${thread}/posts`, JSON.stringify({ body: text(), clientId }));
  }
  line.close();
  return `/en/africa/board/threads/${thread}`;
}

/** Page, styles and scripts at a first view, all by brotli; the socket's code is part of what hears live. */
export async function printWeight(origin: string, path: string): Promise<void> {
  const takes = { headers: { "accept-encoding": "br" } };
  const html = await (await fetch(`${origin}${path}`)).text();
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? "");
  const styles = all(/<link(?=[^>]*rel="stylesheet")[^>]*href="([^"]+)"/g);
  const islands = all(/data-island="(\w+)"/g);
  const sum = async (files: string[]) => {
    const replies = await Promise.all(files.map((file) => fetch(`${origin}${file}`, takes)));
    return replies.reduce((total, reply) => total + Number(reply.headers.get("content-length")), 0);
  };
  const [page, style] = [await sum([path]), await sum(styles)];
  const still = await sum(scriptsOf(islands.filter((name) => !LIVE.includes(name))));
  const live = await sum(scriptsOf(islands));
  console.log("\nbytes of a thread's page | HTML | styles | scripts | all | goal");
  console.log(["without live", page, style, still, page + style + still, 29_000].join(" | "));
  console.log(["with live", page, style, live, page + style + live, 55_000].join(" | "));
}
