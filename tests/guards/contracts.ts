/** Every endpoint that a contract of shared/ describes. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Endpoint } from "shared/endpoint.ts";
import { ROOT } from "./sources.ts";

export async function allEndpoints(): Promise<Endpoint[]> {
  const files = readdirSync(path.join(ROOT, "shared"), { recursive: true, encoding: "utf8" });
  const contracts = files.filter((name) => name.endsWith("contract.ts") && !name.includes("node_modules"));
  const modules = await Promise.all(contracts.map((name) => import(path.join(ROOT, "shared", name))));
  return modules.flatMap((module) => Object.values(module)).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "id" in value && "path" in value && "reply" in value;
}
