/** What `npm start` runs is built in few files: it finds what it loads late, and takes no more than it needs. */
import { readFile } from "node:fs/promises";
import { askForPasskey } from "shared/passkeys/contract.ts";
import { expect, test } from "vitest";
import { readersDatabase } from "../setup/database.ts";
import { startServer, stopServer } from "./serverProcess.ts";

/** Tells at its end which parts of Node it loaded. */
const TELLING = `data:text/javascript,process.once('exit',()=>console.log(String(process.moduleLoadList)))`;

test("what only some ask for is loaded then, and Node loads neither its own fetch nor its stripper of types", async () => {
  const server = await startServer({
    DATABASE_URL: await readersDatabase(),
    LOG_LEVEL: "warn",
    NODE_OPTIONS: `--import=${TELLING}`,
  });
  const description = await fetch(`${server.origin}/api/openapi.json`);
  expect(await description.json()).toMatchObject({ openapi: "3.1.0" });
  const page = await fetch(`${server.origin}/ar/africa`);
  expect(await page.text()).toMatch(/<svg[\s\S]*<path/);
  // Passkeys belong to names.
  const named = server.origin.replace("127.0.0.1", "localhost");
  const passkey = await fetch(`${named}${askForPasskey.path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: named },
    body: "{}",
  });
  expect(passkey.status).toBe(200);
  const { stdout, stderr } = await stopServer(server);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/NativeModule internal\/modules\/esm\/loader/);
  expect(stdout).not.toMatch(/amaro|undici/);
});

test("`npm start` runs what is built", async () => {
  const { scripts } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  expect(scripts.start).toMatch(/ server\/dist\/main\.js$/);
});
