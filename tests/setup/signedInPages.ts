/** The pages that signed-in people of every role reach along links: one of each kind in each language. */
import { type ActorName, type Cast, makeCast } from "../guards/roles/cast.ts";
import type { TestApp } from "./app.ts";
import { type Crawl, crawl, type VisitedPage } from "./crawl.ts";

/** Whose pages differ: what one keeps, decides or sees. */
export const SEEING: readonly ActorName[] = [
  "member",
  "editor of own",
  "owner of own",
  "curator of africa",
  "admin of africa",
  "steward",
];

/** Everybody, with something that waits for each of them. */
export async function castWithWork(app: TestApp): Promise<Cast> {
  const cast = await makeCast(app);
  const [own] = cast.places;
  const { pool } = app.app.db;
  await pool.query(
    `insert into applications (region, iso2, kind, status, language, name, email, answers, submitted_at)
     values ('africa', 'KE', 'person', 'waiting', 'fr', 'Amina Okello', 'amina@mail.example', '{}', now())`,
  );
  await pool.query(
    `insert into revisions (kind, ref, region, version, before, after, person_id, acted_as)
     values ('organisation', $1, 'africa', 2, '{"acronym": null}', '{"acronym": "ABC"}', $2, 'member')`,
    [String(own?.organisationId), own?.editorId],
  );
  await pool.query(
    "insert into passkeys (person_id, credential_id, public_key, counter, name) select id, 'key-' || id, '\\x01', 0, 'Phone' from people where handle is not null",
  );
  // Written by one of them, so that its author and others see what each may do with it.
  await pool.query(
    `with made as (insert into threads (board_id, title, kind, language, author_id, last_number, pinned)
       select id, 'CoSP 12', 'live', 'en', $1, 1, true from boards where region = 'africa' and slug = 'general' returning id),
     written as (insert into posts (thread_id, number, created_version, version, author_id, body, html, language, edits, edited_at)
       select id, 1, 1, 1, $1, 'CoSP 12', '<p>CoSP 12</p>', 'en', 1, now() from made returning id)
     insert into post_revisions (post_id, body, html, person_id, version) select id, 'CoSP', '<p>CoSP</p>', $1, 1 from written`,
    [cast.actors.get("editor of own")?.id],
  );
  // So that the pages for who has a second factor are reached too.
  await pool.query(
    "update people set totp_secret = 'sealed', totp_confirmed_at = now() where handle = 'steward'",
  );
  // Handles that no word of English is looked for in.
  await pool.query("update people set handle = replace(handle, '-of-', '-')");
  return cast;
}

export interface PersonsPage extends VisitedPage {
  actor: ActorName;
}

/** From the home page, the account and the own CSO along links; a kind of page once for each person and language. */
export async function crawlAs(
  app: TestApp,
  { cast, actor, language }: { cast: Cast; actor: ActorName; language: string },
  visit: (page: PersonsPage) => void,
): Promise<Crawl> {
  const person = cast.actors.get(actor);
  if (!person) throw new Error(`${actor} is not signed in`);
  const own = cast.places.find(({ name }) => name === "own");
  const entries = [`/${language}`, `/${language}/account`, `/${language}/africa/organisations/${own?.slug}`];
  const signedIn: TestApp = { ...app, get: (path, headers) => app.get(path, { ...headers, ...person.as }) };
  return crawl(signedIn, (page) => visit({ ...page, actor }), {
    entries,
    ofEachKind: 1,
    follow: (path) => path.startsWith(`/${language}/`) && !path.includes("saver="),
  });
}

/** Whether the page is for signed-in people alone. */
export function isPersonal(app: TestApp, kind: string): boolean {
  const route = app.app.routes.find(({ url, method }) => url === kind && [method].flat().includes("GET"));
  return route?.config?.who !== undefined && route.config.who !== "anyone";
}
