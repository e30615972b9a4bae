/**
 * A process that writes numbers to the embedded database for as long as it lives, and prints each once it is acknowledged.
 */
import { connect } from "db/connect.ts";
import { startEmbedded } from "db/embedded/start.ts";

const [dataDir = ""] = process.argv.slice(2);
const database = await startEmbedded({ dataDir });
const { pool } = connect(database.url, { connections: 4 });
await pool.query("create table if not exists written (number bigint primary key)");
const { rows } = await pool.query("select coalesce(max(number), 0) as last from written");
let next = Number(rows[0].last) + 1_000;

async function write(): Promise<void> {
  for (;;) {
    const number = next++;
    try {
      await pool.query("insert into written values ($1)", [number]);
      process.stdout.write(`${number}\n`);
    } catch {
      // Not acknowledged, so nothing is promised of it; the database is away for a moment.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

await Promise.all([write(), write(), write(), write()]);
