/** A CSO that goes dark is nowhere to be found, on any node, and comes back as it was. */
import type { Country } from "shared/countries/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { freshDatabase } from "../setup/database.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type Marked, markOne, type Place, placesOf, SLUG, telling } from "./darkPlaces.ts";

/**
 * Every place that tells of a CSO. A new one stands here once it is sure that it keeps silent about one that is dark:
 * the tests below ask each route there is.
 */
const TELLING = [
  "/:language",
  "/:language/:region",
  "/:language/:region/board.atom",
  "/:language/:region/board/:board",
  "/:language/:region/board/threads/:id",
  "/:language/:region/countries",
  "/:language/:region/countries/:iso2",
  "/:language/:region/news",
  "/:language/:region/news/:slug",
  "/:language/:region/organisations",
  "/:language/:region/organisations/:slug",
  "/:language/:region/organisations/:slug/claim",
  "/:language/:region/organisations/:slug/contact",
  "/:language/:region/organisations/:slug/correct",
  "/:language/:region/organisations/:slug/history",
  "/api/v1/regions/:region/boards/:board/threads",
  "/api/v1/regions/:region/news",
  "/api/v1/regions/:region/news/:slug",
  "/api/v1/regions/:region/organisations",
  "/api/v1/regions/:region/organisations/:slug",
  "/api/v1/threads/:id",
  "/api/v1/threads/:id/changes",
  "/api/v1/threads/:id/posts",
  "/data/news.csv",
  "/data/news.json",
  "/data/organisations.csv",
  "/data/organisations.geojson",
  "/data/organisations.json",
  "/files/:hash",
  "/sitemap.xml",
  "/sitemap-:kind-:part.xml",
  "a profile near to it",
  "its old address",
  "its profile for who saves data",
  "its profile in French",
  "the directory as data, searched",
  "the directory of its country",
  "the directory, searched",
  "the directory, searched with a slip",
  "the map of organisations",
  "the news of its country",
  "the search",
  "the search as data",
  "the search as data, of news",
  "the search as data, of posts",
  "the search as data, with a slip",
  "the search of its place",
  "the search, with a slip",
];

/** A minute is promised, on every node; a third of it is waited for. */
const soon = { timeout: 20_000, interval: 200 };

let nodes: [TestApp, TestApp];
let marked: Marked;
let owner: SignedIn;
let places: Place[];
let before: string[][];
beforeAll(async () => {
  const databaseUrl = await freshDatabase();
  const settings = { REGION: "africa" };
  nodes = [await testApp({ databaseUrl, settings }), await testApp({ databaseUrl, settings })];
  marked = await markOne(nodes[0]);
  places = placesOf(nodes[0], marked);
  owner = await signedIn(nodes[0], { memberships: [{ organisationId: marked.id, role: "owner" }] });
});
afterAll(() => Promise.all(nodes.map((node) => node.close())));

const onEveryNode = (headers?: Record<string, string>) =>
  Promise.all(nodes.map((node) => telling(node, places, headers)));
/** Its one button. */
const press = (node: TestApp, wanted: "dark" | "back") =>
  node.post(`/en/africa/organisations/${SLUG}/dark`, { csrf: owner.csrf, wanted }, owner.as);
const count = async (node: TestApp) => {
  const { body } = await node.json<Country>(`/api/v1/regions/africa/countries/${marked.iso2.toLowerCase()}`);
  return body.organisations;
};

describe("a CSO", () => {
  let counted: number;

  test("shows where the list says, and nowhere else", async () => {
    const address = `/en/africa/organisations/${SLUG}`;
    const statuses = () => Promise.all(nodes.map(async (node) => (await node.get(address)).status));
    await expect.poll(statuses, soon).toEqual([200, 200]);
    before = await onEveryNode();
    counted = await count(nodes[0]);
    for (const found of before) {
      expect(found.filter((place) => !TELLING.includes(place))).toEqual([]);
      expect(found.length).toBeGreaterThan(25);
    }
    expect(before[1]).toEqual(before[0]);
  });

  test("that goes dark is told of nowhere, on no node, to nobody who is not its own", async () => {
    const [node] = nodes;
    const member = await signedIn(node, { regions: ["africa"] });
    const curator = await signedIn(node, {
      roles: [
        { role: "curator", region: "africa" },
        { role: "moderator", region: "africa" },
      ],
    });
    expect((await press(node, "dark")).headers.location).toContain("done=wentDark");
    await expect.poll(() => onEveryNode(), soon).toEqual([[], []]);
    expect(await onEveryNode(member.as)).toEqual([[], []]);
    expect(await onEveryNode(curator.as)).toEqual([[], []]);
    expect(await Promise.all(nodes.map(count))).toEqual([counted - 1, counted - 1]);
  });

  test("that is dark stands in no index, no count and no vocabulary", async () => {
    const { pool } = nodes[0].app.db;
    const { rows } = await pool.query(
      `select (select count(*)::int from search_words where word ~* 'zyx|ζυξ' or spelling ~* 'zyx|ζυξ') as words,
         (select count(*)::int from search_documents where words::text ~* 'zyx|ζυξ') as documents,
         (select count(*)::int from organisation_facets where organisation_id = $1) as facets`,
      [marked.id],
    );
    expect(rows[0]).toEqual({ words: 0, documents: 0, facets: 0 });
  });

  test("that is dark stays dark when it goes dark once more", async () => {
    expect((await press(nodes[1], "dark")).status).toBe(303);
    const { rows } = await nodes[0].app.db.pool.query(
      "select status_before from organisations where id = $1",
      [marked.id],
    );
    expect(rows[0].status_before).toBe("claimed");
  });

  test("that comes back is where it was, in every place and on every node", async () => {
    expect((await press(nodes[1], "back")).headers.location).toContain("done=cameBack");
    await expect.poll(() => onEveryNode(), soon).toEqual(before);
    expect(await Promise.all(nodes.map(count))).toEqual([counted, counted]);
    const { rows } = await nodes[0].app.db.pool.query(
      "select status, status_before, dark_since from organisations where id = $1",
      [marked.id],
    );
    expect(rows[0]).toEqual({ status: "claimed", status_before: null, dark_since: null });
  });
});
