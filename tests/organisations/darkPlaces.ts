/** A CSO that cannot be mistaken for another, and every public place where it, or its name, may show. */
import { indexOrganisation } from "db/organisations/found.ts";
import { indexDocument } from "db/search/changes.ts";
import { articleDocument } from "db/search/documents.ts";
import { indexPosts } from "db/search/posts.ts";
import { transaction } from "db/transaction.ts";
import type { TestApp } from "../setup/app.ts";

/** Stands in every name, text and address of the CSO, and nowhere else. */
/** Four letters of each: three come about by chance in the tokens that forms carry. */
const MARK = /zyx[ow'-]|ζυξο/i;
export const SLUG = "zyxoria-watch";
const NAME = "Zyxoria Watch";
const LOCAL_NAME = "Ζυξορία";
const FURTHER_NAME = "Observatoire de Zyxorie";
const ACRONYM = "ZYXW";

export interface Marked {
  id: number;
  iso2: string;
  /** A CSO of the same country and subject, whose profile names it as near. */
  neighbour: string;
  /** News that name it: its title and text do not. */
  article: string;
  logo: string;
  event: string;
  /** A thread in which it wears its badge and is named. */
  thread: number;
}

/** Makes a listed CSO of Africa into the marked one, in every way in which a CSO can show. */
export async function markOne({ app }: TestApp): Promise<Marked> {
  const { pool } = app.db;
  const { rows } = await pool.query(
    `select o.id, o.iso2, other.slug as neighbour from organisations o join organisations other
      on other.iso2 = o.iso2 and other.id <> o.id and other.specializations && o.specializations
     where o.region = 'africa' order by o.id limit 1`,
  );
  const { id, iso2, neighbour } = rows[0];
  await pool.query(
    `update organisations set slug = $2, name = $3, name_local = $4, acronym = $5, names = $6, status = 'claimed',
       summary = 'Zyxoria Watch follows the budget of Zyxopolis.', website = 'https://zyxoria.example/',
       email = 'office@zyxoria.example', phone = '+999 000', socials = '{"facebook": "https://facebook.com/zyxoria"}',
       city_name = 'Zyxopolis', city_lat = 1, city_lon = 10, logo = 'zyx-set', created_at = now() where id = $1`,
    [id, SLUG, NAME, LOCAL_NAME, ACRONYM, JSON.stringify([{ language: "fr", name: FURTHER_NAME }])],
  );
  await pool.query(
    "insert into activities (organisation_id, title, summary, status) values ($1, 'Zyxoria day', 'Zyxorians met.', 'current')",
    [id],
  );
  await pool.query("insert into old_slugs (kind, old_slug, slug) values ('organisation', 'zyx-before', $1)", [
    SLUG,
  ]);
  const thread = await nameOnTheBoard({ app }, id);
  const logo = await insertLogo(app.db.pool, id);
  const article = await nameInNews({ app } as TestApp);
  await transaction(app.db, (tx) => indexOrganisation(tx, id));
  const events = await pool.query("select slug from events where regions @> '{africa}' order by id limit 1");
  return { id, iso2, neighbour, article, logo, thread, event: events.rows[0].slug };
}

async function insertLogo(pool: TestApp["app"]["db"]["pool"], id: number): Promise<string> {
  const { rows } = await pool.query(
    `insert into files (hash, owner_kind, owner_id, set, variant, type, size)
     values ('logo-of-the-marked-one', 'organisation', $1, 'zyx-set', 'png-96', 'image/png', 4) returning id, hash`,
    [id],
  );
  await pool.query("insert into file_chunks (file_id, position, bytes) values ($1, 0, 'zyxo')", [rows[0].id]);
  return rows[0].hash;
}

/** The newest item of the region names it in four ways. */
async function nameInNews({ app }: Pick<TestApp, "app">): Promise<string> {
  const names = [NAME, LOCAL_NAME, ACRONYM, FURTHER_NAME, SLUG];
  const { rows } = await app.db.pool.query(
    `update articles set organisations = $1, published_on = '2026-11-20' where id = (
       select id from articles where regions = '{africa}' order by sort_on desc nulls last limit 1)
     returning id, slug, title, summary, regions, countries, publisher, organisations`,
    [names],
  );
  const [article] = rows;
  await transaction(app.db, (tx) => indexDocument(tx, articleDocument(String(article.id), article)));
  return article.slug;
}

/** A thread in a public board that wears its badge, with a post of another that names it. */
async function nameOnTheBoard({ app }: Pick<TestApp, "app">, id: number): Promise<number> {
  const { rows } = await app.db.pool.query(
    `with thread as (insert into threads (board_id, title, kind, language, organisation_id, last_number, version)
        select id, 'Budget hearings', 'discussion', 'en', $1, 2, 2 from boards where region = 'africa' and slug = 'general'
        returning id),
      written as (insert into posts (thread_id, number, created_version, version, organisation_id, body, html, language)
        select id, 1, 1, 1, $1, 'Hearings begin.', '<p>Hearings begin.</p>', 'en' from thread
        union all select id, 2, 2, 2, null, 'Ask @${SLUG}.', '<p dir="auto">Ask <a class="mention" href="/en/africa/organisations/${SLUG}">@${SLUG}</a>.</p>', 'en'
        from thread returning id, number),
      named as (insert into mentions (post_id, organisation_id) select id, $1 from written where number = 2 returning post_id)
    select thread.id, named.post_id as post from thread, named`,
    [id],
  );
  await transaction(app.db, (tx) => indexPosts(tx, [rows[0].post]));
  return rows[0].id;
}

export interface Place {
  /** The route, and what is special about the address. */
  name: string;
  path: string;
}

/** One address for each route that answers GET, and those views in which it may show beside. */
export function placesOf(test: TestApp, marked: Marked): Place[] {
  const routes = test.app.routes.filter(({ method }) => [method].flat().includes("GET"));
  const plain = routes
    .filter(({ url }) => !url.includes("*") && !url.startsWith("/assets"))
    .map(({ url }) => ({ name: url, path: filled(url, marked) }));
  const inAfrica = (below: string) => `/en/africa/${below}`;
  const api = (below: string) => `/api/v1/${below}`;
  const views: Place[] = [
    { name: "a profile near to it", path: inAfrica(`organisations/${marked.neighbour}`) },
    { name: "its old address", path: inAfrica("organisations/zyx-before") },
    { name: "the directory of its country", path: inAfrica(`organisations?country=${marked.iso2}`) },
    { name: "the directory, searched", path: inAfrica("organisations?q=zyxoria") },
    { name: "the directory, searched with a slip", path: inAfrica("organisations?q=zyxorria") },
    { name: "the map of organisations", path: inAfrica("countries?map=csos") },
    { name: "the search", path: inAfrica("search?q=zyxoria") },
    { name: "the search, with a slip", path: inAfrica("search?q=zyxorria") },
    { name: "the search of its place", path: inAfrica("search?q=zyxopolis") },
    { name: "the news of its country", path: inAfrica(`news?country=${marked.iso2}`) },
    { name: "the directory as data, searched", path: api("regions/africa/organisations?q=zyxoria") },
    { name: "the directory as data, whole", path: api("regions/africa/organisations?limit=100&after=") },
    { name: "the search as data", path: api("search?q=zyxoria") },
    { name: "the search as data, with a slip", path: api("search?q=zyxorria") },
    { name: "the search as data, of posts", path: api("search?q=zyxoria&kind=posts") },
    { name: "the search as data, of news", path: api("search?q=zyxoria&kind=news") },
    { name: "its profile in French", path: `/fr/africa/organisations/${SLUG}` },
    { name: "its profile for who saves data", path: `/en/africa/organisations/${SLUG}?saver=1` },
  ];
  return [...plain, ...views];
}

function filled(url: string, marked: Marked): string {
  const slug = url.includes("/organisations/")
    ? SLUG
    : url.includes("/news/")
      ? marked.article
      : marked.event;
  const parts: Record<string, string> = {
    language: "en",
    region: "africa",
    iso2: marked.iso2.toLowerCase(),
    slug,
    hash: marked.logo,
    kind: "organisations",
    part: "1",
    id: String(url.includes("threads/:id") ? marked.thread : marked.id),
    board: "general",
    number: "2",
  };
  return url.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? "x");
}

/** The names of the places that tell of it. What was asked for is not told: an echoed search is taken out. */
export async function telling(
  test: TestApp,
  places: readonly Place[],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, path } of places) {
    const reply = await test.get(path, headers);
    const location = reply.headers.location ?? "";
    const words = withoutEcho(`${reply.text} ${location}`, path);
    if (reply.status < 400 && MARK.test(words)) found.push(name);
  }
  return found;
}

/** The address itself, in links to other languages and in the way to sign in, and the words that were searched for. */
function withoutEcho(text: string, path: string): string {
  const [, query = ""] = path.split("?");
  const asked = new URLSearchParams(query).get("q");
  const below = path.slice(3);
  const echoes = [encodeURIComponent(path), path, below, below.replaceAll("&", "&amp;")];
  const own = echoes.reduce((rest, echo) => rest.replaceAll(echo, ""), text);
  return asked === null ? own : own.replace(new RegExp(`(?<![\\w-])${asked}(?![\\w-])`, "g"), "");
}
