/** The measure of a save: a bare Fastify route that writes the same two rows in one transaction, and nothing else. */
import { connect } from "db/connect.ts";
import Fastify from "fastify";

const app = Fastify();
const db = connect(process.env.DATABASE_URL ?? "");

app.post<{ Body: { slug: string; summary: string } }>("/", async ({ body }) => {
  const client = await db.pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query(
      "update organisations set summary = $2 where slug = $1 returning id",
      [body.slug, body.summary],
    );
    await client.query(
      `insert into revisions (kind, ref, region, version, before, after, acted_as)
       values ('organisation', $1, 'africa', 1, '{}', jsonb_build_object('summary', $2::text), 'member')`,
      [String(rows[0].id), body.summary],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  return { saved: true };
});
app.addHook("onClose", () => db.close());
process.on("SIGTERM", () => void app.close().then(() => process.exit()));

console.log(`Ready at ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
