/** What the rules of standing, pace and likeness go by, as columns of the one query that a post costs. */
import {
  FIRST_LINKS,
  LIKE_LENGTH,
  LIKENESS,
  LIKENESS_SECONDS,
  POSTS_PER_WINDOW,
  RATE_SECONDS,
  type Standing,
  THREADS_PER_DAY,
  THREADS_SECONDS,
} from "shared/moderation/posting.ts";

export interface StandingAsked {
  personId: number;
  now: Date;
  /** Of its words; null: it is too short to be compared. */
  digest: string | null;
  body: string;
}

/** What stands for $4, $5 and $6; $1 is the thread or the board, $2 the person, $3 the client's id. */
export function standingValues({ now, digest, body }: StandingAsked): unknown[] {
  return [now, digest, digest === null ? null : body.slice(0, LIKE_LENGTH)];
}

const within = (column: string, seconds: number) =>
  `${column} > $4::timestamptz - make_interval(secs => ${seconds})`;

const DAY_SECONDS = 86_400;

/** `p` is the person, `b` the board and, in a thread, `t`. Whoever is unlimited is compared with nothing. */
export function standingColumns({ thread }: { thread: boolean }): string {
  const elsewhere = thread ? "and o.thread_id <> t.id" : "";
  const lastInThread = thread
    ? `case when t.slow_seconds > 0 then (select max(created_at) from posts where author_id = $2
        and thread_id = t.id and ${within("created_at", DAY_SECONDS)}) end`
    : "null::timestamptz";
  const threadsFrom = thread
    ? "null::timestamptz"
    : `(select created_at from threads where author_id = $2 and ${within("created_at", THREADS_SECONDS)}
        order by created_at desc offset ${THREADS_PER_DAY - 1} limit 1)`;
  return `coalesce((select json_agg(json_build_object('kind', s.kind, 'region', s.region, 'until', s.until))
    from standings s where s.person_id = $2 and s.ended_at is null and (s.until is null or s.until > $4)), '[]') as limits,
  p.unlimited, p.created_at as "joinedAt",
  (select count(*)::int from (select from posts where author_id = $2 and state = 'visible' limit ${FIRST_LINKS}) as few)
    as approved,
  (select created_at from posts where author_id = $2 and state <> 'moved' and ${within("created_at", RATE_SECONDS)}
    order by created_at desc offset ${POSTS_PER_WINDOW - 1} limit 1) as "rateFrom",
  ${threadsFrom} as "threadsFrom",
  ${lastInThread} as "lastInThread",
  case when b.slow_seconds > 0 then (select max(o.created_at) from posts o join threads ot on ot.id = o.thread_id
    where o.author_id = $2 and ot.board_id = b.id and ${within("o.created_at", DAY_SECONDS)}) end as "lastInBoard",
  ${thread ? "t.slow_seconds" : "0"} as "threadPace", b.slow_seconds as "boardPace",
  not p.unlimited and $5::text is not null and exists (select from posts o where o.author_id = $2
    and ${within("o.created_at", LIKENESS_SECONDS)} ${elsewhere} and o.state <> 'moved' and o.digest is not null
    and (o.digest = $5 or similarity(left(o.body, ${LIKE_LENGTH}), $6) >= ${LIKENESS})) as repeats`;
}

/** Picks them out of a row that holds more. */
export function standingOf(row: Standing): Standing {
  const { limits, unlimited, joinedAt, approved, rateFrom, threadsFrom } = row;
  const { lastInThread, lastInBoard, threadPace, boardPace, repeats } = row;
  return {
    ...{ limits, unlimited, joinedAt, approved, rateFrom, threadsFrom },
    ...{ lastInThread, lastInBoard, threadPace, boardPace, repeats },
  };
}
