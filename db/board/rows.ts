/** The columns of boards, threads and posts as their records want them, and who may have written them. */
import { type SQL, sql } from "drizzle-orm";
import type { PostState, ThreadKind, Visibility } from "shared/board/rules.ts";

/** Its name is given only where the CSO does not hide itself. */
interface Written {
  authorId: number | null;
  handle: string | null;
  /** The platform's own person. */
  system: boolean;
  organisationId: number | null;
  badge: { slug: string; name: string; region: string } | null;
}

export interface BoardRow extends Record<string, unknown> {
  id: number;
  region: string | null;
  slug: string;
  names: Record<string, string>;
  purposes: Record<string, string>;
  visibility: Visibility;
  starters: "members" | "moderators";
  slowSeconds: number;
  position: number;
  closed: boolean;
  version: number;
  lastPostAt: string | null;
}

export interface ThreadRow extends Written, Record<string, unknown> {
  id: number;
  boardId: number;
  boardSlug: string;
  region: string | null;
  visibility: Visibility;
  starters: "members" | "moderators";
  boardClosed: boolean;
  title: string;
  kind: ThreadKind;
  language: string;
  countries: string[];
  specializations: string[];
  state: "visible" | "pending" | "hidden" | "deleted" | "merged";
  mergedInto: number | null;
  locked: boolean;
  pinned: boolean;
  answer: number | null;
  version: number;
  ownVersion: number;
  lastNumber: number;
  createdAt: string;
  lastPostAt: string;
}

export interface FullPostRow extends Written, Record<string, unknown> {
  id: number;
  threadId: number;
  number: number;
  createdVersion: number;
  version: number;
  body: string;
  html: string;
  language: string;
  state: PostState;
  movedTo: number | null;
  replyTo: number | null;
  reactions: Record<string, number>;
  via: "web" | "mail";
  edits: number;
  editedAt: string | null;
  createdAt: string;
}

const iso = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** `w` is the table of what was written. */
const written = sql`w.author_id as "authorId", author.handle, author.id is not null and author.email is null and
  author.handle is not null as system, w.organisation_id as "organisationId",
  case when cso.id is not null then json_build_object('slug', cso.slug, 'name', cso.name, 'region', cso.region) end as badge`;

const byWhom = sql`left join people author on author.id = w.author_id
  left join organisations cso on cso.id = w.organisation_id and cso.status <> 'hidden'`;

/** Found by the index of lists, which parts pinned threads from others. */
const lastOf = (which: SQL) => sql`(select last_post_at from threads where board_id = b.id and ${which}
  and state = 'visible' order by last_post_at desc limit 1)`;

export const boardColumns = sql`b.id, b.region, b.slug, b.names, b.purposes, b.visibility, b.starters,
  b.slow_seconds as "slowSeconds", b.position, b.closed_at is not null as closed, b.version,
  (select ${iso(sql`max(t.last_post_at)`)} from (${lastOf(sql`pinned`)} union all ${lastOf(sql`not pinned`)}) as t)
    as "lastPostAt"`;

export const threadColumns = sql`w.id, w.board_id as "boardId", b.slug as "boardSlug", b.region, b.visibility, b.starters,
  b.closed_at is not null as "boardClosed", w.title, w.kind, w.language, w.countries, w.specializations, w.state,
  w.merged_into as "mergedInto", w.locked_at is not null as locked, w.pinned, w.answer, w.version,
  w.own_version as "ownVersion", w.last_number as "lastNumber", ${iso(sql`w.created_at`)} as "createdAt",
  ${iso(sql`w.last_post_at`)} as "lastPostAt", ${written}`;

export const threadFrom = sql`threads w join boards b on b.id = w.board_id ${byWhom}`;

/** What a post says, without the names of CSOs that hide themselves. */
export function shownText(postId: SQL, text: SQL): SQL {
  return sql`case when exists (select from mentions dark join organisations o on o.id = dark.organisation_id
    where dark.post_id = ${postId} and o.status = 'hidden') then without_dark(${postId}, ${text}) else ${text} end`;
}

export const postColumns = sql`w.id, w.thread_id as "threadId", w.number, w.created_version as "createdVersion", w.version,
  ${shownText(sql`w.id`, sql`w.body`)} as body, ${shownText(sql`w.id`, sql`w.html`)} as html, w.language, w.state, w.moved_to as "movedTo", w.reply_to as "replyTo", w.reactions, w.via, w.edits,
  ${iso(sql`w.edited_at`)} as "editedAt", ${iso(sql`w.created_at`)} as "createdAt", ${written}`;

export const postFrom = sql`posts w ${byWhom}`;
