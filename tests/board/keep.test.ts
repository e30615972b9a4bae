/** How boards are kept by admins of the region: made, named, ordered, narrowed, closed; and who is in a group. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let admin: SignedIn;
let steward: SignedIn;
let member: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  admin = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
  steward = await signedIn(app, { roles: [{ role: "steward", region: null }] });
  member = await signedIn(app, { regions: ["africa"], handle: "wanjiru" });
});
afterAll(() => app.close());

const AT = "/en/africa/board/keep";
const fields = {
  "names.en": "Election money",
  "names.fr": "L’argent des élections",
  "purposes.en": "Who pays for campaigns.",
  ...{ visibility: "members", starters: "members", slow: "0", position: "1" },
};

const send = (path: string, more: Record<string, string> = {}, who = admin) =>
  app.post(path, { csrf: who.csrf, ...fields, ...more }, who.as);

async function versionOf(slug: string): Promise<string> {
  const { document } = await app.page(`${AT}/${slug}`, admin.as);
  return document.querySelector("input[name=version]")?.getAttribute("value") ?? "";
}

describe("a board", () => {
  test("is made with names in several languages, and stands in its order", async () => {
    const made = await send(`${AT}/new`);
    expect(made.headers.location).toBe("/en/africa/board/election-money?done=boardMade");
    expect((await app.page("/fr/africa/board", member.as)).texts("h2 bdi")).toContain(
      "L’argent des élections",
    );
    expect((await app.page("/ar/africa/board", member.as)).texts("h2 bdi")).toContain("Election money");
    expect((await app.page("/en/africa/board")).texts("h2 bdi")).not.toContain("Election money");
  });

  test("never takes the address of another, nor of a page of the board", async () => {
    expect((await send(`${AT}/new`)).headers.location).toContain("/board/election-money-2");
    const location = (await send(`${AT}/new`, { "names.en": "Keep" })).headers.location ?? "";
    expect(location).not.toMatch(/board\/keep\?/);
    expect((await app.get(location, member.as)).status).toBe(200);
  });

  test("is closed: it can be read, and nothing is written any more", async () => {
    await send(`${AT}/new`, { "names.en": "Closed soon" });
    const version = await versionOf("closed-soon");
    expect((await send(`${AT}/closed-soon`, { version, closed: "on" })).headers.location).toContain(
      "done=boardKept",
    );
    const page = await app.page("/en/africa/board/closed-soon", member.as);
    expect(page.text("main")).toContain("This board is closed");
    expect((await app.get("/en/africa/board/closed-soon/new", member.as)).status).toBe(403);
  });

  test("that two change at once is changed by the first; the second is told", async () => {
    const version = await versionOf("election-money");
    expect((await send(`${AT}/election-money`, { version })).status).toBe(303);
    const second = await send(`${AT}/election-money`, { version, "names.en": "Mine" });
    expect([second.status, second.text.includes("changed meanwhile")]).toEqual([422, true]);
  });

  test("in which somebody wrote is never opened to more readers", async () => {
    await send(`${AT}/new`, { "names.en": "Among us" });
    const opened = await send(`${AT}/among-us`, {
      version: await versionOf("among-us"),
      visibility: "public",
    });
    expect(opened.status).toBe(303);
    await send(`${AT}/among-us`, { version: await versionOf("among-us"), visibility: "members" });
    const thread = { title: "Ours", body: "Only for us", kind: "discussion", clientId: "a" };
    await app.send("POST", "/api/v1/regions/africa/boards/among-us/threads", thread, member.as);
    const refused = await send(`${AT}/among-us`, {
      version: await versionOf("among-us"),
      visibility: "public",
    });
    expect(refused.status).toBe(422);
    expect((await app.get("/en/africa/board/among-us")).status).toBe(404);
  });

  test("of all regions is made by stewards alone", async () => {
    expect((await send(`${AT}/new`, { everywhere: "on" })).status).toBe(422);
    const made = await send(`${AT}/new`, { everywhere: "on", "names.en": "Everywhere" }, steward);
    expect(made.status).toBe(303);
    expect((await app.get("/en/south-east-asia/board/everywhere", steward.as)).status).toBe(200);
    expect((await app.get(`${AT}/everywhere`, admin.as)).status).toBe(404);
  });
});

describe("a group", () => {
  const board = "/en/africa/board/inner-circle";
  const add = (name: string) => app.post(`${AT}/inner-circle/group`, { csrf: admin.csrf, name }, admin.as);
  const remove = async () => {
    const { document } = await app.page(`${AT}/inner-circle/group`, admin.as);
    const id = document.querySelector("input[name=member]")?.getAttribute("value") ?? "";
    return app.post(`${AT}/inner-circle/remove`, { csrf: admin.csrf, member: id }, admin.as);
  };

  test("is read by whom it names, and by nobody from the moment they are removed", async () => {
    await send(`${AT}/new`, { "names.en": "Inner circle", visibility: "group" });
    expect((await app.get(board, member.as)).status).toBe(404);
    expect((await add("@Wanjiru")).status).toBe(303);
    expect((await app.page(`${AT}/inner-circle/group`, admin.as)).text("main .plain")).toContain("wanjiru");
    expect((await app.get(board, member.as)).status).toBe(200);
    expect((await remove()).status).toBe(303);
    expect((await app.get(board, member.as)).status).toBe(404);
  });

  test("takes in all members of a CSO, while they are members", async () => {
    const { rows } = await app.app.db.pool.query(
      "update organisations set status = 'claimed' where id = (select id from organisations where region = 'africa' limit 1) returning id, slug",
    );
    const colleague = await signedIn(app, { memberships: [{ organisationId: rows[0].id, role: "poster" }] });
    await add(rows[0].slug);
    expect((await app.get(board, colleague.as)).status).toBe(200);
    await app.app.db.pool.query("delete from memberships where person_id = $1", [colleague.id]);
    expect((await app.get(board, colleague.as)).status).toBe(404);
  });

  test("takes in nobody who is not there", async () => {
    const refused = await add("no-such-person");
    expect([refused.status, refused.text.includes("no such person")]).toEqual([422, true]);
  });
});
