/** Every endpoint that a contract of shared/ describes. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Endpoint } from "shared/endpoint.ts";
import { ROOT } from "./sources.ts";

export async function allEndpoints(): Promise<Endpoint[]> {
  const files = readdirSync(path.join(ROOT, "shared"), { recursive: true, encoding: "utf8" });
  const contracts = files.filter((name) => /contract\.ts$/i.test(name) && !name.includes("node_modules"));
  const modules = await Promise.all(contracts.map((name) => import(path.join(ROOT, "shared", name))));
  return modules.flatMap((module) => endpointsIn(module));
}

/** Also those that several rooms have alike, kept by room and by what they do. */
function endpointsIn(value: unknown, depth = 0): Endpoint[] {
  if (isEndpoint(value)) return [value];
  const isGroup = typeof value === "object" && value !== null && !("~kind" in value) && depth < 3;
  return isGroup ? Object.values(value).flatMap((one) => endpointsIn(one, depth + 1)) : [];
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "id" in value && "path" in value && "reply" in value;
}
