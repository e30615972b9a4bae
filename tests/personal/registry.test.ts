/** Nothing that refers to a person is forgotten: every such column says what erasing does with it, and what is given of it. */

import { connect, type Database } from "db/connect.ts";
import { given, notOfPersons, references } from "db/personal/registry.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readersDatabase } from "../setup/database.ts";

let db: Database;
/** "table.column" → whether it may be empty. */
const columns = new Map<string, boolean>();

beforeAll(async () => {
  db = connect(await readersDatabase());
  const { rows } = await db.pool.query(`select table_name, column_name, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public'`);
  for (const { table_name, column_name, nullable } of rows)
    columns.set(`${table_name}.${column_name}`, nullable);
});
afterAll(() => db.close());

/** Names under which columns hold a person, an address, or the name of somebody. */
const SOUNDS_PERSONAL =
  /(^|_)(email|mail|handle|person|people|member|owner_id|user|author|phone|address)(_|$)|_by$|^credit$/;
/** What stands in rows that are erased with the person, or that other columns of the row lead to. */
const beside = new Set([
  "people.email_verified_at",
  "people.discreet_mail",
  "people.handle",
  "people.email",
  "applications.proved_by",
  "corrections.credit",
  "revisions.credit",
  "organisations.uncac_coalition_member",
  "organisation_counts.member",
]);

const known = new Set(references.map(({ table, column }) => `${table}.${column}`));

test("every column that refers to a person by a key is in the registry", async () => {
  const { rows } = await db.pool.query(`select k.table_name, k.column_name
    from information_schema.referential_constraints r
    join information_schema.key_column_usage k using (constraint_schema, constraint_name)
    join information_schema.constraint_column_usage u
      on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
    where u.table_name = 'people'`);
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows
    .map((row) => `${row.table_name}.${row.column_name}`)
    .filter((name) => !known.has(name));
  expect(missing).toEqual([]);
});

test("so is every column whose name sounds like a person's, or it says why it is none", () => {
  const sounding = [...columns.keys()].filter((name) => SOUNDS_PERSONAL.test(name.split(".")[1] ?? ""));
  const missing = sounding.filter((name) => !known.has(name) && !beside.has(name) && !(name in notOfPersons));
  expect(missing).toEqual([]);
});

test("the registry names only what there is, and empties only what may be empty", () => {
  for (const { table, column, erase, alsoEmpty = [] } of references) {
    for (const one of [column, ...alsoEmpty])
      expect(columns.has(`${table}.${one}`), `${table}.${one}`).toBe(true);
    if (erase !== "empty") continue;
    for (const one of [column, ...alsoEmpty])
      expect(columns.get(`${table}.${one}`), `${table}.${one}`).toBe(true);
  }
});

describe("what a person is given", () => {
  test("is something of every table that holds rows about them", () => {
    const about = new Set(references.filter(({ mine }) => mine).map(({ table }) => table));
    expect(given.map(({ table }) => table).toSorted()).toEqual(["people", ...about].toSorted());
  });

  test.each(given)("of $table is every column, or it says why not", ({ table, columns: own, withheld }) => {
    const all = [...columns.keys()]
      .filter((name) => name.startsWith(`${table}.`))
      .map((name) => name.split(".")[1]);
    expect([...own, ...Object.keys(withheld)].toSorted()).toEqual(all.toSorted());
  });
});
