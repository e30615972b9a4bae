/** What signing in costs: against the bare hash, and what pages feel of a storm of sign-ins beside them. */
import { connect } from "db/connect.ts";
import { hashPassword, isPassword } from "server/accounts/passwords.ts";
import { median } from "./shares.ts";

const PASSWORD = "nine green lanterns over the harbour";
const PEOPLE = 40;
const SECONDS = 8;
const ROUNDS = 3;
/** The goal of the issue: pages do not feel so many a second. */
const STORM_PER_SECOND = 20;
/** What one reader asks after another, so that the wait is the server's and not a queue's. */
const PAGES = ["/en/africa", "/en/africa/countries/gh", "/en/africa/organisations?q=transparency"];

/** A cookie that is nobody's: each page is made anew. */
const uncached = { cookie: "bench=1" };

export async function measureSignIns(databaseUrl: string, origin: string): Promise<void> {
  await makePeople(databaseUrl);
  const bare: number[] = [];
  const whole: number[] = [];
  const quiet: number[][] = [];
  const stormy: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await hashesPerSecond());
    whole.push(await signInsPerSecond(origin));
    quiet.push(await pageTimes(origin));
    const storm = startStorm(origin);
    stormy.push(await pageTimes(origin));
    await storm.stop();
  }
  console.log(`bare hashes/s | ${median(bare).toFixed(1)}`);
  console.log(
    `sign-ins/s | ${median(whole).toFixed(1)} | ${Math.round((100 * median(whole)) / median(bare))} %`,
  );
  console.log(`sign-ins refused with 503 | ${refused}`);
  console.log("page (ms) | median | p95 | median beside 20 sign-ins/s | p95 beside 20 sign-ins/s");
  for (const [index, page] of PAGES.entries()) {
    const [without, beside] = [quiet, stormy].map((rounds) =>
      rounds.flatMap((times) => times.filter((_, at) => at % PAGES.length === index)),
    );
    const cells = [without ?? [], beside ?? []].flatMap((times) => [median(times), ofHundred(times, 95)]);
    console.log([page, ...cells.map((value) => value.toFixed(1))].join(" | "));
  }
}

function ofHundred(times: readonly number[], rank: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * rank) / 100))] ?? Number.NaN;
}

async function makePeople(url: string): Promise<void> {
  const db = connect(url, { connections: 1 });
  try {
    await db.pool.query(
      `insert into people (handle, email, email_verified_at, password_hash, language)
       select 'bench-' || n, 'bench-' || n || '@example.org', now(), $1, 'en' from generate_series(1, $2::int) as n`,
      [await hashPassword(PASSWORD), PEOPLE],
    );
  } finally {
    await db.close();
  }
}

async function hashesPerSecond(): Promise<number> {
  const kept = await hashPassword(PASSWORD);
  const until = performance.now() + (SECONDS * 1000) / 2;
  let count = 0;
  for (; performance.now() < until; count += 1) await isPassword(kept, PASSWORD);
  return count / (SECONDS / 2);
}

let turn = 0;
let refused = 0;

async function signIn(origin: string): Promise<void> {
  turn += 1;
  const reply = await fetch(`${origin}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ handle: `bench-${(turn % PEOPLE) + 1}`, password: PASSWORD }),
  });
  await reply.arrayBuffer();
  // A host that is busy with much else refuses some: that is counted, not hidden.
  if (reply.status === 503) refused += 1;
  else if (reply.status !== 200) throw new Error(`a sign-in answered ${reply.status}`);
}

async function signInsPerSecond(origin: string): Promise<number> {
  const until = performance.now() + (SECONDS * 1000) / 2;
  let count = 0;
  const one = async () => {
    for (; performance.now() < until; count += 1) await signIn(origin);
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return count / (SECONDS / 2);
}

async function pageTimes(origin: string): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  while (performance.now() < until) {
    for (const page of PAGES) {
      const start = performance.now();
      const reply = await fetch(origin + page, { headers: uncached });
      await reply.arrayBuffer();
      times.push(performance.now() - start);
    }
  }
  return times;
}

/** So many a second, whether or not those before are answered. */
function startStorm(origin: string): { stop(): Promise<void> } {
  const under = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const timer = setInterval(() => {
    const one = signIn(origin)
      // Told at the end: thrown from a timer it would leave the platform and its database running.
      .catch((error: unknown) => void failures.push(error))
      .finally(() => under.delete(one));
    under.add(one);
  }, 1000 / STORM_PER_SECOND);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(under);
      if (failures.length > 0) throw failures[0];
    },
  };
}
