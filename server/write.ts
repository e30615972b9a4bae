/** From a writing endpoint's contract to its route: JSON alone, checked strictly, by whoever the contract names. */
import type { FastifyReply } from "fastify";
import type { BodyOf, Endpoint, ParamsOf, ReplyOf } from "shared/endpoint.ts";
import { Failure } from "shared/failure.ts";
import { cleanBody } from "shared/form.ts";
import { Value } from "typebox/value";
import type { App } from "./app.ts";
import { sentJson } from "./body.ts";
import { checkParams, openApi, type Visit, visitOf } from "./serve.ts";

export interface Writing<E extends Endpoint> extends Visit {
  reply: FastifyReply;
  params: ParamsOf<E>;
  body: BodyOf<E>;
}

/** The reply's status is 200 unless `act` sets another; `null` answers 204. */
export function serveAction<const E extends Endpoint>(
  app: App,
  endpoint: E,
  act: (writing: Writing<E>) => Promise<ReplyOf<E> | null>,
  {
    quick = false,
    bodyLimit,
  }: { quick?: boolean /** In bytes, where it takes more than most. */; bodyLimit?: number } = {},
): void {
  app.fastify.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { who: endpoint.who, quick },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    schema: openApi(endpoint),
    handler: async (request, reply) => {
      const visit = await visitOf(app, request, endpoint.who);
      const params = checkParams(endpoint.params, request.params) as ParamsOf<E>;
      const body = checkBody(endpoint, endpoint.body ? sentJson(request) : {}) as BodyOf<E>;
      const answer = await act({ ...visit, reply, params, body });
      reply.header("cache-control", "no-store").type("application/json; charset=utf-8");
      if (answer === null) return reply.code(204).send();
      return reply.serializer(JSON.stringify).send(answer);
    },
  });
}

/** Throws `invalid` naming each part that does not fit; a key that is not asked for is refused too. */
function checkBody({ body: schema }: Endpoint, sent: unknown): unknown {
  if (!schema) return {};
  const body = cleanBody(schema, sent);
  const strict = { ...schema, additionalProperties: false };
  // To collect what does not fit costs far more than to see that all does.
  if (Value.Check(strict, body)) return body;
  const errors = Value.Errors(strict, body);
  const problems = errors.map((error) => ({
    parameter: error.instancePath.slice(1).replaceAll("/", ".") || "body",
    message: error.message ?? "is not valid",
  }));
  throw new Failure("invalid", { problems });
}
