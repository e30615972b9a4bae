/** Whom a post names: people who may read it and CSOs that show themselves; everybody else is a plain word. */
import type { VisiblePost } from "shared/board/contract.ts";
import type { Name } from "shared/board/posts/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { replyTo, startThread } from "./talk.ts";

let app: TestApp;
let author: SignedIn;
let ayo: SignedIn;
let mira: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  author = await signedIn(app, { handle: "author-one", regions: ["africa"], unlimited: true });
  ayo = await signedIn(app, { handle: "Ayo.Ade", regions: ["africa"] });
  mira = await signedIn(app, { handle: "mira-k", regions: ["south-east-europe"] });
});
afterAll(() => app.close());

const query = async (sql: string, values: unknown[] = []) => (await app.app.db.pool.query(sql, values)).rows;
const named = async ({ id }: VisiblePost) =>
  (await query("select person_id, organisation_id from mentions where post_id = $1", [id])).map((row) =>
    Number(row.person_id ?? row.organisation_id),
  );

async function written(body: string, board = "asset-recovery"): Promise<VisiblePost> {
  const { id } = await startThread(app, author, { board });
  return replyTo(app, author, id, body);
}

describe("a name behind an @", () => {
  test("is a member's who may read there, whatever its capitals", async () => {
    const post = await written("Thank you, @ayo.ade.");
    expect(post.html).toContain('<b class="mention" dir="auto">@ayo.ade</b>.');
    expect(await named(post)).toEqual([ayo.id]);
  });

  test("of somebody who may not read looks like one of nobody", async () => {
    const html = async (name: string) => (await written(`Thank you, @${name}!`)).html.replace(name, "…");
    expect(await html("mira-k")).toBe(await html("nobody-at-all"));
    expect(await html("mira-k")).not.toContain("mention");
    expect(await named(await written("@mira-k @Secretariat"))).toEqual([]);
  });

  test("is anybody's where everybody reads, and nobody's who has blocked the writer", async () => {
    expect(await named(await written("@mira-k", "general"))).toEqual([mira.id]);
    await query("insert into blocks (person_id, other_id, kind) values ($1, $2, 'block')", [
      mira.id,
      author.id,
    ]);
    expect((await written("@mira-k", "general")).html).not.toContain("mention");
    await query("delete from blocks");
  });

  test("in a group is of who is in it", async () => {
    const [{ id }] = await query(
      `insert into boards (region, slug, names, purposes, visibility) values ('africa', 'inner', '{"en":"Inner"}', '{"en":"x"}', 'group') returning id`,
    );
    await query("insert into board_members (board_id, person_id) values ($1, $2)", [id, author.id]);
    expect(await named(await written("@Ayo.Ade", "inner"))).toEqual([]);
    await query("insert into board_members (board_id, person_id) values ($1, $2)", [id, ayo.id]);
    expect(await named(await written("@Ayo.Ade", "inner"))).toEqual([ayo.id]);
  });

  test("of a CSO leads to its profile, and is a plain word while it hides itself", async () => {
    const [{ id }] = await query("select id from organisations where slug = 'aneej'");
    const post = await written("With @aneej");
    expect(post.html).toContain('<a class="mention" href="/en/africa/organisations/aneej">@aneej</a>');
    expect(await named(post)).toEqual([Number(id)]);
    await query("update organisations set status = 'hidden', dark_since = now() where id = $1", [id]);
    expect((await written("With @aneej")).html).not.toContain("mention");
    await query("update organisations set status = 'listed', dark_since = null where id = $1", [id]);
  });

  test("nobody is recorded as named by themselves", async () => {
    expect(await named(await written("@author-one"))).toEqual([]);
  });
});

describe("completing a name", () => {
  const names = async (q: string, as: SignedIn = author, board = "asset-recovery") => {
    const path = `/api/v1/regions/africa/boards/${board}/names?q=${encodeURIComponent(q)}`;
    const { status, text } = await app.get(path, as.as);
    return {
      status,
      items: status === 200 ? (JSON.parse(text).items as Name[]).map(({ name }) => name) : [],
    };
  };

  test("finds members of the board and CSOs by slug, acronym or a word of the name", async () => {
    expect((await names("ay")).items).toContain("Ayo.Ade");
    expect((await names("aneej")).items).toContain("aneej");
    expect((await names("mira")).items).toEqual([]);
    expect((await names("mira", author, "general")).items).toEqual([]);
  });

  test("is for members, from two letters on, and takes signs of patterns for what they are", async () => {
    expect((await app.get("/api/v1/regions/africa/boards/general/names?q=ay")).status).toBe(401);
    // Everybody reads there, but who its members are is told to those alone who write there.
    const path = "/api/v1/regions/africa/boards/general/names?q=ay";
    expect((await app.get(path, mira.as)).status).toBe(403);
    expect((await names("ay", mira)).status).toBe(404);
    expect([(await names("a")).status, (await names("")).status]).toEqual([400, 400]);
    expect((await names("%%")).items).toEqual([]);
    expect((await names("__")).items).toEqual([]);
  });
});
