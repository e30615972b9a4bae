/** The platform's source files and what they import, for guards that read code. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");
export const PACKAGES = ["shared", "db", "server", "web"] as const;

export interface Source {
  /** From the root: "server/app.ts". */
  name: string;
  folder: string;
  text: string;
  imports: string[];
}

const SPECIFIER =
  /(?:^|[\n;])\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|(?:^|[\n;])\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

export function sourcesOf(folder: string): Source[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => {
      const text = readFileSync(path.join(ROOT, folder, name), "utf8");
      return { name: path.join(folder, name), folder, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(([, from, bare, late]) => from ?? bare ?? late ?? []);
}

/** "@scope/name" or "name" of an import from a package; null for files and Node's own modules. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith(".") || specifier.startsWith("node:") || specifier.startsWith("virtual:"))
    return null;
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** The code without comments and texts, so that a word in a sentence is not taken for code. */
export function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}
