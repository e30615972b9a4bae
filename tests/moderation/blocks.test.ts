/** Blocking and muting: what one's own pages fold, and what the other never learns. */
import type { Post, Thread } from "shared/board/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let amina: SignedIn;
let bakary: SignedIn;
let chiara: SignedIn;
let thread: number;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const member = (handle: string) => signedIn(app, { handle, regions: ["africa"] });
  [amina, bakary, chiara] = [await member("amina"), await member("bakary"), await member("chiara")];
  const body = { title: "A thread", body: "By amina", kind: "discussion", clientId: "t" };
  const made = await app.send<Thread>(
    "POST",
    "/api/v1/regions/africa/boards/general/threads",
    body,
    amina.as,
  );
  thread = made.body.id;
  const reply = { body: "By bakary", clientId: "r" };
  await app.send<Post>("POST", `/api/v1/threads/${thread}/posts`, reply, bakary.as);
});
afterAll(() => app.close());

const page = (person: SignedIn | null) => app.page(`/en/africa/board/threads/${thread}`, person?.as ?? {});
const isFolded = async (person: SignedIn | null, number: number) =>
  (await page(person)).document.querySelector(`#p${number} > details`) !== null;
const block = (person: SignedIn, handle: string, kind: string) =>
  app.post("/en/account/blocks", { csrf: person.csrf, handle, kind }, person.as);

test("a mute folds the other's posts for oneself alone", async () => {
  expect((await block(chiara, "Bakary", "mute")).status).toBe(303);
  expect(await isFolded(chiara, 2)).toBe(true);
  expect((await page(chiara)).text("#p2")).toContain("Folded: a post by bakary");
  expect(await isFolded(bakary, 1)).toBe(false);
  expect(await isFolded(null, 2)).toBe(false);
});

test("a block folds both for each other, and leaves no trace on the other's own list", async () => {
  expect((await block(amina, "bakary", "block")).status).toBe(303);
  expect([await isFolded(amina, 2), await isFolded(bakary, 1)]).toEqual([true, true]);
  const list = await app.page("/en/account/blocks", bakary.as);
  expect(list.text("main")).toContain("You block and mute nobody.");
  expect((await page(bakary)).html).not.toMatch(/block(ed|s) you/i);
});

test("ends when one likes, as a form and as data", async () => {
  const ended = await app.post("/en/account/blocks/end", { csrf: amina.csrf, handle: "bakary" }, amina.as);
  expect(ended.status).toBe(303);
  expect(await isFolded(amina, 2)).toBe(false);
  const put = await app.send("PUT", "/api/v1/account/blocks", { handle: "chiara", kind: "mute" }, amina.as);
  expect(put.status).toBe(200);
  const list = await app.get("/api/v1/account/blocks", amina.as);
  expect(JSON.parse(list.text)).toEqual({ items: [{ handle: "chiara", kind: "mute" }] });
  expect((await app.send("DELETE", "/api/v1/account/blocks/chiara", undefined, amina.as)).status).toBe(204);
});

test("is not for oneself, nor for nobody, and an e-mail address tells nothing", async () => {
  for (const handle of ["amina", "nobody-at-all", bakary.email])
    expect((await block(amina, handle, "block")).status).toBe(422);
});
