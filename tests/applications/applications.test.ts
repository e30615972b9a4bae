/** Applying to join: what an applicant and the region's admins may rely on, by the forms and the letters alone. */
import { eraseOldApplications } from "server/applications/cleaning.ts";
import { ACCEPTED_DAYS, DECLINED_DAYS, DRAFT_DAYS, LETTERS_PER_ADDRESS } from "shared/applications/rules.ts";
import { visitorFields } from "shared/visitors/challenge.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SignedIn } from "../setup/people.ts";
import { Joining, organisation, pathOf, person } from "./applying.ts";

let joining: Joining;
let admin: SignedIn;
const FORM = "/en/africa/join/organisation";
const DAY = 24 * 60;

beforeAll(async () => {
  joining = await Joining.open();
  admin = await joining.admin();
});
beforeEach(async () => {
  admin = await joining.again(admin);
});
afterAll(() => joining.close());

const withEmail = (email: string, more = {}) => ({ ...organisation, email, ...more });

describe("an organisation that applies", () => {
  const email = "amina@budgetwatch.example";

  test("is asked to confirm its address by a page with one button, and waits only then", async () => {
    const reply = await joining.visitor(FORM, organisation);
    expect(reply.status).toBe(303);
    expect((await joining.number(email)).status).toBe("unconfirmed");
    const letter = await joining.letter(email, "confirm your address");
    expect(letter.text).not.toContain("Budget Watch");
    const link = pathOf(letter.links[0] ?? "");
    const page = await joining.app.page(link);
    expect(page.document.querySelectorAll("main form button")).toHaveLength(1);
    expect((await joining.number(email)).status).toBe("unconfirmed");
    const confirmed = await joining.app.post(link, {});
    expect(joining.next(confirmed)).toBe(joining.next(reply));
    expect((await joining.number(email)).status).toBe("waiting");
    expect((await joining.app.get(link)).status).toBe(404);
  });

  test("stands in the admins' queue with its age; they are told without a name", async () => {
    const today = await joining.app.page("/en/africa/desk/applications", admin.as);
    expect(today.text("main")).toContain("Waits for: less than a day");
    joining.later(3 * DAY);
    admin = await joining.again(admin);
    const letter = await joining.letter(admin.email, "waits at the desk");
    expect(letter.raw).not.toContain("Budget Watch");
    const page = await joining.app.page("/en/africa/desk/applications", admin.as);
    expect(page.text("main")).toContain("Budget Watch Nairobi");
    expect(page.text("main")).toContain("Waits for: 3 days");
  });

  test("is asked back, answers through the link, and waits again", async () => {
    await joining.decide(admin, email, { decision: "ask", words: "Who funds you?" });
    const letter = await joining.letter(email, "A question");
    expect(letter.text).toContain("Who funds you?");
    const own = pathOf(letter.links[0] ?? "");
    expect((await joining.app.page(own)).text("blockquote")).toBe("Who funds you?");
    const answered = await joining.app.post(own, { answer: "Our members." });
    expect(answered.status).toBe(303);
    expect((await joining.number(email)).status).toBe("waiting");
    const { id } = await joining.number(email);
    const page = await joining.app.page(`/en/africa/desk/applications/${id}`, admin.as);
    expect(page.text("main")).toContain("Our members.");
  });

  test("is accepted: it has a profile of its own, found by search, and a letter leads to the account", async () => {
    const reply = await joining.decide(admin, email, { decision: "accept", words: "Karibu!" });
    expect(reply.status).toBe(303);
    const letter = await joining.letter(email, "Welcome");
    expect(letter.text).toContain("Karibu!");
    const welcome = pathOf(letter.links[0] ?? "");
    expect((await joining.app.get(welcome)).status).toBe(200);
    const { body } = await joining.app.json<Record<string, unknown>>(
      "/api/v1/regions/africa/organisations/budget-watch-nairobi",
    );
    expect(body).toMatchObject({
      name: "Budget Watch Nairobi",
      status: "claimed",
      iso2: "KE",
      languages: ["en", "sw"],
    });
    const found = await joining.app.json<{ items: { slug: string }[] }>(
      "/api/v1/regions/africa/organisations?q=budget+watch+nairobi",
    );
    expect(found.body.items[0]?.slug).toBe("budget-watch-nairobi");
    const audit = await joining.app.app.db.pool.query("select action from audit where person_id = $1", [
      admin.id,
    ]);
    expect(audit.rows.map(({ action }) => action)).toEqual(["application.ask", "application.accept"]);
  });

  test("of the same name gets an address of its own, and its likeness is shown beside it", async () => {
    const again = "juma@other.example";
    await joining.applied(FORM, withEmail(again, { name: "Budget Watch, Nairobi" }));
    const { id } = await joining.number(again);
    const page = await joining.app.page(`/en/africa/desk/applications/${id}`, admin.as);
    expect(page.text("main")).toMatch(/Budget Watch Nairobi \(same website · similar name · same acronym\)/);
    await joining.decide(admin, again, { decision: "accept" });
    expect((await joining.app.get("/en/africa/organisations/budget-watch-nairobi-2")).status).toBe(200);
  });

  test("is declined with a reason, in its own language, and erased some months later", async () => {
    const address = "lea@veille.example";
    await joining.applied("/en/africa/join/organisation", withEmail(address, { name: "Veille citoyenne" }));
    await joining.app.app.db.pool.query("update applications set language = 'fr' where email = $1", [
      address,
    ]);
    const refused = await joining.decide(admin, address, { decision: "decline" });
    expect(refused.status).toBe(422);
    await joining.decide(admin, address, { decision: "decline", words: "Nous ne vous trouvons pas." });
    const letter = await joining.letter(address, "Votre demande");
    expect(letter.text).toContain("Nous ne vous trouvons pas.");
    expect(letter.header("content-language")).toBe("fr");
    joining.later((DECLINED_DAYS + 1) * DAY);
    await eraseOldApplications(joining.app.app);
    expect((await joining.number(address)).status).toBe("none");
  });

  test("of an accepted one only the dates stay", async () => {
    joining.later((ACCEPTED_DAYS + 1) * DAY);
    await eraseOldApplications(joining.app.app);
    const { rows } = await joining.app.app.db.pool.query(
      "select name, email, answers, token_hash, decided_at is not null as decided from applications where status = 'accepted'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toEqual({ name: null, email: null, answers: {}, token_hash: null, decided: true });
  });
});

describe("a person alone", () => {
  test("needs no real name, and gets the region with the account", async () => {
    await joining.applied("/en/africa/join/person", person);
    await joining.decide(admin, String(person.email), { decision: "accept" });
    await joining.letter(String(person.email), "Welcome");
    const { rows } = await joining.app.app.db.pool.query(
      "select data from links where email = $1 and purpose = 'welcome'",
      [person.email],
    );
    expect(rows[0].data).toMatchObject({ regions: ["africa"] });
  });

  test("withdraws, and nothing stays", async () => {
    const email = "gone@paper.example";
    const own = await joining.applied("/en/africa/join/person", { ...person, email });
    expect((await joining.app.post(`${own}/withdraw`, {})).status).toBe(303);
    expect((await joining.number(email)).status).toBe("none");
    expect((await joining.app.get(own)).status).toBe(404);
  });
});

describe("a draft", () => {
  test("is kept without an account, found again by its address, sent from there", async () => {
    const email = "draft@later.example";
    const saved = await joining.visitor(FORM, { name: "Half a name", email, intent: "save" });
    const own = joining.next(saved);
    expect(own).toMatch(/^\/en\/africa\/join\/organisation\/[\w-]{20,}$/);
    const page = await joining.app.page(own);
    expect(page.document.querySelector("input[name=name]")?.getAttribute("value")).toBe("Half a name");
    const sent = await joining.visitor(own, withEmail(email));
    expect(joining.next(sent)).toContain("/join/applications/");
    await joining.letter(email, "confirm your address");
    expect((await joining.app.get(own)).status).toBe(404);
  });

  test("is erased after its time, and at once by its owner", async () => {
    const saved = [1, 2].map(() => joining.visitor(FORM, { name: "Nobody", intent: "save" }));
    const [one = "", other = ""] = (await Promise.all(saved)).map((reply) => joining.next(reply));
    const erase = (await joining.app.page(one)).links(".notice a")[0] ?? "";
    expect((await joining.app.post(erase, {})).status).toBe(303);
    expect((await joining.app.get(one)).status).toBe(404);
    await joining.app.app.db.pool.query("alter table applications disable trigger raise_version");
    await joining.app.app.db.pool.query("update applications set updated_at = $1 where status = 'draft'", [
      new Date(joining.app.app.now().getTime() - (DRAFT_DAYS + 1) * 86_400_000),
    ]);
    await joining.app.app.db.pool.query("alter table applications enable trigger raise_version");
    await eraseOldApplications(joining.app.app);
    expect((await joining.app.get(other)).status).toBe(404);
  });

  test("of another kind, another region or nobody is nowhere", async () => {
    const own = joining.next(await joining.visitor(FORM, { name: "Mine", intent: "save" }));
    expect((await joining.app.get(own.replace("organisation", "person"))).status).toBe(404);
    expect((await joining.app.get(own.replace("africa", "south-east-asia"))).status).toBe(404);
    expect((await joining.app.get(`${own}x`)).status).toBe(404);
  });
});

describe("what cannot be accepted comes back filled in", () => {
  test.each([
    ["a country of another region", { iso2: "AL" }, "iso2", "Choose a country of this region"],
    ["no country at all", { iso2: "" }, "iso2", "fill this in"],
    ["an address that is none", { email: "amina at example" }, "email", "not an e-mail address"],
    ["a name beyond all bounds", { name: "x".repeat(5000) }, "name", "at most"],
    ["a website that runs code", { website: "javascript:alert(1)" }, "website", "not a web address"],
    ["an invented subject", { specializations: ["nonsense"] }, "specializations", "not one of the possible"],
    ["no subject", { specializations: [] }, "specializations", "fill this in"],
  ])("%s", async (_what, wrong, field, says) => {
    const fields = withEmail("wrong@input.example", wrong);
    const reply = await joining.visitor(FORM, fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(`f-${field}`);
    expect(reply.text).toContain(says);
    expect(reply.text).toContain("We read the budgets");
    expect((await joining.number("wrong@input.example")).status).toBe("none");
  });

  test("markup, turned-around text and control signs in a name are text, or gone", async () => {
    const email = "signs@input.example";
    const name = "<b>Watch\u202e gro.live\u0000</b> \u0645\u0631\u0635\u062f 👀";
    await joining.applied(FORM, withEmail(email, { name }));
    const { id } = await joining.number(email);
    const page = await joining.app.page(`/en/africa/desk/applications/${id}`, admin.as);
    expect(page.text("h1")).toBe("<b>Watch gro.live</b> \u0645\u0631\u0635\u062f 👀");
    expect(page.document.querySelector("h1 b")).toBeNull();
  });

  test("a form whose hidden field was filled in, or without any challenge, does nothing", async () => {
    const trapped = await joining.visitor(FORM, withEmail("bot@spam.example", { [visitorFields.trap]: "x" }));
    expect(trapped.status).toBe(422);
    const bare = await joining.app.post(FORM, withEmail("bot@spam.example"));
    expect(bare.status).toBe(422);
    expect(bare.text).toContain("We read the budgets");
    expect((await joining.number("bot@spam.example")).status).toBe("none");
  });
});

test("nobody's mailbox is filled: further applications for one address send no letter, and say the same", async () => {
  const email = "victim@elsewhere.example";
  const replies = [];
  for (let time = 0; time < LETTERS_PER_ADDRESS + 2; time++)
    replies.push(await joining.visitor(FORM, withEmail(email)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));
  const last = await joining.app.page(joining.next(replies.at(-1) as (typeof replies)[number]));
  expect(last.text("main")).toContain("Look into your mailbox");
  for (let time = 0; time < LETTERS_PER_ADDRESS; time++) await joining.letter(email, "confirm");
  expect(joining.mail.received().filter(({ to }) => to === email)).toHaveLength(LETTERS_PER_ADDRESS);
});

describe("at the desk", () => {
  const email = "two@admins.example";

  test("of two admins at once the slower one is told, and nothing is done twice", async () => {
    await joining.applied(FORM, withEmail(email, { name: "Two Admins Watch" }));
    const other = await joining.admin();
    const read = await joining.number(email);
    const path = `/en/africa/desk/applications/${read.id}`;
    const decide = (who: SignedIn, decision: string) =>
      joining.app.post(
        path,
        { csrf: who.csrf, version: String(read.version), decision, words: "No." },
        who.as,
      );
    const replies = await Promise.all([decide(admin, "accept"), decide(other, "decline")]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(replies.find(({ status }) => status === 422)?.text).toContain(
      "Somebody else changed this application",
    );
    const { rows } = await joining.app.app.db.pool.query(
      "select 1 from organisations where name = 'Two Admins Watch'",
    );
    expect(rows.length).toBe((await joining.number(email)).status === "accepted" ? 1 : 0);
  });

  test("the same is done by JSON, with the same care", async () => {
    const address = "json@twin.example";
    await joining.applied(FORM, withEmail(address, { name: "JSON Twin Watch" }));
    const list = await joining.app.get("/api/v1/regions/africa/applications?limit=100", admin.as);
    const { items } = JSON.parse(list.text);
    const mine = items.find((item: { email: string }) => item.email === address);
    expect(mine).toMatchObject({
      kind: "organisation",
      status: "waiting",
      answers: { position: "Coordinator" },
    });
    expect(Object.keys(mine)).not.toContain("tokenHash");
    const at = `/api/v1/regions/africa/applications/${mine.id}/decision`;
    const decide = (body: object) =>
      joining.app.send<{ code?: string; status?: string }>("POST", at, body, admin.as);
    expect((await decide({ decision: "decline", version: mine.version })).body.code).toBe("invalid");
    expect((await decide({ decision: "accept", version: mine.version, status: "accepted" })).status).toBe(
      400,
    );
    expect((await decide({ decision: "accept", version: mine.version - 1 })).body.code).toBe("stale");
    expect((await decide({ decision: "ask", words: "Who?", version: mine.version })).body.status).toBe(
      "asked",
    );
  });

  test("admins of other regions, curators, members and visitors see and decide nothing", async () => {
    const { id, version } = await joining.number("json@twin.example");
    const stranger = await joining.admin("south-east-asia");
    const path = `/en/africa/desk/applications/${id}`;
    expect((await joining.app.get(path, stranger.as)).status).toBe(404);
    expect((await joining.app.get(path)).status).toBe(303);
    expect((await joining.app.get(path.replace("africa", "south-east-asia"), stranger.as)).status).toBe(404);
    const api = `/api/v1/regions/south-east-asia/applications/${id}/decision`;
    const reply = await joining.app.send("POST", api, { decision: "accept", version }, stranger.as);
    expect(reply.status).toBe(404);
    expect(
      (
        await joining.app.send(
          "POST",
          api.replace("south-east-asia", "africa"),
          { decision: "accept", version },
          stranger.as,
        )
      ).status,
    ).toBe(403);
    expect((await joining.app.get("/api/v1/regions/africa/applications")).status).toBe(401);
  });

  test("a form without the session's own token does nothing", async () => {
    const { id, version } = await joining.number("json@twin.example");
    const reply = await joining.app.post(
      `/en/africa/desk/applications/${id}`,
      { version: String(version), decision: "accept" },
      admin.as,
    );
    expect(reply.status).toBe(403);
  });
});

test("the median waiting time is public, once enough were decided to tell", async () => {
  const page = await joining.app.page("/en/africa/join");
  expect(page.text("main")).toMatch(
    /Half of the applications of the last year were answered within \d+ (hour|day)/,
  );
  expect((await joining.app.page("/ar/south-east-asia/join")).text("main")).toContain("لم يجب بعد");
});
