/** The delay after wrong tries: it grows by name, known or not, ends, and is forgotten at a success. */
import { transaction } from "db/transaction.ts";
import { checkDelay, countFailure, forgetDelays } from "server/accounts/delays.ts";
import { FREE_TRIES, LONGEST_WAIT_SECONDS, waitAfter } from "shared/accounts/tries.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let own: TestApp;
let now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  own = await testApp({ freshDatabase: true });
  own.app.now = () => now;
});
afterAll(() => own.close());

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

async function fail(name: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await countFailure(own.app, name);
}

test("the first wrong tries cost no time, then it doubles up to minutes", () => {
  expect([1, 4, 5, 6, 7, 8].map(waitAfter)).toEqual([0, 0, 5, 10, 20, 40]);
  expect(waitAfter(1000)).toBe(LONGEST_WAIT_SECONDS);
});

test("a name waits, however it is written, and others do not", async () => {
  await fail("Amina", FREE_TRIES - 1);
  await checkDelay(own.app, "amina");
  await fail(" amina ", 1);
  await expect(checkDelay(own.app, "AMINA")).rejects.toMatchObject({ code: "too-many", retryAfter: 5 });
  await checkDelay(own.app, "amin");
  later(5);
  await checkDelay(own.app, "amina");
  await fail("amina", 1);
  await expect(checkDelay(own.app, "amina")).rejects.toMatchObject({ retryAfter: 10 });
});

test("a success forgets it at once", async () => {
  await fail("beka@example.org", FREE_TRIES + 3);
  await expect(checkDelay(own.app, "beka@example.org")).rejects.toMatchObject({ retryAfter: 40 });
  await transaction(own.app.db, (tx) =>
    forgetDelays(tx, own.app.secrets, ["beka", "Beka@example.org", null]),
  );
  await checkDelay(own.app, "beka@example.org");
  await fail("beka@example.org", 1);
  await checkDelay(own.app, "beka@example.org");
});

test("an hour without a try forgets it too, and nothing is left of it", async () => {
  await fail("gone", FREE_TRIES + 10);
  later(3601);
  await fail("another", 1);
  const { rows } = await own.app.db.pool.query("select key, failures from sign_in_tries");
  expect(rows).toEqual([{ key: expect.stringMatching(/^[\w-]{43}$/), failures: 1 }]);
  await checkDelay(own.app, "gone");
});

test("a megabyte of a name is counted like any other", async () => {
  const name = "\u202e💥\0".repeat(200_000);
  await fail(name, FREE_TRIES);
  await expect(checkDelay(own.app, name)).rejects.toMatchObject({ code: "too-many" });
});
