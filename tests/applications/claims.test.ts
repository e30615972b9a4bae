/** Claiming a listed profile: by a code at the organisation's own domain, or by an admin's decision. */
import { isAtHost, provingHost } from "server/applications/domains.ts";
import { CODE_TRIES, CODE_TRIES_IN_ALL, DOMAIN_REST_DAYS, UNDO_DAYS } from "shared/applications/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { Joining, pathOf } from "./applying.ts";

let joining: Joining;
let admin: SignedIn;
beforeAll(async () => {
  joining = await Joining.open();
  admin = await joining.admin();
});
afterAll(() => joining.close());

/** A listed organisation with a domain of its own. */
async function listed(slug: string, website: string | null): Promise<{ id: number; path: string }> {
  const { rows } = await joining.app.app.db.pool.query(
    `insert into organisations (slug, name, iso2, region, website, specializations, summary)
     values ($1, $2, 'KE', 'africa', $3, '{gender}', 'Listed from public sources.') returning id::int`,
    [slug, `The ${slug}`, website],
  );
  return { id: rows[0].id, path: `/en/africa/organisations/${slug}/claim` };
}

const claim = (email: string) => ({ position: "Director", email });

async function codeFor(email: string): Promise<string> {
  return /\b\d{8}\b/.exec((await joining.letter(email, "Your code")).text)?.[0] ?? "";
}

async function membersOf(id: number): Promise<string[]> {
  const { rows } = await joining.app.app.db.pool.query(
    "select role from memberships where organisation_id = $1",
    [id],
  );
  return rows.map(({ role }) => role);
}

const statusOf = async (id: number) =>
  (await joining.app.app.db.pool.query("select status from organisations where id = $1", [id])).rows[0]
    .status;

describe("which domains prove a claim", () => {
  test.each([
    ["https://www.tikenya.org/about", "tikenya.org"],
    ["http://law.uct.ac.za/centre", "law.uct.ac.za"],
    ["info@cso.org.ke", "cso.org.ke"],
    ["https://transparency.mg", "transparency.mg"],
    ["https://watch.blogspot.com", null],
    ["https://watch.wordpress.com", null],
    ["https://watch.github.io", null],
    ["https://www.facebook.com/watch", null],
    ["https://sites.google.com/view/watch", null],
    ["watch@gmail.com", null],
    ["watch@yahoo.fr", null],
    ["https://192.0.2.7/", null],
    ["https://co.ke", null],
    ["no address", null],
  ])("%s: %s", (published, host) => expect(provingHost(published)).toBe(host));

  test("a mailbox must be at the domain itself or below it, however it is written", () => {
    expect(["a@cso.org", "a@CSO.org", "a@mail.cso.org"].every((email) => isAtHost(email, "cso.org"))).toBe(
      true,
    );
    const others = ["a@evilcso.org", "a@cso.org.evil.com", "a@cso.com", "cso.org@evil.com"];
    expect(others.some((email) => isAtHost(email, "cso.org"))).toBe(false);
    expect(isAtHost("a@münchen.example", "xn--mnchen-3ya.example")).toBe(true);
  });
});

describe("with a mailbox at the organisation's domain", () => {
  const email = "director@quick-claim.org";
  let id = 0;

  test("the profile leads to its claim, which names the domain", async () => {
    const made = await listed("quick-claim", "https://www.quick-claim.org/en");
    id = made.id;
    const profile = await joining.app.page("/en/africa/organisations/quick-claim");
    expect(profile.links()).toContain(made.path);
    expect((await joining.app.page(made.path)).text("main")).toContain("quick-claim.org");
  });

  test("the code makes its reader the owner at once; the admins are told, and a letter holds the account link", async () => {
    const own = joining.next(
      await joining.visitor("/en/africa/organisations/quick-claim/claim", claim(email)),
    );
    const code = await codeFor(email);
    const reply = await joining.app.post(own, { code: `${code.slice(0, 4)} ${code.slice(4)}` });
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toContain("/account/welcome?token=");
    const letter = await joining.letter(email, "Welcome");
    expect((await joining.app.get(pathOf(letter.links[0] ?? ""))).status).toBe(200);
    expect((await joining.letter(admin.email, "waits at the desk")).text).toContain("accepted by a code");
    expect((await joining.app.post(own, { code })).status).toBe(303);
  });

  test("an admin can take it back: link and ownership end, the profile is listed again, the reason is mailed", async () => {
    const owner = await signedIn(joining.app, {
      email,
      memberships: [{ organisationId: id, role: "owner" }],
    });
    await joining.app.app.db.pool.query("update organisations set status = 'claimed' where id = $1", [id]);
    expect(owner.id).toBeGreaterThan(0);
    const queue = await joining.app.page("/en/africa/desk/applications", admin.as);
    expect(queue.text("main")).toContain("The quick-claim");
    const reply = await joining.decide(admin, email, { decision: "decline", words: "They do not know you." });
    expect(reply.status).toBe(303);
    expect(await membersOf(id)).toEqual([]);
    expect(await statusOf(id)).toBe("listed");
    const open = await joining.app.app.db.pool.query(
      "select 1 from links where email = $1 and used_at is null",
      [email],
    );
    expect(open.rows).toEqual([]);
    expect((await joining.letter(email, "Your claim")).text).toContain("They do not know you.");
  });

  test("what was taken back is not claimed by the same mailbox again", async () => {
    expect((await joining.app.page("/en/africa/organisations/quick-claim/claim")).text("main")).toContain(
      "publishes no domain of its own",
    );
  });

  test("taking back ends it also under another address, with whom the claimant let in", async () => {
    const slug = "wandering";
    const { id, path } = await listed(slug, `https://${slug}.org`);
    const mailbox = `d@${slug}.org`;
    const own = joining.next(await joining.visitor(path, claim(mailbox)));
    await joining.app.post(own, { code: await codeFor(mailbox) });
    await joining.app.app.db.pool.query("update organisations set status = 'claimed' where id = $1", [id]);
    const memberships = (role: "owner" | "editor") => [{ organisationId: id, role }];
    const elsewhere = await signedIn(joining.app, { memberships: memberships("owner") });
    await signedIn(joining.app, { memberships: memberships("editor") });
    const invited = await joining.app.post(
      `/en/africa/organisations/${slug}/members/invite`,
      { csrf: elsewhere.csrf, email: "friend@elsewhere.example", role: "owner", language: "en" },
      elsewhere.as,
    );
    expect(invited.status).toBe(303);
    const letter = await joining.mail.next({ to: "friend@elsewhere.example" });
    const decline = { decision: "decline", words: "Not theirs." };
    expect((await joining.decide(admin, mailbox, decline)).status).toBe(303);
    expect([await membersOf(id), await statusOf(id)]).toEqual([[], "listed"]);
    expect((await joining.app.get(pathOf(letter.links[0] ?? ""))).status).toBe(410);
  });

  test("after some weeks it can no longer be taken back", async () => {
    const slug = "late-undo";
    await listed(slug, `https://${slug}.org`);
    const mailbox = `d@${slug}.org`;
    const own = joining.next(await joining.visitor(`/en/africa/organisations/${slug}/claim`, claim(mailbox)));
    await joining.app.post(own, { code: await codeFor(mailbox) });
    joining.later((UNDO_DAYS + 1) * 24 * 60);
    expect((await joining.decide(admin, mailbox, { decision: "decline", words: "Late." })).status).toBe(422);
  });
});

describe("codes", () => {
  test("end after some wrong tries, come anew after a pause, and not for ever", async () => {
    const { path } = await listed("guessed", "https://guessed.org");
    const email = "x@guessed.org";
    const own = joining.next(await joining.visitor(path, claim(email)));
    let code = await codeFor(email);
    const wrong = () => String((Number(code) + 1) % 10 ** 8).padStart(8, "0");
    for (let round = 1; round * CODE_TRIES <= CODE_TRIES_IN_ALL; round++) {
      for (let left = CODE_TRIES - 1; left > 0; left--) {
        const reply = await joining.app.post(own, { code: wrong() });
        expect(reply.status).toBe(422);
        expect(reply.text).toContain(`${left} ${left === 1 ? "try is" : "tries are"} left`);
      }
      expect((await joining.app.post(own, { code: wrong() })).status).toBe(303);
      await joining.app.post(own, { code });
      expect((await joining.number(email)).status).toBe("unconfirmed");
      if ((round + 1) * CODE_TRIES > CODE_TRIES_IN_ALL) break;
      expect((await joining.app.post(`${own}/letter`, {})).headers.location).toContain("done=codeTooSoon");
      joining.later(11);
      expect((await joining.app.post(`${own}/letter`, {})).headers.location).toContain("done=codeSent");
      code = await codeFor(email);
    }
    // The way by code is closed: the link remains, and an admin decides.
    joining.later(11);
    await joining.app.post(`${own}/letter`, {});
    await joining.app.post(await joining.letterLink(email, "confirm your address"), {});
    expect((await joining.number(email)).status).toBe("waiting");
  });

  test("are none after a day", async () => {
    const { path } = await listed("slow", "https://slow-reader.org");
    const own = joining.next(await joining.visitor(path, claim("x@slow-reader.org")));
    const code = await codeFor("x@slow-reader.org");
    joining.later(25 * 60);
    await joining.app.post(own, { code });
    expect((await joining.number("x@slow-reader.org")).status).toBe("unconfirmed");
  });

  test("many guesses at once are not free", async () => {
    const { path, id } = await listed("storm", "https://storm-of-guesses.org");
    const own = joining.next(await joining.visitor(path, claim("x@storm-of-guesses.org")));
    await codeFor("x@storm-of-guesses.org");
    const guesses = Array.from({ length: 30 }, (_, n) =>
      joining.app.post(own, { code: String(n).padStart(8, "0") }),
    );
    const replies = await Promise.all(guesses);
    expect(replies.filter(({ text }) => text.includes("left")).length).toBeLessThanOrEqual(CODE_TRIES);
    expect(await membersOf(id)).toEqual([]);
  });
});

describe("an admin decides", () => {
  test("with another address, where the domain is shared, and where colleagues keep the profile; these are told", async () => {
    const { path, id } = await listed("kept", "https://kept-by-others.org");
    const owner = await signedIn(joining.app, {
      language: "fr",
      memberships: [{ organisationId: id, role: "owner" }],
    });
    const own = joining.next(await joining.visitor(path, claim("new@kept-by-others.org")));
    const reply = await joining.app.post(own, { code: await codeFor("new@kept-by-others.org") });
    expect(reply.headers.location).toContain("done=codeQueued");
    expect((await joining.letter(owner.email, "Quelqu’un revendique")).text).toContain("administration");
    expect((await joining.number("new@kept-by-others.org")).status).toBe("waiting");
    await joining.decide(admin, "new@kept-by-others.org", { decision: "accept" });
    expect((await joining.letter("new@kept-by-others.org", "Welcome")).text).toContain("claim was accepted");
  });

  test("the same site on two profiles proves neither", async () => {
    await listed("twin-one", "https://twin-site.org");
    const { path } = await listed("twin-two", "https://www.twin-site.org/two");
    expect((await joining.app.page(path)).text("main")).toContain("publishes no domain of its own");
    await joining.visitor(path, claim("x@twin-site.org"));
    await joining.letter("x@twin-site.org", "confirm your address");
  });

  test("a website that somebody changed here lately proves nothing, and proves again in time", async () => {
    const { id, path } = await listed("moved-site", "https://moved-site.org");
    await joining.app.app.db.pool.query(
      `insert into revisions (kind, ref, region, version, before, after, acted_as, at)
       values ('organisation', $1, 'africa', 2, '{"website":null}', '{"website":"https://moved-site.org"}', 'curator', $2)`,
      [String(id), joining.app.app.now()],
    );
    expect((await joining.app.page(path)).text("main")).toContain("publishes no domain of its own");
    await joining.visitor(path, claim("x@moved-site.org"));
    await joining.letter("x@moved-site.org", "confirm your address");
    joining.later((DOMAIN_REST_DAYS + 1) * 24 * 60);
    expect((await joining.app.page(path)).text("main")).toContain("moved-site.org");
  });

  test("without a domain, by a note on how to call back", async () => {
    const { path } = await listed("no-site", null);
    const email = "someone@mail.example";
    await joining.applied(path, { ...claim(email), note: "Call 020 000 000 before noon." });
    const { id } = await joining.number(email);
    const page = await joining.app.page(
      `/en/africa/desk/applications/${id}`,
      (await joining.again(admin)).as,
    );
    expect(page.text("main")).toContain("Call 020 000 000 before noon.");
  });
});

test("a profile that hides itself cannot be claimed", async () => {
  const { path, id } = await listed("in-the-dark", "https://in-the-dark.org");
  await joining.app.app.db.pool.query("update organisations set status = 'hidden' where id = $1", [id]);
  expect((await joining.app.get(path)).status).toBe(404);
});
