/** The measure: a bare Fastify route that sends a buffer of the asked length, and nothing else. */
import Fastify from "fastify";

const app = Fastify();
const buffers = new Map<number, Buffer>();

app.get<{ Params: { length: string } }>("/:length", (request, reply) => {
  const length = Number(request.params.length);
  const buffer = buffers.get(length) ?? Buffer.alloc(length, "x");
  buffers.set(length, buffer);
  reply.header("content-type", "text/html; charset=utf-8").send(buffer);
});

console.log(`Ready at ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
