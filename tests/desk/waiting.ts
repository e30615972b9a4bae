/** One thing of each kind that waits at a region's desk, made as its room would have left it. */
import type { TestApp } from "../setup/app.ts";

export interface Made {
  organisation: { id: number; slug: string };
  /** A second one, claimed, whose profile is stale. */
  claimed: { id: number; slug: string };
  personId: number;
}

const REGION = "africa";

/** What waits, by kind, as the queue calls it. */
export async function oneOfEach(app: TestApp, personId: number): Promise<Made> {
  const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
  const { rows: organisations } = await sql(
    "select id, slug from organisations where region = $1 and status = 'listed' order by id limit 2",
    [REGION],
  );
  const [organisation, claimed] = organisations;
  await sql("update organisations set status = 'claimed', last_confirmed_on = '2020-05' where id = $1", [
    claimed.id,
  ]);
  await sql(
    `insert into applications (region, kind, status, language, name, email, submitted_at, organisation_id) values
     ($1, 'organisation', 'waiting', 'en', 'Water for all', 'a@example.org', now() - interval '9 days', null),
     ($1, 'claim', 'waiting', 'en', null, 'b@example.org', now() - interval '8 days', $2),
     ($1, 'person', 'draft', 'en', 'Unsent', 'c@example.org', null, null)`,
    [REGION, organisation.id],
  );
  await sql(
    `insert into corrections (region, iso2, kind, ref, field, proposed, source, language, created_at)
     values ($1, 'KE', 'country', 'KE', 'note', '"x"', 'A report', 'en', now() - interval '40 days')`,
    [REGION],
  );
  await sql(
    `insert into entries (kind, region, state, content, proposed_by, problem, publish_at, created_at, updated_at) values
     ('news', $1, 'proposed', '{"title": "A proposal"}', $2, null, null, now() - interval '3 days', now()),
     ('events', $1, 'draft', '{"title": "Not out"}', null, 'invalid', null, now(), now()),
     ('news', $1, 'draft', '{"title": "Only a draft"}', null, null, null, now(), now()),
     ('news', $1, 'scheduled', '{"title": "Soon"}', null, null, now() + interval '1 day', now(), now())`,
    [REGION, personId],
  );
  await makePosts(app, personId);
  const url = "https://gone.example/report";
  await sql(
    "update resources set url = $1 where id = (select min(id) from resources where regions = '{africa}')",
    [url],
  );
  await sql(
    "insert into web_links (url, state, since) values ($1, 'gone', now() - interval '2 days') on conflict (url) do update set state = 'gone'",
    [url],
  );
  await sql("update reviews set verified = 'record' where iso2 = 'KE' and cycle = 2");
  await sql(
    `insert into events (slug, title, regions, countries, kind, starts_on, ends_on, organiser, summary)
     values ('workshop-of-ours', 'Our workshop', '{africa}', '{}', 'workshop', '2026-01-02', '2026-01-03', 'We', 'What')`,
  );
  await sql("insert into inbox_feeds (region, url, title) values ($1, 'https://feed.example/', 'A feed')", [
    REGION,
  ]);
  await sql(
    `insert into inbox_items (feed_id, region, key, url, title)
     select id, region, 'k' || n, 'https://feed.example/' || n, 'Item' from inbox_feeds, generate_series(1, 3) n`,
  );
  return { organisation, claimed, personId };
}

async function makePosts(app: TestApp, personId: number): Promise<void> {
  const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
  const { rows } = await sql(
    `select p.id, p.thread_id from posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
     where b.region = $1 and p.number = 1 order by p.id limit 1`,
    [REGION],
  );
  const [flagged] = rows;
  await sql("insert into flags (post_id, region, person_id, ground) values ($1, $2, $3, 'spam')", [
    flagged.id,
    REGION,
    personId,
  ]);
  await sql(
    `insert into posts (thread_id, number, created_version, version, body, html, language, state)
     select thread_id, max(number) + 1, 9, 9, 'New', '<p>New</p>', 'en', 'pending' from posts where thread_id = $1 group by 1`,
    [flagged.thread_id],
  );
  const decided = await sql(
    `insert into decisions (region, thread_id, post_id, person_id, action, ground, reason)
     values ($1, $2, $3, $4, 'warn', 'other', 'Because') returning id`,
    [REGION, flagged.thread_id, flagged.id, personId],
  );
  await sql("insert into appeals (decision_id, region, person_id, words) values ($1, $2, $3, 'No')", [
    decided.rows[0].id,
    REGION,
    personId,
  ]);
}
