/** Changing password, address and handle: what is asked for, what ends, and what the letters say. */
import { FREE_TRIES } from "shared/accounts/tries.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { sessionOf } from "../setup/people.ts";
import { account, cookiesAfter, csrfOf, PASSWORD, withApp } from "./account.ts";

let own: TestApp;
let mail: TestMail;
let now = new Date();

beforeAll(async () => {
  mail = await testMail();
  own = await testApp({ freshDatabase: true, settings: mail.settings, now: () => now });
});
afterAll(async () => {
  await own.close();
  await mail.close();
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const NEW = "a violet bicycle in the rain";
const sign = (handle: string, password: string) =>
  own.send<{ code?: string }>("POST", "/api/v1/session", { handle, password });
const isSignedIn = async (as: { cookie: string }) => (await own.get("/api/v1/session", as)).status === 200;
/** The path and query of a link in a letter. */
const pathOf = (link: string | undefined) => {
  const { pathname, search } = new URL(link ?? "");
  return pathname + search;
};
const problems = (html: string) =>
  [...html.matchAll(/class="problem"[^>]*>([^<]+)</g)].map(([, words]) => words);

describe("the password", () => {
  test("is changed with the present one; all other sessions end, and a letter tells", async () => {
    const { id, handle, email, as, csrf } = await account(own);
    const other = await sessionOf(own, id);
    const path = "/en/account/password";
    const wrong = await own.post(path, { csrf, presentPassword: "wrong wrong wrong", newPassword: NEW }, as);
    expect([wrong.status, problems(wrong.text)]).toEqual([422, ["This is not your present password."]]);
    const none = await own.post(path, { csrf, newPassword: NEW }, as);
    expect([none.status, problems(none.text)]).toEqual([422, ["Please fill this in."]]);
    const reply = await own.post(path, { csrf, presentPassword: PASSWORD, newPassword: NEW }, as);
    expect([reply.status, reply.headers.location]).toEqual([303, "/en/account?done=password-changed"]);
    expect([await isSignedIn(as), await isSignedIn(other.as)]).toEqual([true, false]);
    expect((await sign(handle, PASSWORD)).status).toBe(401);
    expect((await sign(handle, NEW)).status).toBe(200);
    const letter = await mail.next({ to: email });
    expect(letter.subject).toBe("Your password was changed");
    expect(letter.links.map(pathOf)).toEqual(["/en/account/forgotten"]);
  });

  test.each([
    ["short", "A password needs at least 12 characters.", "   ten letter   "],
    ["common", "This password is one of those that are tried first. Choose another.", "password12345"],
    ["simple", "This is a sequence or a repetition. Choose another password.", "abcabcabcabcabc"],
  ])("that is %s is refused", async (_kind, problem, newPassword) => {
    const { as, csrf } = await account(own);
    const reply = await own.post(
      "/en/account/password",
      { csrf, presentPassword: PASSWORD, newPassword },
      as,
    );
    expect([reply.status, problems(reply.text)]).toEqual([422, [problem]]);
    expect(reply.text).not.toContain(newPassword.trim());
  });

  test("cannot be guessed by whoever found an open session", async () => {
    const { as, csrf } = await account(own);
    for (let index = 0; index < FREE_TRIES; index += 1) {
      await own.post(
        "/en/account/password",
        { csrf, presentPassword: `wrong ${index}`, newPassword: NEW },
        as,
      );
    }
    const reply = await own.post(
      "/en/account/password",
      { csrf, presentPassword: PASSWORD, newPassword: NEW },
      as,
    );
    expect([reply.status, problems(reply.text)[0]]).toEqual([
      422,
      "Too many tries. Wait 5 seconds, then try again.",
    ]);
  });

  test("is not changed without the form's token, nor from another site", async () => {
    const { handle, as, csrf } = await account(own);
    const fields = { presentPassword: PASSWORD, newPassword: NEW };
    expect((await own.post("/en/account/password", fields, as)).status).toBe(403);
    const cross = { ...as, "sec-fetch-site": "cross-site" };
    expect((await own.post("/en/account/password", { ...fields, csrf }, cross)).status).toBe(403);
    expect((await sign(handle, PASSWORD)).status).toBe(200);
  });
});

describe("a forgotten password", () => {
  const forgotten = (name: string) => own.post("/fr/account/forgotten", { name });

  test("is answered alike for known and unknown names, and only the known one gets a letter", async () => {
    const { handle, email } = await account(own, { language: "ar" });
    const told = async (name: string) => {
      const { status, headers, text } = await forgotten(name);
      return [status, headers.location, text];
    };
    expect(await told(`no-${handle}`)).toEqual([303, "/fr/sign-in?done=reset-sent", ""]);
    expect(await told("nobody@example.org")).toEqual(await told(handle.toUpperCase()));
    const letter = await mail.next({ to: email });
    expect(letter.subject).toBe("اختيار كلمة مرور جديدة");
    expect(pathOf(letter.links[0])).toMatch(/^\/ar\/account\/reset\?token=[\w-]{43}$/);
    expect(mail.received().some(({ to }) => to.includes("nobody"))).toBe(false);
  });

  test("the link sets a new one, once; all sessions end, and whoever had tried before does not keep the owner out", async () => {
    const { handle, email, as } = await account(own);
    for (let index = 0; index < FREE_TRIES + 3; index += 1) await sign(handle, "wrong wrong wrong");
    expect((await sign(handle, PASSWORD)).status).toBe(429);
    await forgotten(email);
    const path = pathOf((await mail.next({ to: email })).links[0]);
    expect((await own.page(path)).text("main")).toContain(handle);
    expect(await isSignedIn(as)).toBe(true);
    expect((await own.post(path, { newPassword: "password12345" })).status).toBe(422);
    const reply = await own.post(path, { newPassword: NEW });
    expect([reply.status, reply.headers.location]).toEqual([303, "/en/sign-in?done=password-reset"]);
    expect(await isSignedIn(as)).toBe(false);
    expect((await sign(handle, NEW)).status).toBe(200);
    expect((await mail.next({ to: email })).subject).toBe("Your password was changed");
    const again = await own.post(path, { newPassword: `${NEW} again` });
    expect([again.status, (await own.page(path)).status]).toEqual([422, 410]);
    expect((await sign(handle, NEW)).status).toBe(200);
  });

  test("of two who press the button at once, one sets it", async () => {
    const { email } = await account(own);
    await forgotten(email);
    const path = pathOf((await mail.next({ to: email })).links[0]);
    const replies = await Promise.all([1, 2, 3].map((n) => own.post(path, { newPassword: `${NEW} ${n}` })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
  });

  test("the link ends after a day", async () => {
    const { email } = await account(own);
    await forgotten(email);
    const path = pathOf((await mail.next({ to: email })).links[0]);
    later(24 * 60 + 1);
    expect((await own.page(path)).status).toBe(410);
    expect((await own.post(path, { newPassword: NEW })).status).toBe(422);
  });

  test("a mailbox is not filled: three letters in an hour are enough", async () => {
    const { handle, email } = await account(own);
    for (let index = 0; index < 5; index += 1) await forgotten(handle);
    for (let index = 0; index < 3; index += 1) await mail.next({ to: email });
    await forgotten((await account(own, { handle: `after-${handle}` })).handle);
    await mail.next({ to: `after-${handle}@example.org` });
    expect(mail.received().filter(({ to }) => to === email)).toHaveLength(3);
  });
});

describe("the e-mail address", () => {
  const change = async (someone: { as: { cookie: string }; csrf: string }, email: string) =>
    own.post("/en/account/email", { csrf: someone.csrf, email }, someone.as);

  test("counts once the new one is confirmed, and both are told", async () => {
    const someone = await account(own);
    const { handle, email } = someone;
    const reply = await change(someone, `new-${email}`);
    expect(reply.headers.location).toBe("/en/account?done=email-asked");
    const told = await mail.next({ to: email });
    expect(told.text).not.toContain(`new-${email}`);
    const path = pathOf((await mail.next({ to: `new-${email}` })).links[0]);
    expect((await sign(email, PASSWORD)).status).toBe(200);
    const page = await own.page(path);
    expect(page.text("main")).toContain(`new-${email}`);
    expect((await sign(email, PASSWORD)).status).toBe(200);
    expect((await own.post(path, {})).headers.location).toBe("/en/account?done=email-confirmed");
    expect((await sign(email, PASSWORD)).status).toBe(401);
    expect((await sign(`new-${email}`, PASSWORD)).status).toBe(200);
    expect((await own.page(path)).status).toBe(410);
    expect((await own.page("/en/account", someone.as)).text("main")).toContain(handle);
  });

  test("is taken back from the old one within three days: sessions end, what was set since goes, a new password is chosen", async () => {
    const victim = await account(own);
    const { id, handle, email } = victim;
    await change(victim, `thief-${email}`);
    const undo = pathOf((await mail.next({ to: email })).links[0]);
    await own.post(pathOf((await mail.next({ to: `thief-${email}` })).links[0]), {});
    later(5);
    await own.app.db.pool.query("update people set totp_secret = 'x', totp_confirmed_at = $2 where id = $1", [
      id,
      now,
    ]);
    later(60 * 70);
    expect((await own.page(undo)).text("main")).toContain(email);
    const reply = await own.post(undo, {});
    expect(reply.headers.location).toMatch(/^\/en\/account\/reset\?token=[\w-]{43}&done=email-kept$/);
    expect(await isSignedIn(victim.as)).toBe(false);
    expect((await sign(`thief-${email}`, PASSWORD)).status).toBe(401);
    expect((await sign(handle, PASSWORD)).status).toBe(401);
    expect((await own.post(reply.headers.location ?? "", { newPassword: NEW })).status).toBe(303);
    expect((await sign(email, NEW)).status).toBe(200);
  });

  test("once taken back, is not taken again by the link that the foreign address got meanwhile", async () => {
    const victim = await account(own);
    const thief = `thief-${victim.email}`;
    await change(victim, thief);
    const undo = pathOf((await mail.next({ to: victim.email })).links[0]);
    await own.post(pathOf((await mail.next({ to: thief })).links[0]), {});
    await change(victim, `second-${thief}`);
    const foreign = pathOf((await mail.next({ to: thief })).links[0]);
    expect(foreign).toContain("/account/undo-email?");
    expect((await own.page(foreign)).status).toBe(200);
    expect((await own.post(undo, {})).headers.location).toContain("done=email-kept");
    expect((await own.page(foreign)).status).toBe(410);
    expect((await own.post(foreign, {})).status).toBe(422);
    const { rows } = await own.app.db.pool.query("select email from people where id = $1", [victim.id]);
    expect(rows).toEqual([{ email: victim.email }]);
  });

  test("cannot be taken back after three days, and an app that was there before stays", async () => {
    const late = await account(own);
    await change(late, `new-${late.email}`);
    const undo = pathOf((await mail.next({ to: late.email })).links[0]);
    later(72 * 60 + 1);
    expect((await own.page(undo)).status).toBe(410);
    const careful = await withApp(own);
    later(1);
    await change(careful, `new-${careful.email}`);
    await own.post(pathOf((await mail.next({ to: careful.email })).links[0]), {});
    const { rows } = await own.app.db.pool.query("select totp_confirmed_at from people where id = $1", [
      careful.id,
    ]);
    expect(rows[0].totp_confirmed_at).not.toBeNull();
  });

  test("of somebody else is answered like a free one, and gets no letter", async () => {
    const [one, other] = [await account(own), await account(own)];
    const reply = await change(one, other.email.toUpperCase());
    expect(reply.headers.location).toBe("/en/account?done=email-asked");
    await mail.next({ to: one.email });
    expect(mail.received().filter(({ to }) => to.toLowerCase() === other.email)).toEqual([]);
  });

  test("asks for the password again when the last proof is ten minutes old", async () => {
    const someone = await account(own);
    later(11);
    const as = cookiesAfter(
      {
        cookies: Object.fromEntries(
          someone.as.cookie.split("; ").map((one) => one.split("=") as [string, string]),
        ),
      },
      await own.get("/en/account", someone.as),
    );
    const refused = await own.post("/en/account/email", { csrf: someone.csrf, email: "x@example.org" }, as);
    expect([refused.status, problems(refused.text)]).toEqual([422, ["Please fill this in."]]);
    const fields = { csrf: someone.csrf, email: "x@example.org", presentPassword: PASSWORD };
    expect((await own.post("/en/account/email", fields, as)).status).toBe(303);
  });

  test.each([
    "no-at-sign",
    "a@b",
    "a b@example.org",
    "a@example.org\r\nBcc: x@example.org",
    `${"x".repeat(250)}@example.org`,
  ])("%j is none", async (email) => {
    const reply = await change(await account(own), email);
    expect(reply.status).toBe(422);
  });

  test("that was never confirmed can be written to again", async () => {
    const { id, email, as, csrf } = await account(own);
    await own.app.db.pool.query("update people set email_verified_at = null where id = $1", [id]);
    expect((await own.page("/en/account", as)).text("main")).toContain("not confirmed");
    expect((await own.post("/en/account/email/confirmation", { csrf }, as)).status).toBe(303);
    await own.post(pathOf((await mail.next({ to: email })).links[0]), {});
    expect((await own.page("/en/account", as)).text("main")).not.toContain("not confirmed");
  });
});

describe("the handle", () => {
  const change = async (someone: { as: { cookie: string }; csrf: string }, handle: string) =>
    own.post("/en/account/handle", { csrf: someone.csrf, handle }, someone.as);

  test("is changed to a free one, whatever the case of its letters", async () => {
    const [one, other] = [await account(own), await account(own)];
    const taken = await change(one, other.handle.toUpperCase());
    expect([taken.status, problems(taken.text)]).toEqual([
      422,
      ["Somebody has this handle already. Choose another."],
    ]);
    expect((await change(one, one.handle.toUpperCase())).status).toBe(303);
    expect((await change(one, "أمينة")).status).toBe(303);
    expect((await sign("أمينة", PASSWORD)).status).toBe(200);
    expect((await own.page("/en/account", one.as)).text("main")).toContain("أمينة");
  });

  test.each([
    "admin",
    "the.steward",
    "a\u202eb-c",
    "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀",
    "аdam",
    "x".repeat(300_000),
    "ab",
    "",
  ])("%j is refused, and the form comes back", async (handle) => {
    const reply = await change(await account(own), handle.slice(0, 400_000));
    // What cannot be seen is taken out before it is judged.
    expect(reply.status).toBe(handle === "a\u202eb-c" ? 303 : 422);
  });
});

describe("the account's page", () => {
  test("shows devices in words, ends one, ends all others, and nobody else's", async () => {
    const someone = await account(own);
    const [second, third] = [await sessionOf(own, someone.id), await sessionOf(own, someone.id)];
    const stranger = await account(own);
    const page = await own.page("/en/account", someone.as);
    expect(page.texts(".card").filter((words) => words.includes("Firefox, Linux"))).toHaveLength(3);
    expect(page.html).not.toMatch(/127\.0\.0\.1/);
    const end = (session: string, { as, csrf } = someone) =>
      own.post("/en/account/devices/end", { csrf, session }, as);
    expect((await end(second.sessionId, stranger)).status).toBe(404);
    expect((await end("x")).status).toBe(400);
    expect(await isSignedIn(second.as)).toBe(true);
    expect((await end(second.sessionId)).headers.location).toBe("/en/account?done=session-ended");
    expect([await isSignedIn(second.as), await isSignedIn(third.as)]).toEqual([false, true]);
    await end("others");
    expect([await isSignedIn(third.as), await isSignedIn(someone.as), await isSignedIn(stranger.as)]).toEqual(
      [false, true, true],
    );
  });

  test("keeps the language of letters, and whether they are discreet", async () => {
    const { as, csrf } = await account(own);
    const before = await own.page("/en/account", as);
    expect(before.document.querySelector("[name=discreetMail]")?.hasAttribute("checked")).toBe(true);
    expect((await own.post("/en/account", { csrf, language: "fr" }, as)).status).toBe(303);
    const after = await own.page("/en/account", as);
    expect(after.document.querySelector("[name=discreetMail]")?.hasAttribute("checked")).toBe(false);
    expect(after.document.querySelector("option[selected]")?.getAttribute("value")).toBe("fr");
    expect((await own.post("/en/account", { csrf, language: "xx" }, as)).status).toBe(422);
    expect(csrfOf(after.html)).toBe(csrf);
  });

  test("tells which roles sleep, and what wakes them", async () => {
    const roles = [{ role: "curator" as const, region: "africa" }];
    const asleep = await account(own, { roles, secondFactor: false });
    const page = await own.page("/en/account", asleep.as);
    expect(page.text("main")).toContain("Curator, Africa asleep");
    expect(page.links(".notice a")).toEqual(["/en/account/second-factor"]);
    const awake = await withApp(own, { roles });
    const text = (await own.page("/en/account", awake.as)).text("main");
    expect(text).toContain("Curator, Africa");
    expect(text).not.toContain("asleep");
    expect(text).toContain("30 minutes");
  });
});
