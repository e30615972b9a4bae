/** What saving a profile costs: merged, written, recorded, indexed, and known to the node before it is answered. */
import { connect } from "db/connect.ts";
import { hashPassword } from "server/accounts/passwords.ts";
import { startChild } from "./child.ts";
import { median } from "./shares.ts";

const PASSWORD = "nine green lanterns over the harbour";
const SLUG = "transparency-international-kenya";
const API = `/api/v1/regions/africa/organisations/${SLUG}`;
const SAVES = 200;

export async function measureSaves(databaseUrl: string, origin: string): Promise<void> {
  await makeEditor(databaseUrl);
  const cookie = await signIn(origin);
  const times: number[] = [];
  const bare = await startChild("tests/bench/bareSave.ts", { DATABASE_URL: databaseUrl });
  const bareTimes: number[] = [];
  let { version } = await (await fetch(`${origin}${API}/profile`, { headers: { cookie } })).json();
  for (let turn = 0; turn < SAVES; turn += 1) {
    const begun = performance.now();
    const reply = await fetch(`${origin}${API}`, {
      method: "PATCH",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ version, acronym: `TI-${turn}`, summary: `Saved ${turn} times.` }),
    });
    if (reply.status !== 200) throw new Error(`a save was answered ${reply.status}`);
    ({ version } = await reply.json());
    times.push(performance.now() - begun);
    bareTimes.push(
      await saveBare(bare.origin, { slug: SLUG, summary: `Saved ${turn} times, by the bare route.` }),
    );
    // The bare route raises the version too.
    version += 1;
  }
  await bare.stop();
  const slowest = times.toSorted((a, b) => a - b)[Math.floor(SAVES * 0.95)] ?? Number.NaN;
  const share = `${Math.round((100 * median(bareTimes)) / median(times))} %`;
  const cells = [median(times).toFixed(1), slowest.toFixed(1), (1000 / median(times)).toFixed(0)];
  console.log("profile saves, one after another (ms) | median | p95 | saves/s | bare median | share");
  console.log(["", ...cells, median(bareTimes).toFixed(1), share].join(" | "));
}

/** Milliseconds. */
async function saveBare(origin: string, body: object): Promise<number> {
  const begun = performance.now();
  const headers = { "content-type": "application/json" };
  const reply = await fetch(origin, { method: "POST", headers, body: JSON.stringify(body) });
  await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(`a bare save was answered ${reply.status}`);
  return performance.now() - begun;
}

async function makeEditor(url: string): Promise<void> {
  const db = connect(url, { connections: 1 });
  try {
    await db.pool.query(
      `with person as (insert into people (handle, email, email_verified_at, password_hash, language)
         values ('bench-editor', 'bench-editor@example.org', now(), $1, 'en') returning id)
       insert into memberships (person_id, organisation_id, role)
       select person.id, o.id, 'owner' from person, organisations as o where o.slug = 'transparency-international-kenya'`,
      [await hashPassword(PASSWORD)],
    );
  } finally {
    await db.close();
  }
}

async function signIn(origin: string): Promise<string> {
  const reply = await fetch(`${origin}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ handle: "bench-editor", password: PASSWORD }),
  });
  if (reply.status !== 200) throw new Error(`signing in was answered ${reply.status}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
