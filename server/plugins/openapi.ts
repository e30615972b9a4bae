/** OpenAPI 3.1 at /api/openapi.json, made from the same contracts that validate. */
import swagger from "@fastify/swagger";
import { failureStatus } from "shared/failure.ts";
import type { App } from "../app.ts";

const problem = {
  description: "Problem details (RFC 9457)",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        required: ["type", "title", "status", "code"],
        properties: {
          type: { type: "string" },
          title: { type: "string" },
          status: { type: "integer" },
          code: { enum: Object.keys(failureStatus) },
          problems: {
            type: "array",
            items: {
              type: "object",
              properties: { parameter: { type: "string" }, message: { type: "string" } },
            },
          },
        },
      },
    },
  },
};

export async function openApi(app: App): Promise<void> {
  await app.fastify.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Civil society against corruption",
        version: "1",
        description: "What the pages show, as data. Facts carry source, asOf and verified. Data: CC BY 4.0.",
        license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
      },
    },
    transform: ({ schema, url }) => ({
      schema: url.startsWith("/api/v1/") ? schema : { ...schema, hide: true },
      url,
    }),
    transformObject: (document) => {
      if (!("openapiObject" in document)) return document.swaggerObject;
      for (const path of Object.values(document.openapiObject.paths ?? {})) {
        for (const operation of Object.values(path ?? {})) {
          if (typeof operation === "object" && "responses" in operation) {
            Object.assign(operation.responses ?? {}, { "4XX": problem, "5XX": problem });
          }
        }
      }
      return document.openapiObject;
    },
  });
  app.fastify.get("/api/openapi.json", { config: { who: "anyone" } }, async (_request, reply) => {
    return reply.type("application/json; charset=utf-8").send(app.fastify.swagger());
  });
}
