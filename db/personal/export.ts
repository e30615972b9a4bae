/** Reads all that is held about a person, table by table, for them to take along: nothing of anybody else. */
import { eq, type SQL, sql } from "drizzle-orm";
import { people } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";
import { rowsOf } from "./erase.ts";
import { type Given, given, references } from "./registry.ts";

/** The tables of which a person is given something, by the name of the file that they get. */
export const tablesGiven: readonly string[] = given.map(({ table }) => table);

/** A person's rows of one of these tables. */
export async function personalRows(
  db: Queries,
  personId: number,
  table: string,
): Promise<Record<string, unknown>[]> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const asked = given.find((one) => one.table === table);
  const mine = asked ? conditionFor(asked, personId, person?.email ?? null) : null;
  return asked && mine ? read(db, asked, mine) : [];
}

function conditionFor({ table }: Given, personId: number, email: string | null): SQL | null {
  if (table === "people") return sql`id = ${personId}`;
  const conditions = references
    .filter((reference) => reference.table === table && reference.mine)
    .flatMap((reference) => rowsOf(reference, personId, email) ?? []);
  return conditions.length === 0 ? null : sql.join(conditions, sql` or `);
}

async function read(
  db: Queries,
  { table, columns, by = "id" }: Given,
  mine: SQL,
): Promise<Record<string, unknown>[]> {
  const names = columns.map((column) =>
    column === "organisation_id"
      ? sql`(select slug from organisations o where o.id = organisation_id) as organisation`
      : sql.identifier(column),
  );
  const { rows } = await db.execute<Record<string, unknown>>(
    sql`select ${sql.join(names, sql`, `)} from ${sql.identifier(table)} where ${mine} order by ${sql.identifier(by)}`,
  );
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value])),
  );
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A file that hangs on the person: they are given its bytes too. */
export interface OwnFile {
  id: number;
  name: string;
  type: string;
}

export async function ownFiles(db: Queries, personId: number): Promise<OwnFile[]> {
  const { rows } = await db.execute<{ id: number; variant: string; type: string }>(
    sql`select id, variant, type from files where owner_kind = 'person' and owner_id = ${personId} order by id`,
  );
  return rows.map(({ id, variant, type }) => ({ id, name: `${id}-${variant}`, type }));
}

/** The bytes of a file, chunk by chunk. */
export async function* fileBytes(db: Queries, fileId: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const { rows } = await db.execute<{ bytes: Buffer }>(
      sql`select bytes from file_chunks where file_id = ${fileId} and position = ${position}`,
    );
    const [chunk] = rows;
    if (!chunk) return;
    yield chunk.bytes;
  }
}
