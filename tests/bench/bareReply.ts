/** The measure of a reply: a bare Fastify route that writes one row and commits; with `FAN_OUT`, tells it to bare sockets. */
import { connect } from "db/connect.ts";
import Fastify from "fastify";

const app = Fastify();
const db = connect(process.env.DATABASE_URL ?? "");
await db.pool.query(
  "create table if not exists bare_posts (id bigint primary key generated always as identity, body text, client_id text)",
);
let tell: (payload: unknown) => void = () => {};
if (process.env.FAN_OUT) {
  const { Server } = await import("socket.io");
  const io = new Server(app.server, { serveClient: false, perMessageDeflate: false });
  tell = (payload) => io.emit("post.created", payload);
}

app.post<{ Body: { body: string; clientId: string; told?: unknown } }>("/", async ({ body }, reply) => {
  const { rows } = await db.pool.query({
    name: "bare",
    text: "insert into bare_posts (body, client_id) values ($1, $2) returning id",
    values: [body.body, body.clientId],
  });
  tell(body.told);
  return reply.code(201).send({ id: rows[0].id });
});
app.addHook("onClose", () => db.close());
process.on("SIGTERM", () => process.exit());

console.log(`Ready at ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
