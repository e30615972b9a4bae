/** The weekly letter of the desk: to whom it is due, what it tells, once a week, and how it ends. */
import { setImmediate } from "node:timers/promises";
import { sendDeskLetters } from "server/desk/letters.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";
import { oneOfEach } from "./waiting.ts";

const DAY = 86_400_000;

let mail: TestMail;
let app: TestApp;
let curator: SignedIn;
let moderator: SignedIn;
let now = nextMonday(new Date());

function nextMonday(from: Date): Date {
  const morning = new Date(`${from.toISOString().slice(0, 10)}T04:30:00Z`);
  return new Date(morning.getTime() + ((8 - morning.getUTCDay()) % 7 || 7) * DAY);
}
const weekLater = () => {
  now = new Date(now.getTime() + 7 * DAY);
};
const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const received = (person: SignedIn) => mail.received().filter(({ to }) => to === person.email);
const pathOf = (url: string) => url.slice(new URL(url).origin.length);

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  app.app.now = () => now;
  const member = await signedIn(app, { regions: ["africa"] });
  await oneOfEach(app, member.id);
  curator = await signedIn(app, { language: "ar", roles: [{ role: "curator", region: "africa" }] });
  moderator = await signedIn(app, { roles: [{ role: "moderator", region: "africa" }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

describe("on Mondays", () => {
  test("staff are told how much waits, in their language, and nothing that tells about anybody", async () => {
    await sendDeskLetters(app.app);
    const letter = await mail.next({ to: moderator.email });
    expect(letter.subject).toBe("Your week");
    expect(letter.text).toContain("1 flag");
    expect(letter.text).toContain("1 appeal");
    expect(letter.text).not.toContain("correction");
    expect(letter.links.map(pathOf)).toEqual(
      expect.arrayContaining(["/en/africa/desk", "/en/africa/desk?kind=flag"]),
    );
    for (const name of ["Welcome to the board", "Water for all", "A proposal"])
      expect(letter.raw).not.toContain(name);
    const arabic = await mail.next({ to: curator.email });
    expect(arabic.html).toContain('dir="rtl"');
    expect(arabic.text).toContain("اقتراح واحد");
  });

  test("once, whichever nodes look, again after a restart; and the next week again", async () => {
    const before = mail.received().length;
    await sendDeskLetters(app.app);
    expect((await sql("select from pgboss.job where name = 'mail' and state < 'completed'")).rowCount).toBe(
      0,
    );
    weekLater();
    await Promise.all([sendDeskLetters(app.app), sendDeskLetters(app.app)]);
    await mail.next({ to: moderator.email });
    await mail.next({ to: curator.email });
    expect(mail.received().length).toBe(before + 2);
  });

  test("who sees nothing waiting hears nothing", async () => {
    const idle = await signedIn(app, { roles: [{ role: "moderator", region: "south-east-europe" }] });
    weekLater();
    await sendDeskLetters(app.app);
    await mail.next({ to: curator.email });
    await setImmediate();
    expect(received(idle)).toEqual([]);
    expect((await sql("select from desk_settings where person_id = $1", [idle.id])).rowCount).toBe(0);
  });
});

describe("it ends", () => {
  const weekly = async (person: SignedIn) =>
    (await sql("select weekly from desk_settings where person_id = $1", [person.id])).rows[0]?.weekly;

  test("by one click in the mail programme, by the button behind its link, and comes back by a switch", async () => {
    const letter = received(curator).at(-1);
    expect(letter?.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const stop = pathOf((letter?.header("list-unsubscribe") ?? "").replace(/[<>]/g, ""));
    expect((await app.page(stop)).texts("main button")).toHaveLength(1);
    expect(await weekly(curator)).toBe(true);
    expect((await app.post(stop, { "List-Unsubscribe": "One-Click" })).status).toBe(303);
    expect(await weekly(curator)).toBe(false);
    const count = received(curator).length;
    weekLater();
    await sendDeskLetters(app.app);
    await mail.next({ to: moderator.email });
    expect(received(curator)).toHaveLength(count);
    const { csrf, as } = await sessionOf(app, curator.id);
    expect((await app.post("/en/africa/desk/letter", { csrf, weekly: "on" }, as)).status).toBe(303);
    await sendDeskLetters(app.app);
    await mail.next({ to: curator.email });
    expect((await app.get("/en/desk-mail/stop?of=made-up")).status).toBe(404);
  });

  test("with the role", async () => {
    await sql("delete from roles where person_id = $1", [moderator.id]);
    const count = received(moderator).length;
    weekLater();
    await sendDeskLetters(app.app);
    await mail.next({ to: curator.email });
    expect(received(moderator)).toHaveLength(count);
  });
});
