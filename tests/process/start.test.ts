/** A server that cannot start says why in one sentence, with the setting's name and without a stack trace. */

import { once } from "node:events";
import { createServer } from "node:net";
import { readConfig } from "server/config.ts";
import { StartFailure } from "shared/startFailure.ts";
import { describe, expect, test } from "vitest";
import { emptyDatabase, readersDatabase } from "../setup/database.ts";
import { type Ended, refusedStart } from "./serverProcess.ts";

function expectSentence({ code, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/ {4}at |Error:/);
  expect(code).toBe(1);
}

describe("a wrong setting", () => {
  test.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ PORT: "70000" }, /^The setting PORT must be a port number.*it is "70000"/],
    [{ PORT: "3.5" }, /^The setting PORT must be .*it is "3.5"/],
    [{ PORT: "0x10" }, /^The setting PORT must be/],
    [{ TRUST_PROXY: "1" }, /^The setting TRUST_PROXY must be true or false/],
    [{ PUBLIC_URL: "https://a b" }, /^The setting PUBLIC_URL must be http/],
    [{ PUBLIC_URL: "https://x.example:99999" }, /^The setting PUBLIC_URL must be http/],
    [{ PUBLIC_URL: "https://me:word@x.example" }, /^The setting PUBLIC_URL must be http/],
    [{ PUBLIC_URL: "https://x.example/path" }, /^The setting PUBLIC_URL must be .*without a path/],
    [{ DATABASE_URL: "postgres://me:word@127.0.0.1:99999/x" }, /^The setting DATABASE_URL must be postgres/],
    [{ CONTACT: "me@x.example" }, /^The setting CONTACT must be mailto:/],
    [{ PUBLIC_URL: "example.org" }, /^The setting PUBLIC_URL must be http/],
    [{ DATABASE_URL: "mysql://x" }, /^The setting DATABASE_URL must be postgres/],
    [{ LOG_LEVEL: "loud" }, /^The setting LOG_LEVEL must be one of/],
    [{ SESSION_SECRET: "short" }, /^The setting SESSION_SECRET must be at least 32/],
    [{ REDIS_URL: "http://127.0.0.1" }, /^The setting REDIS_URL must be redis:/],
    [{ METRICS_TOKEN: "short" }, /^The setting METRICS_TOKEN must be/],
    [{ TRUST_PROXY: "perhaps" }, /^The setting TRUST_PROXY must be true or false/],
    [{ DATABASE_URL: "postgres://x@127.0.0.1/x" }, /SESSION_SECRET is required/],
  ])("%o is named, with what it must be", (settings, sentence) => {
    expect(() => readConfig(settings)).toThrow(sentence);
    expect(() => readConfig(settings)).toThrow(StartFailure);
  });

  test.each(["DATABASE_URL", "SESSION_SECRET", "REDIS_URL", "METRICS_TOKEN"])(
    "a wrong %s is not repeated",
    (name) => {
      const read = () => readConfig({ [name]: "my-word" });
      expect(read).toThrow(new RegExp(`^The setting ${name} must be`));
      expect(read).not.toThrow(/my-word/);
    },
  );

  test("ends the process", async () => {
    expectSentence(
      await refusedStart({ PORT: "many" }),
      /^The setting PORT must be a port number.*it is "many"/,
    );
  });

  test("a region that there is not", async () => {
    const refused = await refusedStart({ REGION: "atlantis", DATABASE_URL: await readersDatabase() });
    expectSentence(refused, /^The setting REGION must be .*"atlantis"/);
  });

  test("a database that does not answer: its password is not told", async () => {
    const refused = await refusedStart({ DATABASE_URL: "postgres://me:secret-word@127.0.0.1:1/x" });
    expectSentence(refused, /DATABASE_URL cannot be reached/);
    expect(refused.stderr + refused.stdout).not.toContain("secret-word");
  });
});

test("a port that is in use", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const refused = await refusedStart({ PORT: String(port), DATABASE_URL: await emptyDatabase() });
  other.close();
  expectSentence(refused, new RegExp(`^Port ${port} on 127.0.0.1 is in use`));
});
