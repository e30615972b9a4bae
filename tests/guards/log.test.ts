/** The log tells operators what happened, and nobody who looked for what from where. */

import { createLogger } from "server/plugins/log.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
let lines: string[];

beforeAll(async () => {
  lines = [];
  const logger = createLogger("trace", { write: (line: string) => void lines.push(line) });
  app = await testApp({ logger, settings: { TRUST_PROXY: "true" } });
});
afterAll(() => app.close());

const ADDRESS = "203.0.113.77";
const SEARCHED = "whistleblower-in-trouble";

async function visit(path: string): Promise<void> {
  await app.get(path, {
    "x-forwarded-for": ADDRESS,
    "user-agent": "A rare browser 77",
    cookie: "session=secret-of-mine",
    referer: `http://127.0.0.1/en/africa?q=${SEARCHED}`,
  });
}

const said = () => lines.join("");

test("pages, searches, refusals and failures leave no address, no search text, no session", async () => {
  for (const path of [
    "/en/africa",
    "/en/africa/organisations",
    "/en/africa/search",
    "/api/v1/regions/africa/organisations",
  ]) {
    await visit(`${path}?q=${SEARCHED}`);
  }
  await visit(`/en/africa/nothing-${SEARCHED}`);
  await visit(`/en/africa/%E0%A4%A?q=${SEARCHED}`);
  expect(said()).not.toMatch(new RegExp(`${ADDRESS}|${SEARCHED}|rare browser|secret-of-mine`));
});

test("a failure is logged with its cause and its route, without the address that was asked for", async () => {
  const lost = await testApp({
    logger: createLogger("info", { write: (line: string) => void lines.push(line) }),
  });
  await lost.app.db.close();
  const path = `/en/africa/countries?map=csos&q=${SEARCHED}`;
  const { status } = await lost.get(path, { "x-forwarded-for": ADDRESS });
  await lost.app.close();
  expect(status).toBe(500);
  expect(said()).toMatch(/"msg":"request failed"/);
  expect(said()).toMatch(/pool/i);
  expect(said()).not.toMatch(new RegExp(`${ADDRESS}|${SEARCHED}`));
});
