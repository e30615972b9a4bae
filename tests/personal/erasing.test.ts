/** Erasing a person leaves nothing of them in any table, keeps what others rely on, and is done again after a restore. */

import { recordAudit } from "db/audit/changes.ts";
import { verifyAudit } from "db/audit/verify.ts";
import { connect, type Database } from "db/connect.ts";
import { allErasures, erasePerson, ownedAlone, replayErasures } from "db/personal/erase.ts";
import { personalRows, tablesGiven } from "db/personal/export.ts";
import { transaction } from "db/transaction.ts";
import { secretsOf } from "server/secrets.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimed, makePerson } from "../make/person.ts";
import { holdEverything, traces } from "../make/traces.ts";
import { freshDatabase } from "../setup/database.ts";

const secrets = secretsOf("s".repeat(32));
const KENYA = "transparency-international-kenya";
let db: Database;
let person: number;
let other: number;
let number = 0;

beforeAll(async () => {
  db = connect(await freshDatabase());
});
afterAll(() => db.close());

beforeEach(async () => {
  number += 1;
  person = await makePerson(db, {
    handle: `amina${number}`,
    email: `Amina${number}@Mail.example`,
    regions: ["africa"],
  });
  other = await makePerson(db, { handle: `brahim${number}` });
  await db.pool.query("delete from memberships");
});

const erase = (id: number, options?: { at?: Date; keepPosts?: boolean }) =>
  transaction(db, (tx) => erasePerson(tx, id, options));
const namesOf = () => [`amina${number}`, "Amina Okello"];

describe("after erasing", () => {
  test("no table holds the handle, the address or the name in any column", async () => {
    await holdEverything(db, person, {
      handle: `amina${number}`,
      email: `Amina${number}@Mail.example`,
      name: "Amina Okello",
    });
    expect((await traces(db, namesOf())).length).toBeGreaterThan(8);
    await erase(person);
    expect(await traces(db, namesOf())).toEqual([]);
  });

  test("nobody else lost a row", async () => {
    const email = `brahim${number}@example.org`;
    await holdEverything(db, other, { handle: `brahim${number}`, email, name: "Brahim Saidi" });
    const before = await traces(db, [`brahim${number}`, "Brahim Saidi"]);
    await erase(person);
    expect(await traces(db, [`brahim${number}`, "Brahim Saidi"])).toEqual(before);
  });

  test("the audit log and the revisions keep the opaque number, and the log still verifies", async () => {
    await transaction(db, (tx) =>
      recordAudit(tx, secrets, {
        actor: person,
        action: "test.done",
        target: `person:${person}`,
        region: null,
      }),
    );
    await holdEverything(db, person, {
      handle: `amina${number}`,
      email: `Amina${number}@Mail.example`,
      name: "Amina Okello",
    });
    await erase(person);
    expect((await verifyAudit(db)).broken).toBeNull();
    const { rows } = await db.pool.query("select credit from revisions where person_id = $1", [person]);
    expect(rows).toEqual([{ credit: null }]);
    expect((await allErasures(db)).map(({ personId }) => personId)).toContain(person);
  });

  test("doing it again does nothing", async () => {
    expect(await erase(person)).toEqual([]);
    expect(await erase(person)).toBeNull();
    expect(await erase(987_654)).toBeNull();
  });
});

describe("a CSO of which the person is the last owner", () => {
  const statusOf = async (id: number) =>
    (await db.pool.query("select status, status_before from organisations where id = $1", [id])).rows[0];
  const join = (id: number, cso: number, role: string) =>
    db.pool.query("insert into memberships (person_id, organisation_id, role) values ($1, $2, $3)", [
      id,
      cso,
      role,
    ]);

  test("is named before, with how many would stay", async () => {
    const cso = await claimed(db, KENYA);
    await join(person, cso, "owner");
    expect(await transaction(db, (tx) => ownedAlone(tx, person))).toMatchObject([{ slug: KENYA, others: 0 }]);
    await join(other, cso, "editor");
    expect(await transaction(db, (tx) => ownedAlone(tx, person))).toMatchObject([{ slug: KENYA, others: 1 }]);
    await db.pool.query("update memberships set role = 'owner' where person_id = $1", [other]);
    expect(await transaction(db, (tx) => ownedAlone(tx, person))).toEqual([]);
  });

  test("is listed again when nobody is left, and may be claimed anew", async () => {
    const cso = await claimed(db, KENYA);
    await join(person, cso, "owner");
    expect(await erase(person)).toMatchObject([{ organisationId: cso }]);
    expect(await statusOf(cso)).toMatchObject({ status: "listed" });
  });

  test("stays with those who are left", async () => {
    const cso = await claimed(db, KENYA);
    await join(person, cso, "owner");
    await join(other, cso, "editor");
    expect(await erase(person)).toEqual([]);
    expect(await statusOf(cso)).toMatchObject({ status: "claimed" });
  });

  test("stays hidden where it had hidden itself", async () => {
    const cso = await claimed(db, KENYA);
    await join(person, cso, "owner");
    await db.pool.query(
      "update organisations set status = 'hidden', status_before = 'claimed', dark_since = now() where id = $1",
      [cso],
    );
    await erase(person);
    expect(await statusOf(cso)).toEqual({ status: "hidden", status_before: "listed" });
    await db.pool.query(
      "update organisations set status = 'listed', status_before = null, dark_since = null where id = $1",
      [cso],
    );
  });
});

describe("after a backup was restored", () => {
  test("whoever was erased since is erased again", async () => {
    const known = [{ personId: person, at: new Date(Date.now() + 1000), keepPosts: false }];
    expect(await replayErasures(db, known)).toBe(1);
    expect(await replayErasures(db, known)).toBe(0);
    expect(await traces(db, [`amina${number}`])).toEqual([]);
  });

  test("somebody who came later and got the same number is left alone", async () => {
    const before = new Date(Date.now() - 2 * 365 * 86_400_000);
    expect(await replayErasures(db, [{ personId: person, at: before, keepPosts: false }])).toBe(0);
    expect(await traces(db, [`amina${number}`])).not.toEqual([]);
  });
});

describe("what a person is given", () => {
  async function all(id: number): Promise<Record<string, Record<string, unknown>[]>> {
    const tables: Record<string, Record<string, unknown>[]> = {};
    for (const table of tablesGiven) tables[table] = await personalRows(db.queries, id, table);
    return tables;
  }

  test("holds each of their rows, and no secret", async () => {
    await holdEverything(db, person, {
      handle: `amina${number}`,
      email: `Amina${number}@Mail.example`,
      name: "Amina Okello",
    });
    const tables = await all(person);
    expect(tables.people).toMatchObject([{ handle: `amina${number}`, email: `Amina${number}@Mail.example` }]);
    const empty = Object.entries(tables).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([table]) => table)).toEqual([]);
    expect(tables.applications?.[0]).toMatchObject({ name: "Amina Okello" });
    expect(JSON.stringify(tables)).not.toMatch(/argon2|secret-of-test/);
  });

  test("holds nothing of anybody else", async () => {
    const email = `brahim${number}@example.org`;
    await holdEverything(db, other, { handle: `brahim${number}`, email, name: "Brahim Saidi" });
    expect(JSON.stringify(await all(person))).not.toMatch(/brahim|saidi/i);
  });
});
