/** Replies that wait for the same moment are written by one statement: it, and what its commit costs, are shared. */
import { setImmediate as turnEnds } from "node:timers/promises";
import type { Database } from "../connect.ts";
import { type NewPostRow, type PostRow, writePost } from "./posting.ts";

type Outcome = PostRow | "sent" | null;

interface Waiting {
  row: NewPostRow;
  done: PromiseWithResolvers<Outcome>;
}

/** A statement of more rows costs each of them as much; and what fails is tried again one by one. */
const AT_ONCE = 16;

/**
 * A thread that somebody else holds at present, as another node or a moderator, is left out: nobody waits for a lock while
 * holding another, and no thread's writers wait for those of another.
 */
const WRITE_MANY = `with sent as (
    select * from json_to_recordset($1::json) as s (place int, thread_id bigint, board_id bigint, author_id bigint,
      organisation_id bigint, client_id text, body text, html text, language text, state text, reply_to int, via text,
      digest text, at timestamptz, past_lock boolean, people bigint[], organisations bigint[], files text[])
  ), held as (
    select id, board_id, locked_at, version, last_number from threads
    where id = any($2::bigint[]) and state = 'visible' order by id for no key update skip locked
  ), fit as (
    select s.*, h.version + nth as version, h.last_number + nth as number from (
      select sent.*, row_number() over (partition by thread_id order by place)::int as nth
      from sent join held on held.id = thread_id and held.board_id = sent.board_id and (locked_at is null or past_lock)
    ) s join held h on h.id = s.thread_id
  ), raised as (
    update threads t set version = last.version, last_number = last.number, last_post_at = greatest(t.last_post_at, last.at)
    from (select thread_id, max(version) as version, max(number) as number, max(at) filter (where state = 'visible') as at
      from fit group by thread_id) last
    where t.id = last.thread_id
  ), written as (
    insert into posts (thread_id, number, created_version, version, author_id, organisation_id, client_id, body, html,
      language, state, reply_to, via, digest, created_at)
    select thread_id, number, version, version, author_id, organisation_id, client_id, body, html,
      language, state, reply_to, via, digest, at from fit order by place
    returning id, thread_id, author_id, number, version, created_at
  ), kept as (
    select w.id, f.place, f.people, f.organisations, f.files from written w join fit f using (thread_id, number)
  ), work as (
    insert into post_work (kind, post_id) select kind, id from written, unnest(array['tell', 'find']) as kind
  ), named as (
    insert into mentions (post_id, person_id) select id, person from kept, unnest(people) as person
  ), spoken as (
    insert into mentions (post_id, organisation_id) select id, cso from kept, unnest(organisations) as cso
  ), shown as (
    insert into post_files (post_id, file_set) select id, file_set from kept, unnest(files) as file_set
  ), seen as (
    insert into reads (person_id, thread_id, number, at)
    select author_id, thread_id, max(number), max(created_at) from written group by author_id, thread_id
    on conflict (person_id, thread_id) do update set number = greatest(reads.number, excluded.number), at = excluded.at
  )
  select f.place, w.id, w.number, w.version, w.created_at as "createdAt" from written w join fit f using (thread_id, number)`;

const queues = new WeakMap<Database, Queue>();

/** As writePost, alone or together with those that come while others are written. */
export function writeSoon(db: Database, row: NewPostRow): Promise<Outcome> {
  let queue = queues.get(db);
  if (!queue) {
    queue = new Queue(db);
    queues.set(db, queue);
  }
  return queue.write(row);
}

class Queue {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(db: Database) {
    this.#db = db;
  }

  write(row: NewPostRow): Promise<Outcome> {
    const done = Promise.withResolvers<Outcome>();
    this.#waiting.push({ row, done });
    if (!this.#writing) void this.#work();
    return done.promise;
  }

  async #work(): Promise<void> {
    this.#writing = true;
    // Those of the same turn, whose sessions and rules were asked for by one query each, go together.
    await turnEnds();
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.slice(0, AT_ONCE);
      this.#waiting = this.#waiting.slice(AT_ONCE);
      const written = await this.#together(taken);
      taken.forEach((one, place) => {
        const post = written.get(place);
        if (post) one.done.resolve(post);
        // Waits for whoever holds the thread, and tells why it is not written; the others go on meanwhile.
        else writePost(this.#db, one.row).then(one.done.resolve, one.done.reject);
      });
    }
    this.#writing = false;
  }

  /** Those that were written, by their place; none of them where it failed for one: each is then tried for itself. */
  async #together(taken: readonly Waiting[]): Promise<Map<number, PostRow>> {
    const rows = taken.map(({ row }) => row);
    try {
      return await writeMany(this.#db, rows);
    } catch {
      return new Map();
    }
  }
}

async function writeMany(db: Database, rows: readonly NewPostRow[]): Promise<Map<number, PostRow>> {
  const once = new Map(rows.map((row, place) => [`${row.threadId} ${row.authorId} ${row.clientId}`, place]));
  const sent = [...once.values()].map((place) => asSent(rows[place] as NewPostRow, place));
  const threads = [...new Set(sent.map((row) => row.thread_id))];
  const written = await db.planned<PostRow & { place: number }>("board posts", WRITE_MANY, [
    JSON.stringify(sent),
    threads,
  ]);
  return new Map(written.map(({ place, ...post }) => [place, post]));
}

function asSent(row: NewPostRow, place: number) {
  const { body, html, language, state, via, digest, files } = row;
  return {
    ...{ place, body, html, language, state, via, digest, files, at: row.now, past_lock: row.pastLock },
    ...{ thread_id: row.threadId, board_id: row.boardId, author_id: row.authorId },
    ...{ organisation_id: row.organisationId, client_id: row.clientId, reply_to: row.replyTo },
    ...{ people: row.mentions.people, organisations: row.mentions.organisations },
  };
}
