/** The audit log: it only grows, holds no value, and whoever tampers with it is found out. */
import { BEFORE_ALL, type ChainedRow, hashOfRow } from "db/audit/chain.ts";
import { recordAudit } from "db/audit/changes.ts";
import { audit } from "db/audit/tables.ts";
import { verifyAudit } from "db/audit/verify.ts";
import { connect, type Database } from "db/connect.ts";
import { transaction } from "db/transaction.ts";
import { secretsOf } from "server/secrets.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../setup/database.ts";

const secrets = secretsOf("s".repeat(32));
const open: Database[] = [];
let db: Database;

beforeEach(async () => {
  db = connect(await freshDatabase());
  open.push(db);
});
afterAll(async () => {
  for (const one of open) await one.close();
});

function record(action: string, value?: unknown): Promise<void> {
  const entry = { actor: 7, action, target: "person:5", region: "africa", value };
  return transaction(db, (tx) => recordAudit(tx, secrets, entry));
}

/** As the database's owner could, past the triggers. */
async function tamper(statement: string): Promise<void> {
  await db.pool.query(`begin; alter table audit disable trigger user; alter table audit_head disable trigger user; ${statement};
    alter table audit enable trigger user; alter table audit_head enable trigger user; commit`);
}

async function written(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await record(`test.${number}`);
}

test("an empty log holds", async () => {
  expect(await verifyAudit(db)).toEqual({ rows: 0, hash: BEFORE_ALL.hash, broken: null });
});

test("rows are chained, numbered without gaps, and hold", async () => {
  await written(5);
  const { rows } = await db.pool.query("select id, previous_hash, hash from audit order by id");
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(rows[3].previous_hash).toBe(rows[2].hash);
  expect(await verifyAudit(db)).toEqual({ rows: 5, hash: rows[4].hash, broken: null });
});

test("many writers at once neither fork the chain nor leave a gap", async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => record(`test.${index}`)));
  expect(await verifyAudit(db)).toMatchObject({ rows: 40, broken: null });
});

test("a write that is rolled back leaves no trace", async () => {
  await written(1);
  const work = transaction(db, async (tx) => {
    await recordAudit(tx, secrets, { actor: 1, action: "test.undone", target: "person:1", region: null });
    throw new Error("undone");
  });
  await expect(work).rejects.toThrow("undone");
  await record("test.next");
  expect(await verifyAudit(db)).toMatchObject({ rows: 2, broken: null });
});

test("the database refuses to change, remove or empty it, and to move its end", async () => {
  await written(2);
  for (const statement of [
    "update audit set action = 'x' where id = 1",
    "delete from audit where id = 2",
    "truncate audit",
    "update audit_head set row_id = 1",
    "delete from audit_head",
    "truncate audit_head",
    "insert into audit_head (single, row_id, hash) values (true, 0, '')",
    "insert into audit (id, at, action, target, previous_hash, hash) values (9, now(), 'x', 'x:1', '', 'x')",
    "insert into audit (id, at, action, target, previous_hash, hash) values (3, now(), 'x', 'x:1', 'wrong', 'x')",
  ]) {
    await expect(db.pool.query(statement), statement).rejects.toThrow();
  }
  expect(await verifyAudit(db)).toMatchObject({ rows: 2, broken: null });
});

test.each([
  ["changed", "update audit set action = 'other' where id = 3", 3],
  ["changed", "update audit set person_id = null where id = 2", 2],
  ["changed", "update audit set at = at + interval '1 millisecond' where id = 4", 4],
  ["missing", "delete from audit where id = 3", 3],
  ["missing", "delete from audit where id = 1", 1],
  ["missing", "delete from audit where id >= 4", 4],
  ["missing", "delete from audit", 1],
  [
    "changed",
    "update audit set id = -id where id in (2, 3); update audit set id = case id when -2 then 3 else 2 end where id < 0",
    2,
  ],
  [
    "changed",
    "insert into audit select 6, at, person_id, action, target, region, digest, hash, 'x' from audit where id = 5",
    6,
  ],
  ["changed", "update audit_head set hash = 'other'", 5],
])("a tampered log is named: %s by %s", async (why, statement, id) => {
  await written(5);
  await tamper(statement);
  expect((await verifyAudit(db)).broken).toEqual({ id, why });
});

test("a row that is rewritten with its hash no longer carries the next one, nor may one be put past the end", async () => {
  await written(3);
  const [, second, third] = (await db.queries.select().from(audit).orderBy(audit.id)) as ChainedRow[];
  if (!second || !third) throw new Error("three rows were written");
  await tamper(
    `update audit set action = 'other', hash = '${hashOfRow({ ...second, action: "other" })}' where id = 2`,
  );
  expect((await verifyAudit(db)).broken).toEqual({ id: 3, why: "moved" });
  await tamper(`update audit set action = '${second.action}', hash = '${second.hash}' where id = 2`);
  const fourth = hashOfRow({ ...third, id: 4, previousHash: third.hash });
  await tamper(
    `insert into audit select 4, at, person_id, action, target, region, digest, hash, '${fourth}' from audit where id = 3`,
  );
  expect((await verifyAudit(db)).broken).toEqual({ id: 4, why: "added" });
});

test("a value is kept as a keyed digest alone", async () => {
  const value = "a-value-nobody-should-read@example.org";
  await record("email.changed", value);
  await record("email.changed", value);
  await record("email.confirmed", value);
  const { rows } = await db.pool.query("select * from audit order by id");
  expect(JSON.stringify(rows)).not.toContain(value);
  const [one, same, other] = rows.map(({ digest }) => digest);
  expect(one).toBe(same);
  expect(other).not.toBe(one);
  const elsewhere = secretsOf("t".repeat(32));
  expect(elsewhere.mac("audit", "email.changed", "person:5", JSON.stringify(value))).not.toBe(one);
});
