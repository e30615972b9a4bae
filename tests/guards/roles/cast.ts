/** Everybody who may come to an address: each role in each region, members of three CSOs, and sleeping staff. */
import { UNSENT_QUEUE } from "server/mail/queue.ts";
import type { MemberRole, StaffRole } from "shared/accounts/rules.ts";
import { type EntryKind, entryKinds } from "shared/entries/rules.ts";
import type { TestApp } from "../../setup/app.ts";
import { type NewPerson, type SignedIn, sessionOf, signedIn } from "../../setup/people.ts";

export const REGIONS = ["africa", "south-east-europe", "south-east-asia"] as const;
export type RegionSlug = (typeof REGIONS)[number];

/** A CSO of the region in which roles are at home, another one there, and one of another region. */
export type PlaceName = "own" | "neighbour" | "foreign";

export interface Place {
  name: PlaceName;
  region: RegionSlug;
  organisationId: number;
  slug: string;
  /** An editor of that CSO, to whom things are done. */
  editorId: number;
  invitationId: number;
  applicationId: number;
  /** A letter that could not be sent. */
  letterId: string;
  /** Of a fact of a country of the region, and of the profile: both wait. */
  correctionId: number;
  ownCorrectionId: number;
  /** A document of a review of the region. */
  review: { iso2: string; cycle: number; document: number };
  /** A feed that the region reads. */
  feedId: number;
  /** What is written at the region's desk, one of each kind. */
  entries: Record<EntryKind, number>;
  /** Where everybody may read and members write. */
  threadId: number;
  /** Its first post, and what was decided about it for the cast's "member", who appealed. */
  postId: number;
  decisionId: number;
  appealId: number;
}

const region: Record<PlaceName, RegionSlug> = {
  own: "africa",
  neighbour: "africa",
  foreign: "south-east-asia",
};

export type ActorName =
  | "visitor"
  | "member"
  | `${MemberRole} of ${PlaceName}`
  | `${Exclude<StaffRole, "steward">} of ${RegionSlug}`
  | "steward"
  | "sleeping admin"
  | "sleeping steward";

export interface Cast {
  places: Place[];
  /** Null: not signed in. */
  actors: Map<ActorName, SignedIn | null>;
  /** The same person in a session of its own, so that what ends a session ends no other test's. */
  again(actor: SignedIn): Promise<SignedIn>;
}

export async function makeCast(app: TestApp): Promise<Cast> {
  const places: Place[] = [];
  for (const name of ["own", "neighbour", "foreign"] as const) places.push(await makePlace(app, name));
  const actors = new Map<ActorName, SignedIn | null>([["visitor", null]]);
  const add = async (name: ActorName, person: NewPerson) => {
    actors.set(name, await signedIn(app, { handle: name.replaceAll(" ", "-"), ...person }));
  };
  await add("member", { regions: ["africa"] });
  const member = actors.get("member")?.id ?? 0;
  for (const place of places) Object.assign(place, await makeDecision(app, place, member));
  for (const { name, organisationId } of places) {
    for (const role of ["owner", "editor", "poster"] as const) {
      await add(`${role} of ${name}`, { memberships: [{ organisationId, role }] });
    }
  }
  for (const role of ["moderator", "curator", "admin"] as const) {
    for (const one of REGIONS) await add(`${role} of ${one}`, { roles: [{ role, region: one }] });
  }
  await add("steward", { roles: [{ role: "steward", region: null }] });
  await add("sleeping admin", { roles: [{ role: "admin", region: "africa" }], secondFactor: false });
  await add("sleeping steward", { roles: [{ role: "steward", region: null }], secondFactor: false });
  return {
    places,
    actors,
    again: async (actor) => ({
      ...actor,
      ...(await sessionOf(app, actor.id, !actor.handle.startsWith("sleeping"))),
    }),
  };
}

async function makePlace(app: TestApp, name: PlaceName): Promise<Place> {
  const { pool } = app.app.db;
  const { rows } = await pool.query(
    `update organisations set status = 'claimed' where id = (
      select id from organisations where region = $1 and status = 'listed' order by id limit 1) returning id, slug`,
    [region[name]],
  );
  const [{ id: organisationId, slug }] = rows;
  const editor = await signedIn(app, { memberships: [{ organisationId, role: "editor" }] });
  const invited = await pool.query(
    `insert into invitations (organisation_id, email, role, language, expires_at)
     values ($1, 'invited@example.org', 'editor', 'en', now() + interval '1 day') returning id`,
    [organisationId],
  );
  const invitationId: number = invited.rows[0].id;
  const boss = await app.app.jobs.start();
  const letterId = (await boss.send(UNSENT_QUEUE, { sealed: "" })) ?? "";
  const applied = await pool.query(
    `insert into applications (region, kind, status, language, name, email, answers, submitted_at)
     values ($1, 'person', 'waiting', 'en', 'Somebody', 'somebody@example.org', '{}', now()) returning id`,
    [region[name]],
  );
  const applicationId: number = applied.rows[0].id;
  const correctionId = await makeCorrection(app, region[name], null);
  const ownCorrectionId = await makeCorrection(app, region[name], organisationId);
  const threads = await pool.query(
    "select t.id from threads t join boards b on b.id = t.board_id where b.region = $1 and b.slug = 'general' limit 1",
    [region[name]],
  );
  const threadId: number = threads.rows[0].id;
  const review = await aReview(app, region[name]);
  const feedId = await aFeed(app, name);
  const entries = await entriesAt(app, region[name]);
  const place = { name, region: region[name], organisationId, slug, editorId: editor.id, threadId, review };
  const ids = { invitationId, letterId, applicationId, correctionId, ownCorrectionId };
  return { ...place, ...ids, feedId, entries, postId: 0, decisionId: 0, appealId: 0 };
}

async function entriesAt(app: TestApp, slug: string): Promise<Record<EntryKind, number>> {
  const made = await Promise.all(
    entryKinds.map(async (kind) => {
      const content = { title: "A draft", name: "A draft" };
      const { rows } = await app.app.db.pool.query(
        "insert into entries (kind, region, content) values ($1, $2, $3) returning id",
        [kind, slug, content],
      );
      return [kind, rows[0].id as number];
    }),
  );
  return Object.fromEntries(made);
}

/** Made by nobody of the cast, so that no moderator decides about their own. */
async function makeDecision(
  app: TestApp,
  { region, threadId }: Place,
  personId: number,
): Promise<Pick<Place, "postId" | "decisionId" | "appealId">> {
  const { pool } = app.app.db;
  const posts = await pool.query("select id from posts where thread_id = $1 and number = 1", [threadId]);
  const postId: number = posts.rows[0].id;
  const decided = await pool.query(
    `insert into decisions (region, thread_id, post_id, person_id, action, ground, reason)
     values ($1, $2, $3, $4, 'warn', 'other', 'Because') returning id`,
    [region, threadId, postId, personId],
  );
  const decisionId: number = decided.rows[0].id;
  const appealed = await pool.query(
    "insert into appeals (decision_id, region, person_id, words) values ($1, $2, $3, 'No') returning id",
    [decisionId, region, personId],
  );
  return { postId, decisionId, appealId: appealed.rows[0].id };
}

async function aReview(app: TestApp, slug: RegionSlug): Promise<Place["review"]> {
  const { rows } = await app.app.db.pool.query(
    `select c.iso2, v.cycle, d.id::int as document from countries c join reviews v using (iso2)
     join review_documents d on d.review_id = v.id where c.region = $1 order by d.id limit 1`,
    [slug],
  );
  return rows[0];
}

/** Paused, so that nobody asks for it; with one item. */
async function aFeed(app: TestApp, name: PlaceName): Promise<number> {
  const { rows } = await app.app.db.pool.query(
    `with feed as (insert into inbox_feeds (region, url, title, paused)
       values ($1, 'https://feed.example/' || $2::text, 'A feed', true) returning id),
     item as (insert into inbox_items (feed_id, region, key, url, title, excerpt)
       select id, $1, 'feed.example/' || $2::text, 'https://feed.example/1', 'Un titre', 'Un extrait' from feed)
     select id::int from feed`,
    [region[name], name],
  );
  return rows[0].id;
}

async function makeCorrection(
  app: TestApp,
  slug: RegionSlug,
  organisationId: number | null,
): Promise<number> {
  const { pool } = app.app.db;
  const { rows } = await pool.query(
    `insert into corrections (region, iso2, organisation_id, kind, ref, field, proposed, source, language)
     select $1, case when $2::bigint is null then iso2 end, $2, case when $2::bigint is null then 'country' else 'organisation' end,
       coalesce($2::text, iso2), case when $2::bigint is null then 'note' else 'acronym' end, '"x"', 'A report', 'en'
     from countries where region = $1 order by iso2 limit 1 returning id`,
    [slug, organisationId],
  );
  return rows[0].id;
}
