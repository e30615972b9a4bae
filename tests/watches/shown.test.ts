/** What others see of a person on the board is the person's own choice, and off until it is made. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
});
afterAll(() => app.close());

test("presence and typing are shown by who ticks them, and by nobody else", async () => {
  const person = await signedIn(app, { regions: ["africa"] });
  const path = "/en/account/board-mail";
  const ticked = async () =>
    [...(await app.page(path, person.as)).document.querySelectorAll("input[type=checkbox][checked]")].map(
      (box) => box.getAttribute("name"),
    );
  expect(await ticked()).toEqual([]);
  const fields = { csrf: person.csrf, mail: "weekly", presence: "on", typing: "on" };
  expect((await app.post(path, fields, person.as)).status).toBe(303);
  expect(await ticked()).toEqual(["presence", "typing"]);
  expect((await app.post(path, { csrf: person.csrf, mail: "weekly" }, person.as)).status).toBe(303);
  expect(await ticked()).toEqual([]);
});
