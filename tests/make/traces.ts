/** A person with a row in every table that may hold one, and the search for what is left of them in any table. */
import { recordAudit } from "db/audit/changes.ts";
import type { Database } from "db/connect.ts";
import { transaction } from "db/transaction.ts";
import { secretsOf } from "server/secrets.ts";

interface Names {
  handle: string;
  email: string;
  name: string;
}

/** One row of every kind that refers to the person: by id, by address in another case of letters, by name. */
export async function holdEverything(db: Database, id: number, { email, name }: Names): Promise<void> {
  const shouted = email.toUpperCase();
  const statements: [string, unknown[]][] = [
    [
      "insert into sessions (person_id, nonce, device) values ($1, 'secret-of-test', 'Firefox, Android')",
      [id],
    ],
    ["insert into recovery_codes (person_id, code_hash) values ($1, 'secret-of-test')", [id]],
    [
      `insert into passkeys (person_id, credential_id, public_key, counter, name)
       values ($1, 'secret-of-test' || $1::bigint::text, '\\x01', 0, $2)`,
      [id, `Key of ${name}`],
    ],
    ["insert into roles (person_id, role, region, granted_by) values ($1, 'curator', 'africa', $1)", [id]],
    [
      "insert into memberships (person_id, organisation_id, role) select $1, id, 'editor' from organisations limit 1",
      [id],
    ],
    [
      `insert into links (purpose, token_hash, person_id, email, expires_at)
       values ('test', 'secret-of-test' || $1::bigint::text, $1, $2, now())`,
      [id, shouted],
    ],
    [
      `insert into links (purpose, token_hash, email, expires_at)
       values ('test', 'secret-of-test-too' || $1::bigint::text, $2, now())`,
      [String(id), shouted],
    ],
    [
      `insert into invitations (organisation_id, email, role, language, expires_at)
       select id, $1, 'editor', 'en', now() from organisations limit 1`,
      [shouted],
    ],
    [
      `insert into applications (region, kind, status, language, name, email, answers)
       values ('africa', 'person', 'accepted', 'en', $1, $2, jsonb_build_object('about', $1::text))`,
      [name, shouted],
    ],
    [
      `insert into corrections (region, kind, field, proposed, source, language, email, credit, note)
       values ('africa', 'country', 'name', '"x"', 'https://example.org/', 'en', $1, $2, $2)`,
      [shouted, name],
    ],
    [
      `insert into corrections (region, kind, field, proposed, source, language, person_id, credit)
       values ('africa', 'country', 'name', '"x"', 'https://example.org/', 'en', $1, $2)`,
      [id, name],
    ],
    [
      `insert into revisions (kind, ref, region, version, before, after, person_id, acted_as, credit)
       values ('country', 'KE', 'africa', 2, '{}', '{}', $1, 'member', $2)`,
      [id, name],
    ],
    ["insert into follows (email, language, region, kind) values ($1, 'en', 'africa', 'region')", [shouted]],
    [
      `insert into files (hash, owner_kind, owner_id, set, variant, type, size, uploaded_by)
       values ('secret-of-test' || $1::bigint::text, 'person', $1, 'x', 'webp-192', 'image/webp', 1, $1)`,
      [id],
    ],
  ];
  for (const [statement, values] of statements) await db.pool.query(statement, values);
  await holdOnTheBoard(db, id, name);
  await holdAtTheDesk(db, id, { email: shouted, name });
  await auditOf(db, id);
}

/** What they proposed, where they registered, what they took on at the desk. */
async function holdAtTheDesk(
  db: Database,
  id: number,
  { email, name }: Omit<Names, "handle">,
): Promise<void> {
  const statements: [string, unknown[]][] = [
    [
      `insert into entries (kind, region, state, content, proposed_by, created_by, changed_by)
       values ('events', 'africa', 'proposed', jsonb_build_object('title', $2::text), $1, $1, $1)`,
      [id, name],
    ],
    [
      `insert into registrations (event_id, person_id, email, name, organisation, note, language, state, token_hash)
       select id, $1, $2, $3, $3, $3, 'en', 'confirmed', 'secret-of-test' || $1::bigint::text from events limit 1`,
      [id, email, name],
    ],
    [
      "insert into assignments (region, kind, ref, person_id) values ('africa', 'flag', $1::bigint::text, $1)",
      [id],
    ],
    ["insert into desk_settings (person_id, region) values ($1, 'africa')", [id]],
  ];
  for (const [statement, values] of statements) await db.pool.query(statement, values);
}

/** A thread of theirs with a post, and all that hangs on either: reads, watches, flags, decisions, appeals, blocks. */
async function holdOnTheBoard(db: Database, id: number, name: string): Promise<void> {
  const { rows } = await db.pool.query(
    `with board as (insert into boards (region, slug, names, purposes, visibility)
        values ('africa', 'held-' || $1::bigint, '{}', '{}', 'group') returning id),
      thread as (insert into threads (board_id, title, kind, language, author_id, last_number)
        select id, 'On ' || $2, 'discussion', 'en', $1, 1 from board returning id),
      post as (insert into posts (thread_id, number, created_version, version, author_id, body, html, language)
        select id, 1, 1, 1, $1, $2, $2, 'en' from thread returning id),
      decision as (insert into decisions (post_id, person_id, action, ground, reason)
        select id, $1, 'hide', 'other', $2 from post returning id)
    select board.id as board, thread.id as thread, post.id as post, decision.id as decision from board, thread, post, decision`,
    [id, name],
  );
  const { board, thread, post, decision } = rows[0];
  const held: [string, unknown[]][] = [
    ["board_members (board_id, person_id) values ($2, $1)", [board]],
    ["thread_authors (thread_id, person_id) values ($2, $1)", [thread]],
    ["post_revisions (post_id, body, html, person_id) values ($2, $3, $3, $1)", [post, name]],
    ["reactions (post_id, person_id, kind) values ($2, $1, 'thanks')", [post]],
    ["mentions (post_id, person_id) values ($2, $1)", [post]],
    [
      `drafts (person_id, place, fields, client_id) values ($1, 'x', jsonb_build_object('body', $2::text), 'x')`,
      [name],
    ],
    ["reads (person_id, thread_id, number) values ($1, $2, 1)", [thread]],
    ["board_reads (person_id, board_id) values ($1, $2)", [board]],
    ["watches (person_id, kind, target, level) values ($1, 'country', $2, 'all')", ["KE"]],
    ["notifications (person_id, kind, post_id, actor_id) values ($1, 'reply', $2, $1)", [post]],
    ["board_settings (person_id) values ($1)", []],
    ["flags (post_id, person_id, ground, note) values ($2, $1, 'other', $3)", [post, name]],
    ["appeals (decision_id, person_id, words, answer) values ($2, $1, $3, $3)", [decision, name]],
    [
      "intakes (region, person_id, token, kind, format, content) values ('africa', $1, 'x', 'events', 'csv', $2)",
      [name],
    ],
    ["standings (person_id, kind) values ($1, 'suspended')", []],
    [
      "blocks (person_id, other_id, kind) select $1, id, 'mute' from people where id <> $1 order by id limit 1",
      [],
    ],
  ];
  for (const [row, values] of held) await db.pool.query(`insert into ${row}`, [id, ...values]);
}

/** The row that tells that the person did something. */
async function auditOf(db: Database, id: number): Promise<void> {
  await transaction(db, (tx) =>
    recordAudit(tx, secretsOf("s".repeat(32)), {
      actor: id,
      action: "test.held",
      target: `person:${id}`,
      region: "africa",
    }),
  );
}

/** "table: words" for every row of any table, of any schema, in which one of these words stands. */
export async function traces(db: Database, words: readonly string[]): Promise<string[]> {
  const { rows: tables } =
    await db.pool.query(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.pool.query(
      `select row::text as text from ${name} as row where row::text ilike any($1) order by 1`,
      [words.map((word) => `%${word}%`)],
    );
    found.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return found;
}
