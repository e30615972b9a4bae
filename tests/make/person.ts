/** Makes people for tests, straight into the database: verified, with a password that is known, roles and memberships. */
import type { Database } from "db/connect.ts";
import { hashPassword } from "server/accounts/passwords.ts";
import type { MemberRole, Role } from "shared/accounts/rules.ts";

const PASSWORD = "nine green lanterns over the harbour";
let hashed: Promise<string> | null = null;

interface Wanted {
  handle: string;
  email?: string;
  language?: string;
  regions?: readonly string[];
  roles?: readonly Role[];
  /** Slugs of CSOs. */
  memberships?: Readonly<Record<string, MemberRole>>;
}

/** Returns the person's id. Here for a year: on the board nothing of theirs waits for approval. */
export async function makePerson(db: Database, wanted: Wanted): Promise<number> {
  const { handle, email = `${handle}@example.org`, language = "en", regions = [] } = wanted;
  hashed ??= hashPassword(PASSWORD);
  const { rows } = await db.pool.query(
    `insert into people (handle, email, email_verified_at, password_hash, language, regions, created_at)
     values ($1, $2, now(), $3, $4, $5, now() - interval '1 year') returning id`,
    [handle, email, await hashed, language, [...regions]],
  );
  const id: number = rows[0].id;
  for (const { role, region } of wanted.roles ?? []) {
    await db.pool.query("insert into roles (person_id, role, region) values ($1, $2, $3)", [
      id,
      role,
      region,
    ]);
  }
  for (const [slug, role] of Object.entries(wanted.memberships ?? {})) {
    await db.pool.query(
      `insert into memberships (person_id, organisation_id, role) select $1, id, $3 from organisations where slug = $2`,
      [id, slug, role],
    );
  }
  return id;
}

/** The CSO is claimed, as one with members is. Returns its id. */
export async function claimed(db: Database, slug: string): Promise<number> {
  const { rows } = await db.pool.query(
    "update organisations set status = 'claimed' where slug = $1 returning id",
    [slug],
  );
  return rows[0].id;
}
