/** Pictures of news and events: taken at the desk, seen by whom the record is for, never without words. */

import { cleanFiles } from "server/files/uploads.ts";
import type { Article } from "shared/news/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stillPictures } from "../files/pictures.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const DESK = "/en/africa/desk/news";
const BOUNDARY = "xxxxboundaryxxxx";

let app: TestApp;
let curator: SignedIn;
let other: SignedIn;
let now = new Date("2026-11-22T12:00:00Z");

beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: () => now });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  other = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
});
afterAll(() => app.close());

async function send(address: string, fields: Record<string, string>, picture?: Buffer) {
  const form = await app.page(address, curator.as);
  const parts = Object.entries({ ...form.fields(), ...fields }).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`),
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="coverFile"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join("")),
    ...(picture ? [Buffer.from(head), picture, Buffer.from("\r\n")] : []),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  const headers = { ...curator.as, "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  const {
    statusCode,
    headers: answer,
    body,
  } = await app.app.fastify.inject({ method: "POST", url: address, headers, payload });
  return { status: statusCode, headers: answer as Record<string, string>, text: body };
}

const item = {
  title: "With a picture",
  language: "en",
  summary: "What the picture shows is said in words.",
  url: "https://example.org/picture",
  countries: "KE",
};
const statusOf = async (url: string, person?: SignedIn) =>
  (await app.app.fastify.inject({ url, headers: person?.as ?? {} })).statusCode;

test("a picture is kept with the draft for those who keep the desk, and for anyone once it is public", async () => {
  const wordless = await send(`${DESK}/new`, { ...item, do: "publish" }, await stillPictures.png());
  expect(wordless.status).toBe(422);
  expect(wordless.text).toContain("Say what is to be seen on the picture.");
  const kept = await send(
    `${DESK}/new`,
    { ...item, coverText: "A courtroom", do: "draft" },
    await stillPictures.png(),
  );
  const address = String(kept.headers.location).split("?")[0] ?? "";
  const cover = String((await app.page(address, curator.as)).fields().cover);
  expect([await statusOf(cover), await statusOf(cover, other), await statusOf(cover, curator)]).toEqual([
    404, 404, 200,
  ]);
  expect((await send(address, { do: "publish" })).status).toBe(303);
  expect(await statusOf(cover)).toBe(200);
  const { body } = await app.json<Article>("/api/v1/regions/africa/news/with-a-picture");
  expect(body.cover).toEqual({ url: cover, alt: "A courtroom", width: 600, height: 300 });
  const page = await app.page("/en/africa/news/with-a-picture");
  expect(page.document.querySelector("main img")?.getAttribute("alt")).toBe("A courtroom");
  const saving = await app.page("/en/africa/news/with-a-picture?saver=1");
  expect(saving.document.querySelector("main img")).toBeNull();
});

test("it stays as long as something shows it, and goes after it was taken away", async () => {
  const address = `${DESK}/with-a-picture`;
  const cover = String((await app.page(address, curator.as)).fields().cover);
  now = new Date("2026-11-25T12:00:00Z");
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  await cleanFiles(app.app);
  expect(await statusOf(cover)).toBe(200);
  expect((await send(address, { removeCover: "on" })).status).toBe(303);
  await cleanFiles(app.app);
  expect(await statusOf(cover, curator)).toBe(404);
});

test("what is no picture is told, and another person's upload is not taken", async () => {
  const broken = await send(`${DESK}/new`, item, Buffer.from("<svg></svg>"));
  expect(broken.status).toBe(422);
  expect(parsePage(broken).fields()).toMatchObject({ title: "With a picture" });
  const foreign = { ...item, countries: ["KE"], cover: "/files/nobodys", coverText: "A house" };
  const refused = await app.send("POST", "/api/v1/regions/africa/news", foreign, curator.as);
  expect(refused.status).toBe(400);
});
