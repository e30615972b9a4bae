/** The list of erasures beside the database: a restored backup brings nobody back. */
import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { connect, type Database } from "db/connect.ts";
import { erasePerson } from "db/personal/erase.ts";
import { transaction } from "db/transaction.ts";
import { keepErasures, noteErasure } from "server/personal/erasures.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { makePerson } from "../make/person.ts";
import { traces } from "../make/traces.ts";
import { freshDatabase } from "../setup/database.ts";

let db: Database;
let folder: Awaited<ReturnType<typeof temporaryDataDir>>;

beforeAll(async () => {
  db = connect(await freshDatabase());
  folder = await temporaryDataDir();
});
afterAll(async () => {
  await db.close();
  await folder.remove();
});

test("whoever the list names is erased again at the next start; a broken line does no harm", async () => {
  const person = await makePerson(db, { handle: "chidi" });
  await noteErasure(folder.dataDir, { personId: person, at: new Date(Date.now() + 1000), keepPosts: false });
  await appendFile(path.join(folder.dataDir, "erasures.jsonl"), '{"personId":');
  expect(await keepErasures(db, folder.dataDir)).toBe(1);
  expect(await traces(db, ["chidi"])).toEqual([]);
  expect(await keepErasures(db, folder.dataDir)).toBe(0);
});

test.each([true, false])("whether posts were to stay (%s) is remembered too", async (keepPosts) => {
  const person = await makePerson(db, { handle: `efua-${keepPosts}` });
  const { rows } = await db.pool.query(
    `with thread as (insert into threads (board_id, title, kind, language, last_number)
        select id, 'Kept', 'discussion', 'en', 1 from boards order by id limit 1 returning id)
      insert into posts (thread_id, number, created_version, version, author_id, body, html, language)
        select id, 1, 1, 1, $1, 'Words', '<p>Words</p>', 'en' from thread returning id`,
    [person],
  );
  await noteErasure(folder.dataDir, { personId: person, at: new Date(Date.now() + 1000), keepPosts });
  expect(await keepErasures(db, folder.dataDir)).toBe(1);
  const post = await db.pool.query("select author_id, body from posts where id = $1", [rows[0].id]);
  expect(post.rows).toEqual([{ author_id: null, body: keepPosts ? "Words" : "" }]);
});

test("an erasure that the list lacks is noted at the next start", async () => {
  const person = await makePerson(db, { handle: "dalila" });
  await transaction(db, (tx) => erasePerson(tx, person));
  await keepErasures(db, folder.dataDir);
  const list = await readFile(path.join(folder.dataDir, "erasures.jsonl"), "utf8");
  expect(list.split("\n").some((line) => line.startsWith(`{"personId":${person},`))).toBe(true);
  expect(list).not.toMatch(/dalila|@/);
});
