/** What ended is removed after a while; what is in use stays. */
import { cleanAccounts } from "server/accounts/cleaning.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { account } from "./account.ts";

let own: TestApp;
beforeAll(async () => {
  own = await testApp({ freshDatabase: true });
});
afterAll(() => own.close());

test("ended sessions and links, sessions that were left, and old tries go; the rest stays", async () => {
  const { id, as } = await account(own);
  const { pool } = own.app.db;
  const session = (device: string, ended: string, active: string) =>
    pool.query(
      `insert into sessions (person_id, nonce, device, ended_at, last_active_at)
       values ($1, $2, $2, now() - $3::interval, now() - $4::interval)`,
      [id, device, ended, active],
    );
  await session("ended long ago", "2 days", "2 days");
  await session("ended just now", "1 hour", "1 hour");
  await pool.query(
    `insert into sessions (person_id, nonce, device, last_active_at) values ($1, 'left', 'left', now() - interval '31 days')`,
    [id],
  );
  const link = (hash: string, ends: string) =>
    pool.query("insert into links (purpose, token_hash, expires_at) values ('x', $1, now() - $2::interval)", [
      hash,
      ends,
    ]);
  await link("old", "31 days");
  await link("recent", "1 day");
  await pool.query(
    `insert into sign_in_tries (key, failures, next_at, updated_at) values
      ('old', 5, now(), now() - interval '2 hours'), ('recent', 5, now(), now())`,
  );
  await cleanAccounts(own.app);
  const all = async (query: string) => (await pool.query(query)).rows.map(({ name }) => name);
  expect(await all('select device as name from sessions order by device collate "C"')).toEqual([
    "Firefox, Linux",
    "ended just now",
  ]);
  expect(await all("select token_hash as name from links")).toEqual(["recent"]);
  expect(await all("select key as name from sign_in_tries")).toEqual(["recent"]);
  expect((await own.get("/api/v1/session", as)).status).toBe(200);
});
