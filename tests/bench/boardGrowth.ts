/** How the cost of the board's lists, threads, unread counts and searches grows with its posts: boards of each size in turns. */
import { connect, type Database } from "db/connect.ts";
import { type App, buildApp } from "server/app.ts";
import { readConfig } from "server/config.ts";
import { createLogger } from "server/plugins/log.ts";
import { POSTS_PER_PAGE } from "shared/board/rules.ts";
import { writeCursor } from "shared/page.ts";
import { sessionOf } from "../setup/people.ts";
import { median } from "./shares.ts";
import { sequence } from "./synthetic.ts";
import {
  COMMON,
  fillBoards,
  POSTS_PER_RARE_WORD,
  READER,
  rareWord,
  readyDatabase,
  SELDOM,
} from "./syntheticPosts.ts";

const SIZES = [1_000, 100_000, 1_000_000];
const REQUESTS = 80;
const WARM_UP = 20;

/** A database of that many posts, and the app on it. */
interface Place {
  posts: number;
  app: App;
  db: Database;
  /** The thread with a tenth of all posts. */
  thread: string;
  last: number;
  /** Leads to the middle of a board's list. */
  deep: string;
  member: string;
}

type Next = () => number;
interface Question {
  ask(place: Place, next: Next): string;
  member?: true;
}

const board = "/en/africa/board/general";
const questions: Record<string, Question> = {
  "boards of a region": { ask: () => "/en/africa/board" },
  "boards with unread counts, member": { ask: () => "/en/africa/board", member: true },
  "board, first page": { ask: () => board },
  "board, first page, member": { ask: () => board, member: true },
  "board, in the middle": { ask: ({ deep }) => `${board}?after=${deep}` },
  "board, in the middle, member": { ask: ({ deep }) => `${board}?after=${deep}`, member: true },
  "board, unread threads, member": { ask: () => `${board}?list=unread`, member: true },
  "board, unanswered": { ask: () => `${board}?list=unanswered` },
  "board, of one country": { ask: () => `${board}?country=ke` },
  "board, as JSON": { ask: () => "/api/v1/regions/africa/boards/general/threads" },
  "thread, first posts": { ask: ({ thread }) => thread },
  "thread, posts in the middle": {
    ask: ({ thread, last }) => `${thread}?after=${Math.floor(last / 2 / POSTS_PER_PAGE) * POSTS_PER_PAGE}`,
  },
  "thread, last posts": { ask: ({ thread, last }) => `${thread}?after=${last - POSTS_PER_PAGE}` },
  "thread, last posts, member": {
    ask: ({ thread, last }) => `${thread}?after=${last - POSTS_PER_PAGE}`,
    member: true,
  },
  "search in a board: a common word": { ask: () => `${board}?q=${COMMON}` },
  "search in a board: in one post of 1,000": { ask: () => `${board}?q=${SELDOM}` },
  "search in a board: a rare word": { ask: (place, next) => `${board}?q=${rare(place, next)}` },
  "search of posts: a common word": { ask: () => `/en/africa/search?kind=posts&q=${COMMON}` },
  "search of posts: in one of 1,000": { ask: () => `/en/africa/search?kind=posts&q=${SELDOM}` },
  "search of posts: a rare word": {
    ask: (place, next) => `/en/africa/search?kind=posts&q=${rare(place, next)}`,
  },
};

const rare = ({ posts }: Place, next: Next) =>
  rareWord(1 + Math.floor(next() * (posts / POSTS_PER_RARE_WORD - 1)));

/** `url` names a database of a server on which others are made beside it. */
export async function measureBoardGrowth(url: string, upTo: number): Promise<void> {
  const places: Place[] = [];
  const empty = await newDatabase(url, "board_empty", "template0");
  await readyDatabase(empty);
  for (const posts of SIZES.filter((size) => size <= upTo)) {
    const own = await newDatabase(url, `board_${posts}`, "board_empty");
    const begun = performance.now();
    await fillBoards(own, posts);
    console.log(`${posts} posts written in ${Math.round((performance.now() - begun) / 1000)} s`);
    places.push(await openPlace(own, posts));
  }
  await compareBoards(places);
  for (const { app, db } of places) {
    await app.close();
    await db.close();
  }
}

/** Sizes take turns at each question, so that what else the machine does falls on all of them. */
async function compareBoards(places: readonly Place[]): Promise<void> {
  const sizes = places.map(({ posts }) => posts.toLocaleString("en-GB"));
  console.log(`\nmedian ms per request | ${sizes.join(" | ")} | growth | goal`);
  for (const [name, question] of Object.entries(questions)) {
    const times = places.map((): number[] => []);
    const next = sequence(1);
    for (let request = 0; request < REQUESTS; request += 1)
      for (const [index, place] of places.entries()) times[index]?.push(await timeOf(place, question, next));
    const medians = times.map((one) => median(one.slice(WARM_UP)));
    const growth = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    console.log(
      [name, ...medians.map((value) => value.toFixed(1)), `${growth.toFixed(1)} ×`, "2 ×"].join(" | "),
    );
  }
}

async function timeOf(place: Place, { ask, member }: Question, next: Next): Promise<number> {
  const asked = ask(place, next);
  // A parameter that no page understands: what such an address shows is loaded anew each time.
  const url = `${asked}${asked.includes("?") ? "&" : "?"}bench=1`;
  const start = performance.now();
  const reply = await place.app.fastify.inject({
    url,
    headers: { cookie: member ? place.member : "bench=1" },
  });
  const time = performance.now() - start;
  if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}`);
  return time;
}

async function newDatabase(url: string, name: string, from: string): Promise<string> {
  const db = connect(url, { connections: 1 });
  await db.pool.query(
    `create database ${name} template ${from} encoding UTF8 lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  );
  await db.close();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

async function openPlace(url: string, posts: number): Promise<Place> {
  const db = connect(url);
  const app = await buildApp({
    config: readConfig({ SESSION_SECRET: "benchmark".repeat(4) }),
    db,
    logger: createLogger("error"),
    origin: () => "http://bench",
  });
  const big = await db.pool.query("select id, last_number from threads order by last_number desc limit 1");
  const middle = await db.pool.query(
    `select id, last_post_at from threads where board_id = (select board_id from threads where id = $1) and not pinned
     order by last_post_at desc, id desc offset (select count(*) / 2 from threads where board_id = (select board_id from threads where id = $1)) limit 1`,
    [big.rows[0].id],
  );
  const reader = await db.pool.query("select id from people where handle = $1", [READER]);
  const { as } = await sessionOf({ app }, Number(reader.rows[0].id));
  return {
    posts,
    app,
    db,
    thread: `/en/africa/board/threads/${big.rows[0].id}`,
    last: big.rows[0].last_number,
    deep: writeCursor([middle.rows[0].last_post_at.toISOString(), Number(middle.rows[0].id)]),
    member: as.cookie,
  };
}
