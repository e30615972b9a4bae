/** Adds the demonstration and takes it away; what was added is written to a file that only the operator may read. */
import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Database } from "db/connect.ts";
import { dropDemo, keepDemoOrganisation, keepDemoPerson } from "db/demo/changes.ts";
import { demoIsThere } from "db/demo/queries.ts";
import { dropDemoThreads, type KeptThread, keepDemoThread, liftLimits } from "db/demo/threads.ts";
import { isImported } from "db/import/seed.ts";
import { withLock } from "db/lock.ts";
import { allRegions, countryCodes } from "db/regions/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { StartFailure } from "shared/startFailure.ts";
import { hashPassword } from "../accounts/passwords.ts";
import { sealSecret } from "../accounts/signIn.ts";
import { newTotpSecret } from "../accounts/totp.ts";
import { render } from "../board/markdown.ts";
import { startBoards } from "../board/starting.ts";
import type { Config } from "../config.ts";
import type { Say } from "../database.ts";
import { secretsOf } from "../secrets.ts";
import { type DemoPerson, type DemoRole, demoOrganisations, demoPeople } from "./cast.ts";
import { demoThreads } from "./talk.ts";

interface Demo {
  config: Config;
  db: Database;
  say: Say;
  /** For load tests: rules of rate and likeness do not hold its people. */
  load?: boolean;
}

interface DemoFile {
  password: string;
  people: (Pick<DemoPerson, "handle" | "email" | "role" | "region"> & { totp: string | null })[];
  /** The first one public, unlocked, in the first region. */
  threads: number[];
  threadInfo: KeptThread[];
}

const fileOf = ({ DATA_DIR }: Config) => path.join(DATA_DIR, "demo.json");

/** Changes nothing where it is there already and its file too. */
export async function addDemo(demo: Demo): Promise<void> {
  const { config, db, say } = demo;
  await withLock(db, "demo", async () => {
    if (!(await isImported(db)))
      throw new StartFailure("The data is not loaded yet: start the platform once.");
    const isKept = existsSync(fileOf(config)) && (await demoIsThere(db.queries));
    if (!isKept) await make(demo);
    if (demo.load) await transaction(db, liftLimits);
    const { password, people } = JSON.parse(await readFile(fileOf(config), "utf8")) as DemoFile;
    if (isKept) say("The demonstration is there already.");
    for (const { handle, role, region } of people) say(`  ${handle}: ${role}, ${region ?? "all regions"}`);
    say(`The password of all of them: ${password}`);
    say(`Their addresses and second factors stand in ${fileOf(config)}.`);
    say("npm run demo -- --remove takes them away again.");
  });
}

async function make({ config, db }: Demo): Promise<void> {
  await startBoards(db);
  const regions = (await allRegions(db.queries)).map(({ slug }) => slug);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const secrets = secretsOf(config.SESSION_SECRET);
  const people: DemoFile["people"] = [];
  const threadInfo = await transaction(db, async (tx) => {
    await dropDemoThreads(tx);
    const writers: Writer[] = [];
    const ids = new Map<string, number>();
    const first = async (slug: string) => ({ slug, seat: (await countryCodes(tx, slug))[0] ?? null });
    for (const organisation of demoOrganisations(await Array.fromAsync(regions, first))) {
      const id = await keepDemoOrganisation(tx, organisation);
      if (organisation.status === "claimed") ids.set(organisation.region, id);
    }
    for (const { handle, email, role, region, language, isStaff } of demoPeople(regions)) {
      const totp = isStaff ? newTotpSecret() : null;
      const totpSecret = totp === null ? null : sealSecret({ secrets }, totp);
      const organisationId = region === null ? null : (ids.get(region) ?? null);
      const id = await keepDemoPerson(tx, {
        ...{ handle, email, role, region, language, passwordHash, totpSecret },
        organisationId,
      });
      if (id === null) throw new StartFailure(`Somebody else has the handle or address ${handle}.`);
      people.push({ handle, email, role, region, totp });
      writers.push({ id, role, region, organisationId });
    }
    return keepThreads(tx, regions, writers);
  });
  const threads = threadInfo.map(({ id }) => id);
  const file: DemoFile = { password, people, threads, threadInfo };
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(fileOf(config), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
}

interface Writer {
  id: number;
  role: DemoRole;
  region: string | null;
  organisationId: number | null;
}

async function keepThreads(
  tx: Transaction,
  regions: readonly string[],
  writers: readonly Writer[],
): Promise<KeptThread[]> {
  const threads: KeptThread[] = [];
  for (const { posts, ...thread } of demoThreads(regions)) {
    const written = [];
    for (const { role, body, withBadge } of posts) {
      const writer = writers.find((one) => one.role === role && one.region === thread.region);
      const organisationId = withBadge ? (writer?.organisationId ?? null) : null;
      const { html } = await render(body);
      if (writer) written.push({ authorId: writer.id, organisationId, body, html });
    }
    const kept = await keepDemoThread(tx, { ...thread, posts: written, now: new Date() });
    if (kept) threads.push(kept);
  }
  return threads;
}

/** Letters and figures that are told apart by everybody. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 20;

function newPassword(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
  return signs.replace(/.{5}(?=.)/g, "$&-");
}

export async function removeDemo({ config, db, say }: Demo): Promise<void> {
  const gone = await withLock(db, "demo", () => transaction(db, dropDemo));
  await rm(fileOf(config), { force: true });
  say(
    gone.people + gone.organisations > 0
      ? `The demonstration is gone: ${gone.people} people, ${gone.organisations} organisations.`
      : "There was no demonstration.",
  );
}
