/** On a host with Node and npm only: one command to the first page, and a second start without any network. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Checkout, copyCheckout, ordinaryUser } from "./checkout.ts";

const asRoot = process.getuid?.() === 0;
const users = [
  { name: asRoot ? "root, in a folder closed to all others" : "this user, in a closed folder", user: null },
  ...(asRoot ? [{ name: "an ordinary user, in a closed folder", user: ordinaryUser() }] : []),
];

/** The packages come over the network the first time. */
const FIRST_START_MS = 10 * 60_000;
const FURTHER_START_MS = 3_000;
/** A host that is busy with something else for a moment is no fault of the platform: the quickest counts. */
const FURTHER_STARTS = 3;
const NO_REGISTRY = "http://127.0.0.1:1";

describe.each(users)("started by $name", ({ user }) => {
  let checkout: Checkout;
  let built: number;

  beforeAll(async () => {
    checkout = await copyCheckout(user);
  });
  afterAll(() => checkout?.remove());

  test("npm start shows progress, and then the first page", { timeout: FIRST_START_MS }, async () => {
    const server = await checkout.start();
    try {
      expect(server.said()).toMatch(/Installing packages.*\n.*done in/);
      expect(server.said()).toMatch(/Building the pages.*\n.*done in/);
      const page = await fetch(`${server.origin}/en`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("/en/africa");
    } finally {
      await server.stop();
    }
    built = (await stat(path.join(checkout.folder, "web/dist/assets.json"))).mtimeMs;
  });

  test("further npm starts need no registry, build nothing, and listen within 3 s", {
    timeout: 120_000,
  }, async () => {
    const took: number[] = [];
    for (let attempt = 0; attempt < FURTHER_STARTS; attempt++) {
      const begun = performance.now();
      const server = await checkout.start({ npm_config_registry: NO_REGISTRY, HOME: checkout.emptyHome });
      took.push(performance.now() - begun);
      expect(server.said()).not.toMatch(/Installing|Building|Loading the data/);
      expect((await fetch(`${server.origin}/en/africa`)).status).toBe(200);
      await server.stop();
    }
    expect((await stat(path.join(checkout.folder, "web/dist/assets.json"))).mtimeMs).toBe(built);
    expect(Math.min(...took)).toBeLessThan(FURTHER_START_MS);
  });

  test("the quick tests pass there too", { timeout: 5 * 60_000 }, async () => {
    const { code, output } = await checkout.run("node_modules/.bin/vitest", [
      "run",
      "tests/platform",
      "tests/db",
    ]);
    expect(output).toMatch(/Tests .*passed/);
    expect(code, output).toBe(0);
  });

  test("nothing but the data folder and what git ignores was written", async () => {
    const ignored = await readFile(path.join(checkout.folder, ".gitignore"), "utf8");
    expect(ignored).toContain("/data/");
    expect(await checkout.strangers()).toEqual([]);
  });
});
