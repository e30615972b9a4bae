/** Half an hour of a curator, from an empty inbox to page, feed, mail and map; without scripts, on two nodes. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import { publishDue } from "server/entries/clock.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FormFields, type Reply, type TestApp, testApp } from "../setup/app.ts";
import { freshDatabase } from "../setup/database.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

const REGION = "/en/africa";
const DESK = `${REGION}/desk`;
/** Of a publish, on every node: page, feed, search, sitemap, data. */
const soon = { timeout: 2_000, interval: 50 };

const FEED = (
  origin: string,
) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Auditors’ news</title>
  <link>${origin}</link><description>News</description>${["One", "Two", "Three"]
    .map(
      (name, day) => `<item><title>${name} of the auditors’ reports</title><link>${origin}/${name}</link>
  <pubDate>Fri, ${18 + day} Nov 2026 10:00:00 GMT</pubDate><description>Words of the source</description></item>`,
    )
    .join("")}</channel></rss>`;

describe("a curator", () => {
  let mail: TestMail;
  let one: TestApp;
  let two: TestApp;
  let curator: SignedIn;
  let source: Server;
  let origin: string;
  let now = new Date("2026-11-22T08:00:00Z");

  beforeAll(async () => {
    source = createServer((_request, reply) => {
      reply.setHeader("content-type", "application/rss+xml").end(FEED(origin));
    });
    await new Promise<void>((resolve) => source.listen(0, "127.0.0.1", resolve));
    const address = `127.0.0.1:${(source.address() as AddressInfo).port}`;
    origin = `http://${address}`;
    mail = await testMail();
    const databaseUrl = await freshDatabase();
    const settings = { ...mail.settings, FETCH_ALLOW: address };
    one = await testApp({ databaseUrl, settings, now: () => now });
    two = await testApp({ databaseUrl, settings, now: () => now });
    curator = await signedIn(one, { handle: "curator", roles: [{ role: "curator", region: "africa" }] });
  });
  afterAll(async () => {
    await Promise.all([one?.close(), two?.close()]);
    await mail?.close();
    source?.close();
  });

  /** The clock goes on; the curator stays signed in. */
  const goOn = async (to: string) => {
    now = new Date(to);
    Object.assign(curator, await sessionOf(one, curator.id));
  };
  /** Opens a form as it stands, changes some of its fields, and sends it; follows to the page that says what was done. */
  const fill = async (path: string, fields: FormFields, form = "main form.form"): Promise<Reply> => {
    const page = await one.page(path, curator.as);
    expect(page.status, path).toBe(200);
    const action = page.document.querySelector(form)?.getAttribute("action") ?? path;
    return one.post(action, { ...page.fields(form), ...fields }, curator.as);
  };
  const wentTo = (reply: Reply): string => {
    expect(reply.status, reply.text.slice(0, 3000)).toBe(303);
    return reply.headers.location?.split("?")[0] ?? "";
  };
  const visitorSees = (path: string, words: string) =>
    expect
      .poll(async () => (await two.get(path)).text.replace(/<[^>]+>/g, ""), { ...soon, message: path })
      .toContain(words);

  test("adds a feed to an empty inbox, publishes two of its items and schedules a third", async () => {
    expect((await one.page(`${DESK}/feeds`, curator.as)).text("main")).toContain("No feed");
    wentTo(await fill(`${DESK}/feeds/sources`, { url: `${origin}/feed` }));
    const items = () => one.page(`${DESK}/feeds`, curator.as);
    await expect
      .poll(async () => (await items()).text("main"), soon)
      .toContain("Three of the auditors’ reports");
    const drafts = async (name: string) => {
      const page = await items();
      const buttons = [
        ...page.document.querySelectorAll("main button[formaction*='/draft'], main form[action*='/draft']"),
      ];
      const button = buttons.find((one) =>
        one.closest("li")?.textContent?.includes(`${name} of the auditors`),
      );
      const action = button?.getAttribute("formaction") ?? button?.getAttribute("action") ?? "";
      return wentTo(await one.post(action, { csrf: curator.csrf }, curator.as));
    };
    const written = { summary: "Auditors tell what they found.", countries: ["KE"], language: "en" };
    const slugs: string[] = [];
    for (const name of ["One", "Two"]) {
      const draft = await drafts(name);
      const published = wentTo(await fill(draft, { ...written, do: "publish" }));
      slugs.push(published.split("/").at(-1) ?? "");
    }
    const third = await drafts("Three");
    const later = { publishOn: "2026-11-22", publishTime: "08:05", do: "schedule" };
    wentTo(await fill(third, { ...written, ...later }));
    for (const [place, name] of ["One", "Two"].entries()) {
      const title = `${name} of the auditors’ reports`;
      await visitorSees(`${REGION}/news/${slugs[place]}`, title);
      await visitorSees(`${REGION}/news.atom`, title);
      await visitorSees(`${REGION}/countries/ke`, title);
      await visitorSees("/data/news.csv", title);
    }
    expect((await two.get(`${REGION}/news`)).text).not.toContain("Three of");
    await goOn("2026-11-22T08:06:00Z");
    await publishDue(two.app);
    await visitorSees(`${REGION}/news`, "Three of the auditors’ reports");
    expect((await items()).text("main")).not.toContain("Three of");
  });

  test("makes a workshop; people register to the limit, the next waits, and moves up", async () => {
    const made = await fill(`${DESK}/events/new`, {
      title: "Workshop on asset declarations",
      kind: "workshop",
      summary: "Two days on how declarations of assets are read.",
      language: "en",
      organiser: "A CSO of Kenya",
      runBy: "Trainers of two CSOs",
      audience: "Editors and lawyers",
      countries: ["KE"],
      startsOn: "2027-01-20",
      startsTime: "09:00",
      endsOn: "2027-01-21",
      timeZone: "Africa/Nairobi",
      "place.name": "Nairobi",
      "place.iso2": "KE",
      source: `${origin}/workshop`,
      registration: "on",
      capacity: "2",
    });
    const slug = wentTo(made).split("/").at(-1);
    const event = `${REGION}/events/${slug}`;
    await visitorSees(event, "Trainers of two CSOs");
    await visitorSees(`${REGION}/events.ics`, "Workshop on asset declarations");
    const ends: string[] = [];
    for (const name of ["first", "second", "third"]) {
      const email = `${name}@example.org`;
      expect((await two.post(`${event}/register`, { name, email, ...solved(two) })).status).toBe(303);
      const asked = await mail.next({ to: email });
      await two.post(pathOf(asked.links[0]), {});
      ends.push(pathOf((await mail.next({ to: email })).links[0]));
    }
    const list = `${DESK}/events/${slug}/registrations`;
    expect((await one.page(list, curator.as)).text()).toContain("third@example.org");
    expect((await two.get(list)).headers.location).toContain("sign-in");
    const withdrawing = await one.page(`${DESK}/events/${slug}/withdraw`, curator.as);
    expect(withdrawing.text("main .notice")).toContain("3 people are registered");
    await two.post(ends[0] ?? "", {});
    const moved = await mail.next({ to: "third@example.org" });
    expect(moved.text).toContain("place");
  });

  test("answers a correction: the fact changes with its source, and whoever gave it is told", async () => {
    const wrong = `${REGION}/countries/tn/correct?fact=review.2.focalPointInstitution`;
    const given = { value: "A court of auditors", source: `${origin}/court`, email: "giver@example.org" };
    expect((await two.post(wrong, { ...given, ...solved(two) })).status).toBe(303);
    const desk = await one.page(DESK, curator.as);
    const path = desk.links("main a[href]").find((href) => /desk\/corrections\/\d+/.test(href));
    wentTo(await fill(path ?? "", { decision: "accept" }));
    expect((await mail.next({ to: "giver@example.org" })).text).toContain("Tunisia");
    await visitorSees(`${REGION}/countries/tn`, "A court of auditors");
    await visitorSees(`${REGION}/reviews.atom`, "Tunisia");
  });

  test("updates the reviews of three countries by one table, seen on page, feed, data and map", async () => {
    const { text } = await one.get(`${DESK}/reviews/table.csv`, curator.as);
    const [head = [], ...rows] = parse(text, { columns: false, bom: true });
    const changed = ["KE", "TN", "GH"].map((iso2) => {
      const row = rows.find(
        (cells) => cells[head.indexOf("iso2")] === iso2 && cells[head.indexOf("cycle")] === "2",
      );
      return head.map((name, place) => {
        if (name === "focalPointInstitution") return `An institution of ${iso2}`;
        if (name === "status") return "completed";
        if (name === "source") return `${origin}/reviews`;
        return name === "asOf" ? "2026-11-20" : (row?.[place] ?? "");
      });
    });
    const csv = [head, ...changed].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"),
    );
    const page = `${DESK}/reviews/import`;
    const tried = parsePage(await one.post(page, { csrf: curator.csrf, text: csv.join("\r\n") }, curator.as));
    expect(tried.text("main")).toContain("An institution of GH");
    expect((await two.get(`${REGION}/countries/gh`)).text).not.toContain("An institution of GH");
    const sent = tried.fields("main section form");
    expect((await one.post(page, sent, curator.as)).status).toBe(303);
    for (const iso2 of ["ke", "tn", "gh"])
      await visitorSees(`${REGION}/countries/${iso2}`, `An institution of ${iso2.toUpperCase()}`);
    await visitorSees(`${REGION}/reviews.atom`, "Ghana");
    await visitorSees("/data/reviews.csv", "An institution of KE");
    const onMap = async () =>
      parsePage(await two.get(REGION))
        .document.querySelector("svg a[href$='/countries/gh']")
        ?.getAttribute("aria-label");
    await expect.poll(onMap, soon).toContain("Second review cycle: completed");
  });
});

function pathOf(url: string | undefined): string {
  const { pathname, search } = new URL(url ?? "", "http://127.0.0.1");
  return pathname + search;
}
