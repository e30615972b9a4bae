/** A board of so many posts, written by the database in bulk: for the benchmark alone, the same ones at every run. */
import { connect, type Database } from "db/connect.ts";
import { importSeed } from "db/import/seed.ts";
import { migrate } from "db/migrate.ts";
import { startBoards } from "server/board/starting.ts";
import { sequence, wordAt } from "./synthetic.ts";

interface Client {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** Of all posts stand in one thread. */
const IN_ONE_THREAD = 1 / 10;
/** Boards of Africa that they are in: two public ones, one of members. */
const BOARDS = ["general", "uncac-review", "asset-recovery"];
const AUTHORS = 200;
/** Has read every other thread. */
export const READER = "poster-1";
const WORDS = 4096;
const WORDS_OF_A_POST = 25;
/** In every post; in one of a thousand; and with a number, in five alone. */
export const COMMON = "transparency";
export const SELDOM = "ombudsman";
export const rareWord = (number: number) =>
  `q${String(number)
    .padStart(6, "0")
    .replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}`;
export const POSTS_PER_RARE_WORD = 5;

/** Readies an empty database as the platform's first start does. */
export async function readyDatabase(url: string): Promise<void> {
  const db = connect(url);
  await migrate(db);
  await importSeed(db);
  await startBoards(db);
  await db.close();
}

export async function fillBoards(url: string, posts: number): Promise<void> {
  const db = connect(url);
  const client = await db.pool.connect();
  try {
    // What triggers and keys would do for each row is done here for all, or is not asked for.
    await client.query("set session_replication_role = replica");
    await client.query("set work_mem = '256MB'");
    await client.query("set maintenance_work_mem = '256MB'");
    await writePeople(client);
    await writeThreads(client, posts);
    await writePosts(client);
    await writeDocuments(client);
  } finally {
    client.release(true);
  }
  await readHalf(db);
  await db.pool.query("vacuum analyze");
  await db.close();
}

/** Some time ago: whoever is new waits for approval, and has nothing unread from before. */
async function writePeople(client: Client): Promise<void> {
  await client.query(
    `insert into people (handle, email, email_verified_at, language, regions, created_at)
     select 'poster-' || n, 'poster-' || n || '@example.org', now(), 'en', '{africa}', now() - interval '365 days'
     from generate_series(1, $1::int) as n`,
    [AUTHORS],
  );
}

/** Of one to nine posts, five on average, spread over 300 days; and one with a tenth of all, which was written to last. */
async function writeThreads(client: Client, posts: number): Promise<void> {
  const others = Math.round((posts * (1 - IN_ONE_THREAD)) / 5);
  await client.query(
    `with board as (select array_agg(id order by array_position($3::text[], slug)) as ids from boards
       where region = 'africa' and slug = any($3)),
     author as (select array_agg(id order by id) as ids from people where handle like 'poster-%'),
     planned as (
       select n, case n when 0 then $2::int else n % 5 * 2 + 1 end as length,
         date_trunc('milliseconds', now()) - interval '300 days' + n * interval '290 days' / $1::int as begun
       from generate_series(0, $1::int) as n)
     insert into threads (board_id, title, kind, language, countries, specializations, author_id, client_id, last_number, version,
       answer, created_at, last_post_at)
     select board.ids[1 + n % cardinality(board.ids)], 'Thread ' || ($4::text[])[1 + n * 7 % $5] || ' ' || ($4::text[])[1 + n * 13 % $5],
       case when n % 7 = 0 and n > 0 then 'question' else 'discussion' end, 'en', array[(array['KE','GH','NG','ZA','MA','EG','CM','TZ'])[1 + n % 8]],
       '{gender}', author.ids[1 + n % cardinality(author.ids)], 'bench-' || n, length, length,
       case when n % 21 = 0 then 1 end, begun, begun + (length - 1) * gap
     from planned, board, author,
       lateral (select case n when 0 then interval '299 days' / $2::int else interval '40 minutes' end as gap) as pace`,
    [others, Math.round(posts * IN_ONE_THREAD), BOARDS, words(), WORDS],
  );
  await client.query(
    "update threads set last_post_at = date_trunc('milliseconds', last_post_at) where client_id like 'bench-%'",
  );
}

/** In the order of their time, as they would have come: a thread's posts stand apart from each other. */
async function writePosts(client: Client): Promise<void> {
  const next = sequence(1);
  const texts = Array.from({ length: WORDS }, () =>
    Array.from({ length: WORDS_OF_A_POST }, () => wordAt(Math.floor(next() ** 2 * WORDS))),
  );
  await client.query("create temporary table texts (n int primary key, body text, vector text)");
  await client.query(
    "insert into texts select n - 1, body, vector from unnest($1::text[], $2::text[]) with ordinality as t (body, vector, n)",
    [
      texts.map((one) => one.join(" ")),
      texts.map((one) => one.map((word, at) => `'${word}':${at + 4}C`).join(" ")),
    ],
  );
  await client.query(
    `create temporary table written as
     select row_number() over (order by at, thread_id, number) as n, * from (
       select id as thread_id, board_id, title, number, author_id,
         date_trunc('milliseconds', created_at + (last_post_at - created_at) * (number - 1) / greatest(last_number - 1, 1)) as at
       from threads, generate_series(1, last_number) as number where client_id like 'bench-%') as planned`,
  );
  await client.query(
    `create temporary table said as
     select w.*, w.n + (select coalesce(max(id), 0) from posts) as id, t.vector, initcap($1) || ' ' || rare.word || ' '
       || case when w.n % 1000 = 7 then $2 || ' ' else '' end || t.body as body, rare.word as rare
     from written as w join texts as t on t.n = w.n * 31 % $3::int,
       lateral (select 'q' || translate(to_char(w.n / $4::int, 'FM000000'), '0123456789', 'abcdefghij') as word) as rare`,
    [COMMON, SELDOM, WORDS, POSTS_PER_RARE_WORD],
  );
  await client.query(
    `insert into posts (id, thread_id, number, created_version, version, author_id, body, html, language, created_at)
     overriding system value
     select id, thread_id, number, number, number, author_id, body, '<p>' || body || '</p>', 'en', at from said order by id`,
  );
  await client.query("select setval(pg_get_serial_sequence('posts', 'id'), (select max(id) from posts))");
}

/** What the work that follows a post writes: words with their weights, the board as a tag, and the vocabulary. */
async function writeDocuments(client: Client): Promise<void> {
  // Made anew at the end in one go, the index takes a part of the time that each document takes to come in.
  await client.query("drop index search_documents_words");
  await client.query(
    `insert into search_documents (kind, ref, tier, name, tags, words)
     select 'posts', s.id::text, search_tier('posts', s.id::text), case s.number when 1 then lower(s.title) else '' end, tags.these,
       (s.vector || ' ''' || $1 || ''':1C ''' || s.rare || ''':2C' || case when s.n % 1000 = 7 then ' ''' || $2 || ''':3C' else '' end
         || case s.number when 1 then (select string_agg(format(' %L:%sA', word, at), '')
           from string_to_table(lower(s.title), ' ') with ordinality as t (word, at)) else '' end)::tsvector
       || array_to_tsvector(array(select '=' || tag from unnest(tags.these) as tag)
         || case s.number when 1 then array(select distinct '^' || word from string_to_table(lower(s.title), ' ') as word) else '{}'::text[] end)
     from said as s join boards as b on b.id = s.board_id,
       lateral (select array['posts/board:' || b.id] || case b.visibility when 'public' then '{}'::text[] else '{closed}'::text[] end as these) as tags`,
    [COMMON, SELDOM],
  );
  await client.query("create index search_documents_words on search_documents using gin (words)");
  await client.query(
    `insert into search_words (word, spelling)
     select word, word from (select distinct s.rare as word from said as s join boards as b on b.id = s.board_id where b.visibility = 'public'
       union select unnest($1::text[])) as learnt on conflict do nothing`,
    [[COMMON, SELDOM, "thread", ...words()]],
  );
}

/** One person has read every other thread. */
async function readHalf(db: Database): Promise<void> {
  await db.pool.query(
    `insert into reads (person_id, thread_id, number, at)
     select p.id, t.id, t.last_number, now() from people as p, threads as t
     where p.handle = $1 and t.client_id like 'bench-%' and t.id % 2 = 0`,
    [READER],
  );
}

function words(): string[] {
  return Array.from({ length: WORDS }, (_, index) => wordAt(index));
}
