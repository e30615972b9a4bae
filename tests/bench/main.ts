/** `npm run bench`: shares of a bare route, what signing in and saving a profile cost, and how costs grow with the number of CSOs. Nothing of it reaches the product. */
import { cpus } from "node:os";
import { startEmbedded } from "db/embedded/start.ts";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { measureBoardGrowth } from "./boardGrowth.ts";
import { type Served, startChild } from "./child.ts";
import { measureFanOut } from "./fanout.ts";
import { measureGrowth } from "./growth.ts";
import { measureReplies } from "./reply.ts";
import { measureSaves } from "./saves.ts";
import { type Case, measureShare } from "./shares.ts";
import { measureSignIns } from "./signIns.ts";
import { printWeight, writeFullThread } from "./threadPage.ts";

const visitor = { "accept-encoding": "br" };
/** A request with a cookie neither reads nor fills the cache. */
const uncached = { "accept-encoding": "gzip, deflate, br, zstd", cookie: "bench=1" };

const cases: Case[] = [
  { name: "region's page, cached", path: "/en/africa", headers: visitor, goal: 0.75 },
  {
    name: "profile, cached",
    path: "/en/africa/organisations/transparency-international-kenya",
    headers: visitor,
    goal: 0.75,
  },
  { name: "region's page, uncached", path: "/en/africa", headers: uncached, goal: 0.15 },
  { name: "country's page, uncached", path: "/en/africa/countries/gh", headers: uncached, goal: 0.15 },
  {
    name: "profile, uncached",
    path: "/en/africa/organisations/transparency-international-kenya",
    headers: uncached,
    goal: 0.15,
  },
  { name: "about, uncached", path: "/en/about", headers: uncached, goal: 0.15 },
  { name: "directory, uncached", path: "/en/africa/organisations", headers: uncached, goal: 0.15 },
  { name: "directory search", path: "/en/africa/organisations?q=transparency", headers: visitor },
  { name: "JSON list, cached", path: "/api/v1/regions/africa/organisations", headers: visitor },
  { name: "JSON list, uncached", path: "/api/v1/regions/africa/organisations", headers: uncached },
];

/** `replies`, `fanout`, `shares`, `thread`, `signins`, `saves`, `growth` or `boardgrowth` alone; up to how many CSOs or posts it grows. */
const [only, upTo = "1000000"] = process.argv.slice(2);
const folder = await temporaryDataDir();
const database = await startEmbedded({ dataDir: folder.dataDir, durable: false });
try {
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}\n`,
  );
  if (only === undefined || only === "shares" || only === "thread") await printShares();
  if (only === undefined || only === "signins") await printSignIns();
  if (only === undefined || only === "saves") await printSaves();
  if (only === undefined || only === "replies" || only === "fanout") await printBoard();
  if (only === undefined || only === "growth") await measureGrowth(database.url, Number(upTo));
  if (only === undefined || only === "boardgrowth") await measureBoardGrowth(database.url, Number(upTo));
} finally {
  await database.stop();
  await folder.remove();
}

function startPlatform(url = database.url): Promise<Served> {
  const environment = {
    DATABASE_URL: url,
    SESSION_SECRET: "of the benchmark alone, not of any real one",
    PORT: "0",
    LOG_LEVEL: "error",
  };
  return startChild("server/dist/main.js", environment, ["--max-semi-space-size=8"]);
}

async function printSignIns(): Promise<void> {
  const platform = await startPlatform();
  try {
    await measureSignIns(database.url, platform.origin);
  } finally {
    await platform.stop();
  }
}

/** On a database that says "written" only when it is: what is acknowledged is there after a power cut. */
async function printBoard(): Promise<void> {
  const durable = await temporaryDataDir();
  const embedded = await startEmbedded({ dataDir: durable.dataDir });
  const platform = await startPlatform(embedded.url);
  try {
    if (only !== "fanout") await measureReplies(embedded.url, platform.origin);
    if (only !== "replies") await measureFanOut(embedded.url, platform.origin);
  } finally {
    await platform.stop();
    await embedded.stop();
    await durable.remove();
  }
}

async function printSaves(): Promise<void> {
  const platform = await startPlatform();
  try {
    await measureSaves(database.url, platform.origin);
  } finally {
    await platform.stop();
  }
}

async function printShares(): Promise<void> {
  const platform = await startPlatform();
  const bare = await startChild("tests/bench/bare.ts", {});
  try {
    const path = await writeFullThread(database.url, platform.origin);
    const thread: Case = { name: "thread of twenty posts, cached", path, headers: visitor, goal: 0.75 };
    console.log("what | bytes | requests/s | bare requests/s | share | goal");
    for (const one of only === "thread" ? [thread] : [...cases, thread]) {
      const { bytes, perSecond, barePerSecond, share, goal } = await measureShare(
        platform.origin,
        bare.origin,
        one,
      );
      const rates = [Math.round(perSecond), Math.round(barePerSecond)];
      console.log([one.name, bytes, ...rates, percent(share), goal ? percent(goal) : "–"].join(" | "));
    }
    await printWeight(platform.origin, path);
  } finally {
    await Promise.all([platform.stop(), bare.stop()]);
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
