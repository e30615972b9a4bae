/** The template database with all migrations and the real data, and the copies that are made of it. */
import { randomBytes } from "node:crypto";
import { doPostWork } from "db/board/work.ts";
import { connect } from "db/connect.ts";
import { importSeed } from "db/import/seed.ts";
import { migrate } from "db/migrate.ts";
import { indexPosts } from "db/search/posts.ts";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import { startBoards } from "server/board/starting.ts";
import { Jobs } from "server/plugins/jobs.ts";

export interface TestDatabases {
  /** An address whose role may create databases. */
  server: string;
  /** What the names of all databases of this run begin with. */
  prefix: string;
}

const TEMPLATE = "template";

export function addressOf({ server, prefix }: TestDatabases, name: string): string {
  const url = new URL(server);
  url.pathname = `/${prefix}_${name}`;
  return url.href;
}

/** Runs one statement that cannot be part of a transaction, such as CREATE DATABASE. */
async function onServer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const db = connect(url, { connections: 1 });
  try {
    return (await db.pool.query(statement)).rows;
  } finally {
    await db.close();
  }
}

export async function makeTemplate(server: string): Promise<TestDatabases> {
  const databases = { server, prefix: `test_${randomBytes(5).toString("hex")}` };
  await createEmpty(databases, TEMPLATE);
  const db = connect(addressOf(databases, TEMPLATE), { connections: 2 });
  try {
    await migrate(db);
    await importSeed(db);
    await startBoards(db);
    // Its welcomes are found in each copy from the beginning.
    await doPostWork(db, "find", 100, indexPosts);
    // And nobody is there yet who could be told of them.
    await doPostWork(db, "tell", 100, async () => {});
    // Each copy has the job queue's tables too, so that an app that sends a letter starts at once.
    const jobs = new Jobs(db.url, pino({ level: "silent" }) as FastifyBaseLogger);
    await jobs.start();
    await jobs.stop();
    // A copy has the statistics too, so that queries are planned as on a platform that has run for a while.
    await db.pool.query("analyze");
  } finally {
    await db.close();
  }
  return databases;
}

/** UTF8 whatever the server's default is; the embedded one has the right locale, one's own is asked for it. */
export async function createEmpty(databases: TestDatabases, name: string): Promise<string> {
  const locale = process.env.TEST_DATABASE_URL ? "lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'" : "";
  const create = `create database "${databases.prefix}_${name}" template template0 encoding 'UTF8' ${locale}`;
  await onServer(databases.server, create);
  return addressOf(databases, name);
}

export async function copyTemplate(databases: TestDatabases, name: string): Promise<string> {
  const { prefix, server } = databases;
  await onServer(server, `create database "${prefix}_${name}" template "${prefix}_${TEMPLATE}"`);
  return addressOf(databases, name);
}

export async function exists({ server, prefix }: TestDatabases, name: string): Promise<boolean> {
  const found = await onServer(server, `select 1 from pg_database where datname = '${prefix}_${name}'`);
  return found.length > 0;
}

export async function dropAll({ server, prefix }: TestDatabases): Promise<void> {
  const left = await onServer(server, `select datname from pg_database where datname like '${prefix}%'`);
  for (const { datname } of left) await onServer(server, `drop database "${datname}" with (force)`);
}
