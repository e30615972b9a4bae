/** The desk's page for files, as a browser without JavaScript uses it: upload, look at the rows, take them in, or forget them. */
import { forgetOldIntakes } from "server/intake/steps.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const PATH = "/en/africa/desk/import";
const HEAD = "name,iso2,summary,source";
const SOURCE = "https://example.org/about";

let app: TestApp;
let curator: SignedIn;
let later = 0;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: () => new Date(Date.now() + later) });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(() => app.close());

const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const upload = (text: string, more: Record<string, string> = {}, path = PATH) => {
  const fields = { kind: "organisations", encoding: "unicode", text, csrf: curator.csrf, ...more };
  return app.post(path, fields, curator.as);
};
const check = (query = "") => app.page(`${PATH}/check${query}`, curator.as);

/** Presses the button of the page as it is. */
async function press(what?: string) {
  const page = await check();
  const value = (name: string) =>
    page.document.querySelector(`main form [name="${name}"]`)?.getAttribute("value") ?? "";
  const fields = { csrf: curator.csrf, token: value("token"), digest: value("digest") };
  return app.post(`${PATH}/check`, what === undefined ? fields : { ...fields, what }, curator.as);
}

test("a file is looked at row by row, taken in, and not kept", async () => {
  const sent = await upload(`${HEAD}\nLamu Ledger,KE,Reads ledgers.,${SOURCE}`);
  expect(sent.headers.location).toBe(`${PATH}/check`);
  const page = await check();
  const main = page.document.querySelector("main");
  expect(main?.textContent).toContain("1 record is new");
  expect(main?.textContent).toContain("Lamu Ledger");
  expect(await sql("select 1 from organisations where name = 'Lamu Ledger'")).toEqual([]);
  expect((await press()).headers.location).toBe(`${PATH}/check`);
  expect((await check()).document.querySelector("main")?.textContent).toContain("The file was taken in.");
  expect((await app.get("/en/africa/organisations/lamu-ledger")).status).toBe(200);
  expect(await sql("select content from intakes where state = 'done'")).toEqual([{ content: "" }]);
});

test("before and after stand beside each other, also in Arabic", async () => {
  await upload(`name,iso2,summary\nLamu Ledger,KE,Reads all ledgers.`);
  const page = await check("?fate=changed");
  expect(page.document.querySelector("main del")?.textContent).toBe("Reads ledgers.");
  expect(page.document.querySelector("main ins")?.textContent).toBe("Reads all ledgers.");
  const arabic = await app.page("/ar/africa/desk/import/check", curator.as);
  expect(arabic.document.querySelector("main")?.textContent).toContain("سجل واحد يتغير");
});

test("what changed meanwhile is looked at once more before anything is written", async () => {
  await upload(`name,iso2,summary\nLamu Ledger,KE,Reads many ledgers.`);
  const page = await check();
  const form = (name: string) =>
    page.document.querySelector(`main [name="${name}"]`)?.getAttribute("value") ?? "";
  await sql("update organisations set summary = 'Changed by somebody.' where name = 'Lamu Ledger'");
  const fields = { csrf: curator.csrf, token: form("token"), digest: form("digest") };
  const again = await app.post(`${PATH}/check`, fields, curator.as);
  expect(again.status).toBe(422);
  expect(again.text).toContain("Something changed since this page was made");
  expect(again.text).toContain("Changed by somebody.");
  expect((await press()).status).toBe(303);
  const [row] = await sql("select summary from organisations where name = 'Lamu Ledger'");
  expect(row.summary).toBe("Reads many ledgers.");
});

test("a refused row leaves no way to take the file in", async () => {
  await upload(`${HEAD}\nGood Watch,KE,Text.,${SOURCE}\nBad Watch,Kenya,Text.,${SOURCE}`);
  const page = await check();
  expect(page.document.querySelector("main")?.textContent).toContain(
    "Nothing can be taken in while a row is refused",
  );
  expect((await press()).status).toBe(422);
  expect((await press("forget")).headers.location).toBe(`${PATH}?done=intake-forgotten`);
  expect((await check()).document.querySelector("main")?.textContent).toContain("No file is waiting.");
  expect(await sql("select 1 from organisations where name = 'Good Watch'")).toEqual([]);
});

test("what cannot be read is told beside the field, in the page's language", async () => {
  const refused = await upload("a,b\n1", {}, "/fr/africa/desk/import");
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("La ligne 2 a 1 cellule");
  expect((await upload("")).status).toBe(422);
});

test("a long file is written behind the page, which tells how far it is", async () => {
  const rows = Array.from({ length: 1_500 }, (_, n) => `Long Watch ${n},KE,Text of row ${n}.,${SOURCE}`);
  await upload(`${HEAD}\n${rows.join("\n")}`);
  expect((await check("?after=100")).document.querySelectorAll("main h3")).toHaveLength(100);
  const started = performance.now();
  await press();
  expect(performance.now() - started).toBeLessThan(10_000);
  await expect
    .poll(async () => (await sql("select state from intakes"))[0].state, { timeout: 60_000, interval: 200 })
    .toBe("done");
  const [{ n }] = await sql("select count(*)::int as n from organisations where name like 'Long Watch %'");
  expect(n).toBe(1_500);
}, 90_000);

describe("a file that nobody came back to", () => {
  test("is forgotten after some hours", async () => {
    await upload(`${HEAD}\nOld Watch,KE,Text.,${SOURCE}`);
    expect(await forgetOldIntakes(app.app)).toBe(0);
    later = 3 * 3_600_000;
    expect(await forgetOldIntakes(app.app)).toBe(1);
    later = 0;
  });

  test("is nobody else's to see", async () => {
    await upload(`${HEAD}\nOwn Watch,KE,Text.,${SOURCE}`);
    const other = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    const page = await app.page(`${PATH}/check`, other.as);
    expect(page.document.querySelector("main")?.textContent).toContain("No file is waiting.");
  });
});
