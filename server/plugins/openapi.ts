/** OpenAPI 3.1 at /api/openapi.json, made from the same contracts that validate. */
import Fastify from "fastify";
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

export function openApi(app: App): void {
  let description: Promise<string> | null = null;
  app.fastify.get("/api/openapi.json", { config: { who: "anyone" } }, async (_request, reply) => {
    description ??= describe(app);
    return reply.type("application/json; charset=utf-8").send(await description);
  });
}

/** Made of the routes when somebody first asks: most nodes never need what it takes to write it. */
async function describe({ routes }: App): Promise<string> {
  const { default: swagger } = await import("@fastify/swagger");
  const paper = Fastify({ exposeHeadRoutes: false });
  paper.setValidatorCompiler(() => () => true);
  paper.setSerializerCompiler(() => JSON.stringify);
  await paper.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Civil society against corruption",
        version: "1",
        description: "What the pages show, as data. Facts carry source, asOf and verified. Data: CC BY 4.0.",
        license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
      },
      servers: [{ url: "/" }],
      components: { securitySchemes },
    },
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
  for (const { method, url, schema } of routes) {
    if (method !== "HEAD" && url.startsWith("/api/v1/"))
      paper.route({ method, url, schema, handler: () => {} });
  }
  await paper.ready();
  return JSON.stringify(paper.swagger(), plainSchema);
}

/** Of whoever signs in: its cookie begins with `__Host-` under https. */
const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "session",
    description: "Given by POST /api/v1/session; named `__Host-session` under https.",
  },
} as const;

/** Schemas as others read them: without the words that only our own forms know, lists of fixed places as JSON Schema 2020-12. */
function plainSchema(key: string, value: unknown): unknown {
  if ((key === "text" || key === "problem") && typeof value === "string") return undefined;
  if (typeof value !== "object" || value === null || !("additionalItems" in value)) return value;
  const { items, additionalItems, ...schema } = value as { items?: unknown; additionalItems: unknown };
  return { ...schema, prefixItems: items, items: additionalItems };
}
