/** The desk's queue: each sees what is theirs to do, in order, page by page; what is done is gone; and who works on what. */
import type { DeskItem } from "shared/desk/contract.ts";
import { deskKinds } from "shared/desk/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type Made, oneOfEach } from "./waiting.ts";

interface Desk {
  items: DeskItem[];
  total: number;
  next: string | null;
  counts: { kind: string; count: number; oldest: string }[];
}

let app: TestApp;
let made: Made;
const staff: Record<string, SignedIn> = {};

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const at = (role: "moderator" | "curator" | "admin", region = "africa") =>
  signedIn(app, { handle: `${role}-${region}`, roles: [{ role, region }] });
const desk = async (person: SignedIn, query = "", region = "africa") => {
  const reply = await app.get(
    `/api/v1/regions/${region}/desk?${query.includes("limit=") ? "" : "limit=100&"}${query}`,
    person.as,
  );
  return { status: reply.status, ...(JSON.parse(reply.text) as Desk) };
};
const kindsOf = (list: Desk) => [...new Set(list.items.map(({ kind }) => kind))].toSorted();
const press = (person: SignedIn, fields: Record<string, string | string[]>, query = "") =>
  app.post(`/en/africa/desk${query}`, { csrf: person.csrf, ...fields }, person.as);

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const member = await signedIn(app, { regions: ["africa"] });
  made = await oneOfEach(app, member.id);
  for (const role of ["moderator", "curator", "admin"] as const) staff[role] = await at(role);
  staff.steward = await signedIn(app, { handle: "steward", roles: [{ role: "steward", region: null }] });
  staff.abroad = await at("curator", "south-east-asia");
});
afterAll(() => app.close());

const ofModerators = ["appeal", "approval", "flag"];
const ofAdminsAlone = ["application", "claim"];
const ofCurators = deskKinds.filter((kind) => ![...ofModerators, ...ofAdminsAlone].includes(kind)).toSorted();

describe("what waits", () => {
  test.each([
    ["moderator", ofModerators],
    ["curator", ofCurators],
    ["admin", [...deskKinds].toSorted()],
    ["steward", [...deskKinds].toSorted()],
  ] as const)("a %s sees what is theirs, and nothing else", async (name, kinds) => {
    const list = await desk(staff[name] as SignedIn);
    expect(kindsOf(list)).toEqual([...kinds]);
    expect(list.counts.map(({ kind }) => kind).toSorted()).toEqual([...kinds]);
    expect(list.counts.reduce((sum, { count }) => sum + count, 0)).toBe(list.total);
    for (const kind of deskKinds) {
      const { items } = await desk(staff[name] as SignedIn, `kind=${kind}`);
      expect([kind, items.length > 0]).toEqual([kind, (kinds as readonly string[]).includes(kind)]);
    }
  });

  test("another region's staff see nothing of it, and members no desk", async () => {
    expect(kindsOf(await desk(staff.abroad as SignedIn, "", "south-east-asia"))).not.toContain("proposal");
    expect((await desk(staff.abroad as SignedIn)).status).toBe(404);
    const member = await signedIn(app, { regions: ["africa"] });
    expect((await desk(member)).status).toBe(404);
  });

  test("first what somebody waits to be answered, each part the oldest first, whatever the page's length", async () => {
    const whole = await desk(staff.admin as SignedIn);
    const upkeep = ["link", "profile", "fact", "outcome", "inbox"];
    const parts = [false, true].map((of) => whole.items.filter(({ kind }) => upkeep.includes(kind) === of));
    expect(whole.items).toEqual(parts.flat());
    for (const part of parts)
      expect(part.map(({ since }) => since)).toEqual(part.map(({ since }) => since).toSorted());
    const read: DeskItem[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const { items, next }: Desk = await desk(staff.admin as SignedIn, `limit=3&after=${after}`);
      read.push(...items);
      after = next;
    }
    expect(read).toEqual(whole.items);
  });

  test("only what was made and has not been answered: no draft, nothing unsent, nothing of a claimed CSO's own", async () => {
    const { items } = await desk(staff.admin as SignedIn);
    const titles = items.map(({ title }) => title);
    expect(titles).toContain("A proposal");
    for (const other of ["Unsent", "Only a draft", "Soon"]) expect(titles).not.toContain(other);
    const fact = items.filter(({ kind, ref }) => kind === "fact" && ref.startsWith("KE-"));
    expect(fact).toMatchObject([{ ref: "KE-2", what: "2", path: "desk/reviews/ke/2" }]);
    expect(items.find(({ kind }) => kind === "inbox")).toMatchObject({ count: 3, path: "desk/feeds" });
  });

  test("age narrows it, and a cursor of another list is refused", async () => {
    const old = await desk(staff.curator as SignedIn, "olderThan=30");
    expect(kindsOf(old)).toContain("correction");
    expect(kindsOf(old)).not.toContain("proposal");
    expect(old.total).toBe(old.items.length);
    expect((await desk(staff.curator as SignedIn, "after=bm8")).status).toBe(400);
    expect((await desk(staff.curator as SignedIn, "kind=nothing")).status).toBe(400);
  });

  test("an answered correction is gone, and so is what was taken on of it", async () => {
    const curator = staff.curator as SignedIn;
    const [item] = (await desk(curator, "kind=correction")).items;
    await press(curator, { take: `correction/${item?.ref}` });
    await sql("update corrections set status = 'declined' where id = $1", [item?.ref]);
    expect((await desk(curator, "taken=mine")).items).toEqual([]);
    await sql("update corrections set status = 'waiting' where id = $1", [item?.ref]);
    expect((await desk(curator, "taken=mine")).items).toMatchObject([{ kind: "correction" }]);
    await press(curator, { give: `correction/${item?.ref}` });
  });
});

describe("taking on", () => {
  const path = "/api/v1/regions/africa/desk/assignments";
  const refOf = async (kind: string) =>
    (await desk(staff.admin as SignedIn, `kind=${kind}`)).items[0]?.ref ?? "";

  test("others see who works on it; taking it over is said, and one gives back only one's own", async () => {
    const [curator, admin] = [staff.curator as SignedIn, staff.admin as SignedIn];
    const items = [{ kind: "proposal", ref: await refOf("proposal") }];
    expect(await app.send("POST", path, { items }, curator.as)).toMatchObject({
      status: 201,
      body: { taken: items },
    });
    const seen = (person: SignedIn) =>
      desk(person, "kind=proposal").then((list) => list.items.map(({ takenBy }) => takenBy));
    expect(await seen(curator)).toEqual([{ handle: "curator-africa", mine: true }]);
    expect(await seen(admin)).toEqual([{ handle: "curator-africa", mine: false }]);
    expect((await app.send("POST", path, { items }, admin.as)).status).toBe(409);
    const one = `${path}/proposal/${items[0]?.ref}`;
    expect((await app.send("DELETE", one, undefined, admin.as)).status).toBe(404);
    expect((await app.send("POST", path, { items, over: true }, admin.as)).status).toBe(201);
    expect(await seen(curator)).toEqual([{ handle: "admin-africa", mine: false }]);
    expect((await desk(admin, "taken=mine")).total).toBe(1);
    expect((await desk(curator, "taken=nobody&kind=proposal")).total).toBe(0);
    expect((await app.send("DELETE", one, undefined, admin.as)).status).toBe(204);
    expect(await seen(curator)).toEqual([null]);
  });

  test("the pages of one kind of work say it too", async () => {
    const [moderator, admin] = [staff.moderator as SignedIn, staff.admin as SignedIn];
    for (const [kind, at] of [
      ["flag", "flags"],
      ["appeal", "flags"],
      ["claim", "applications"],
      ["correction", "corrections"],
    ] as const) {
      const person = kind === "flag" || kind === "appeal" ? moderator : admin;
      await press(person, { take: `${kind}/${await refOf(kind)}` });
      const seen = await app.page(`/en/africa/desk/${at}`, (staff.steward as SignedIn).as);
      expect([kind, seen.texts("main b")]).toEqual([
        kind,
        expect.arrayContaining([`${person.handle} works on it`]),
      ]);
      await sql("delete from assignments");
    }
  });

  test("what is not theirs, of another region, or not there, cannot be taken on", async () => {
    const claim = [{ kind: "claim", ref: await refOf("claim") }];
    expect((await app.send("POST", path, { items: claim }, staff.curator?.as)).status).toBe(404);
    const abroad = path.replace("africa", "south-east-asia");
    expect((await app.send("POST", abroad, { items: claim }, staff.steward?.as)).status).toBe(404);
    expect((await app.send("POST", abroad, { items: claim }, staff.curator?.as)).status).toBe(403);
    const nothing = [{ kind: "correction", ref: "999999" }];
    expect((await app.send("POST", path, { items: nothing }, staff.admin?.as)).status).toBe(404);
  });

  test("several are taken on at once, and by two at once each by one", async () => {
    const [curator, admin] = [staff.curator as SignedIn, staff.admin as SignedIn];
    const facts = (await desk(curator, "kind=fact")).items.map(({ kind, ref }) => ({ kind, ref }));
    const both = await Promise.all(
      [curator, admin].map((person) =>
        app.send<{ taken?: unknown[] }>("POST", path, { items: facts }, person.as),
      ),
    );
    expect(both.flatMap(({ body }) => body.taken ?? [])).toHaveLength(facts.length);
    await sql("delete from assignments");
  });

  test("the cleaning ends what no longer waits, and what is taken on by who is no longer staff", async () => {
    const { cleanDesks } = await import("server/desk/letters.ts");
    const leaving = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    const [fact] = (await desk(leaving, "kind=fact")).items;
    await press(leaving, { take: `fact/${fact?.ref}` });
    await sql(
      "insert into assignments (region, kind, ref, person_id) values ('africa', 'flag', '999999', $1)",
      [staff.admin?.id],
    );
    await cleanDesks(app.app);
    expect((await sql("select kind from assignments")).rows).toEqual([{ kind: "fact" }]);
    await sql("delete from roles where person_id = $1", [leaving.id]);
    await cleanDesks(app.app);
    expect((await sql("select from assignments")).rowCount).toBe(0);
  });
});

describe("the page", () => {
  test("works by buttons alone, keeps its filters, and says what was done", async () => {
    const curator = staff.curator as SignedIn;
    const query = "?kind=proposal";
    const page = await app.page(`/en/africa/desk${query}`, curator.as);
    const name = page.document.querySelector("[data-waits] h3 a");
    expect(name?.textContent).toBe("A proposal");
    const take = page.document.querySelector("button[name=take]")?.getAttribute("value") ?? "";
    const reply = await press(curator, { take }, query);
    expect(reply.headers.location).toMatch(
      /^\/en\/africa\/desk\?kind=proposal&done=deskTaken#w-proposal-\d+$/,
    );
    const after = await app.page(reply.headers.location ?? "", curator.as);
    expect(after.texts("[data-waits] b")).toEqual(["you work on it"]);
    await press(curator, { give: take ?? "" });
    expect((await press(curator, { do: "take" })).headers.location).toContain("deskNothing");
  });

  test("what nobody waits for is set aside for a time; what somebody waits for is not", async () => {
    const curator = staff.curator as SignedIn;
    const marked = (await desk(curator)).items.map(({ kind, ref }) => `${kind}/${ref}`).slice(0, 100);
    expect((await press(curator, { item: marked, do: "aside" })).headers.location).toContain("deskAside");
    expect(kindsOf(await desk(curator))).toEqual(["correction", "inbox", "proposal", "unpublished"]);
    await sql("update set_aside set until = now() - interval '1 minute'");
    expect(kindsOf(await desk(curator))).toEqual([...ofCurators]);
    await sql("delete from set_aside");
  });

  test("a CSO is asked again whether its profile is true, once in a while, and waits no longer at the desk meanwhile", async () => {
    const curator = staff.curator as SignedIn;
    await signedIn(app, {
      email: "owner@cso.example",
      memberships: [{ organisationId: made.claimed.id, role: "owner" }],
    });
    const mark = { item: [`profile/${made.claimed.id}`], do: "ask" };
    expect((await press(curator, mark)).headers.location).toContain("deskAsked");
    expect(kindsOf(await desk(curator))).not.toContain("profile");
    expect((await press(curator, mark)).headers.location).toContain("deskNobodyAsked");
    expect((await sql("select from links where purpose = 'still-true'")).rowCount).toBe(1);
  });

  test("an empty desk says so kindly", async () => {
    const person = await at("moderator", "south-east-europe");
    const page = await app.page("/en/south-east-europe/desk", person.as);
    expect(page.texts(".empty")).toEqual([expect.stringContaining("Thank you")]);
    expect(page.document.querySelector("main form[action$='/desk']")).toBeNull();
  });

  test("each sees the pages of the desk that they may open", async () => {
    const links = async (person: SignedIn) =>
      (await app.page("/en/africa/desk", person.as)).texts("nav[aria-label=Desk] a");
    expect(await links(staff.moderator as SignedIn)).toEqual(["What waits", "Flags"]);
    expect(await links(staff.admin as SignedIn)).toEqual(expect.arrayContaining(["Applications", "People"]));
    expect(await links(staff.curator as SignedIn)).not.toContain("Flags");
  });
});
