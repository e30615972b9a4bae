/** What curators may rely on when they write documents and partners at the desk, and upload a PDF. */
import type { Partner } from "shared/partners/contract.ts";
import type { Resource } from "shared/resources/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfOf } from "../files/pdfs.ts";
import { multipart } from "../organisations/forms.ts";
import { type FormFields, type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const API = "/api/v1/regions/africa";
const NEW = "/en/africa/desk/resources/new";

let app: TestApp;
let curator: SignedIn;
let elsewhere: SignedIn;
let member: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  elsewhere = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
  member = await signedIn(app, { regions: ["africa"] });
});
afterAll(() => app.close());

const paper = (more: FormFields = {}): FormFields => ({
  title: "Guide to the review of the second cycle",
  kind: "guide",
  language: "en",
  languages: ["fr", "ar"],
  publisher: "An institute",
  publishedOn: "2026-03",
  url: "https://example.org/guide",
  symbol: "CAC/COSP/2026/CRP.3",
  summary: "What civil society can do at each step of the review.",
  summaryLanguage: "en",
  countries: ["TN"],
  version: "0",
  ...more,
});

/** As a browser sends it. */
async function sendForm(path: string, fields: FormFields, pdf: Buffer | null = null, person = curator) {
  const file = pdf && { name: "document", fileName: "guide.pdf", bytes: pdf };
  const { body, headers } = multipart({ ...fields, csrf: person.csrf }, file);
  const reply = await app.app.fastify.inject({
    method: "POST",
    url: path,
    headers: { ...headers, ...person.as },
    payload: body,
  });
  return {
    status: reply.statusCode,
    location: String(reply.headers.location ?? ""),
    page: () => parsePage({ status: reply.statusCode, text: reply.payload } as never),
  };
}

const resources = async (query: string) =>
  (await app.json<{ items: Resource[] }>(`${API}/resources?${query}`)).body.items;

describe("a document", () => {
  test("with its PDF is public at once: on the list, as data, as words alone, and found", async () => {
    const reply = await sendForm(NEW, paper(), pdfOf("Step one: ask for the timetable", "Step two"));
    expect([reply.status, reply.location]).toEqual([303, expect.stringContaining("done=entryPublished")]);
    const [resource] = await resources("symbol=CAC%2FCOSP%2F2026%2FCRP.3");
    expect(resource).toMatchObject({
      slug: "guide-to-the-review-of-the-second-cycle",
      regions: ["africa"],
      countries: ["TN"],
      languages: ["fr", "ar"],
      source: "https://example.org/guide",
      verified: "page",
      file: { pages: 2, hasText: true },
    });
    expect((await app.get(resource?.file?.url ?? "")).status).toBe(200);
    const text = await app.page(`/fr/africa/resources/${resource?.slug}/text`);
    expect(text.text("main section")).toContain("Step one: ask for the timetable");
    const found = await app.get("/en/africa/search?q=second+cycle+guide+institute");
    expect(found.text.replace(/<[^>]+>/g, "")).toContain("Guide to the review of the second cycle");
  });

  test("keeps its PDF when it is edited, loses it when that is taken out, and history tells both", async () => {
    const path = "/en/africa/desk/resources/guide-to-the-review-of-the-second-cycle";
    const form = await app.page(path, curator.as);
    const value = (name: string) =>
      form.document.querySelector(`main [name="${name}"]`)?.getAttribute("value") ?? "";
    expect(form.links("main ul.row a").some((link) => link.includes("/resources?slug=guide"))).toBe(true);
    const file = value("file");
    expect(file).not.toBe("");
    const renamed = paper({ publisher: "Another institute", file, version: value("version") });
    expect((await sendForm(path, renamed)).status).toBe(303);
    const again = await app.page(path, curator.as);
    const version = again.document.querySelector('main [name="version"]')?.getAttribute("value") ?? "";
    const taken = await sendForm(path, paper({ file, version, removeDocument: "yes" }));
    expect(taken.status).toBe(200);
    expect(taken.page().document.querySelector('main [name="file"]')).toBeNull();
    expect((await sendForm(path, paper({ version }))).status).toBe(303);
    expect((await resources("symbol=CAC%2FCOSP%2F2026%2FCRP.3"))[0]?.file).toBeNull();
    const history = await app.page(`${path}/history`, curator.as);
    expect(history.text("main")).toContain("File");
    expect(history.text("main")).toContain("Another institute");
  });

  test.each<[string, FormFields, Buffer | null, RegExp]>([
    ["no address, no PDF, no symbol", { url: "", symbol: "" }, null, /address, a PDF or a symbol/],
    ["a symbol that is none", { symbol: "see the website" }, null, /capitals and a number/],
    ["its own language twice", { languages: ["en"] }, null, /further ones/],
    ["a kind that there is not", { kind: "poem" }, null, /./],
    ["a country that there is not", { countries: ["ZZ"] }, null, /ZZ/],
    ["a day that no calendar has", { publishedOn: "2026-02-31" }, null, /./],
    ["a file that is not kept", { file: "nothing" }, null, /not kept any more/],
    ["a page of the web for a PDF", {}, Buffer.from("<html></html>"), /not a PDF/],
    ["half a PDF", {}, pdfOf("Whole").subarray(0, 200), /damaged/],
  ])("is refused with %s, and comes back as it was typed", async (_what, fields, pdf, reason) => {
    const reply = await sendForm(NEW, paper({ title: "Refused", ...fields }), pdf);
    expect(reply.status).toBe(422);
    const page = reply.page();
    expect(page.text("main form.form .notice")).toMatch(reason);
    expect(page.document.querySelector('main [name="title"]')?.getAttribute("value")).toBe("Refused");
    expect((await resources("limit=100")).some(({ title }) => title === "Refused")).toBe(false);
  });

  test("a PDF that was taken stays while the rest of the form is corrected", async () => {
    const wrong = await sendForm(NEW, paper({ title: "Kept", symbol: "none" }), pdfOf("Kept words"));
    expect(wrong.status).toBe(422);
    const file = wrong.page().document.querySelector('main [name="file"]')?.getAttribute("value") ?? "";
    expect((await sendForm(NEW, paper({ title: "Kept", symbol: "", file }))).status).toBe(303);
    expect((await resources("limit=100")).find(({ title }) => title === "Kept")?.file?.pages).toBe(1);
  });

  test("by JSON: a PDF is uploaded first, then named", async () => {
    const upload = async (pdf: Buffer, person: SignedIn) => {
      const { body, headers } = multipart({}, { name: "file", fileName: "a.pdf", bytes: pdf });
      const url = `${API}/documents`;
      return app.app.fastify.inject({
        method: "POST",
        url,
        headers: { ...headers, ...person.as },
        payload: body,
      });
    };
    const refused = await upload(Buffer.from("no PDF"), curator);
    expect([refused.statusCode, refused.json().problems[0].message]).toEqual([
      400,
      expect.stringContaining("PDF"),
    ]);
    for (const person of [elsewhere, member]) expect((await upload(pdfOf("x"), person)).statusCode).toBe(403);
    const uploaded = await upload(pdfOf("By a program"), curator);
    expect(uploaded.statusCode).toBe(201);
    const { file, sha256 } = uploaded.json();
    const { version: _version, url: _url, symbol: _symbol, ...rest } = paper({ title: "By a program" });
    const body = { ...rest, file, publish: true };
    const { status, body: made } = await app.send<Resource>("POST", `${API}/resources`, body, curator.as);
    expect([status, made.file?.sha256, made.url]).toEqual([201, sha256, null]);
    expect((await app.send("POST", `${API}/resources`, body, elsewhere.as)).status).toBe(403);
    expect((await app.page("/en/africa/resources?slug=by-a-program")).links("main h2 a")).toEqual([
      made.file?.url,
    ]);
  });

  test("a member proposes a link, and is not asked for a PDF", async () => {
    const page = await app.page("/en/africa/propose/resources", member.as);
    expect([page.status, page.document.querySelector('main [type="file"]')]).toEqual([200, null]);
    const fields = { ...paper({ title: "Proposed paper" }), csrf: member.csrf };
    expect((await app.post("/en/africa/propose/resources", fields, member.as)).status).toBe(303);
    expect((await app.page("/en/africa/desk/resources", curator.as)).text("main")).toContain(
      "Proposed paper",
    );
  });
});

describe("a partner", () => {
  const fields = {
    name: "Network of auditors",
    kind: "network",
    url: "https://example.org/network",
    summary: "Audit institutions that work with civil society.",
    language: "en",
    version: "0",
  };

  test("is published, changed and withdrawn by the region's curators alone", async () => {
    const path = "/fr/africa/desk/partners/new";
    expect((await app.post(path, { ...fields, csrf: elsewhere.csrf }, elsewhere.as)).status).toBe(403);
    const made = await app.post(path, { ...fields, csrf: curator.csrf }, curator.as);
    expect(made.headers.location).toContain("/fr/africa/desk/partners/network-of-auditors?done=");
    const listed = async () =>
      (await app.json<{ items: Partner[] }>(`${API}/partners?limit=100`)).body.items.find(
        ({ slug }) => slug === "network-of-auditors",
      );
    expect(await listed()).toMatchObject({ regions: ["africa"], source: "https://example.org/network" });
    const page = await app.page("/fr/africa/partners");
    expect(page.document.getElementById("network-of-auditors")?.textContent).toContain("Network of auditors");
    const change = { version: 1, kind: "initiative" };
    const at = `${API}/partners/network-of-auditors`;
    expect((await app.send("PATCH", at, change, elsewhere.as)).status).toBe(403);
    expect((await app.send("PATCH", at, change, curator.as)).status).toBe(200);
    expect((await app.send("PATCH", at, change, curator.as)).status).toBe(409);
    expect((await listed())?.kind).toBe("initiative");
    const withdrawn = await app.send(
      "POST",
      `${at}/withdrawal`,
      { version: 2, reason: "It ended" },
      curator.as,
    );
    expect(withdrawn.status).toBe(200);
    expect(await listed()).toBeUndefined();
  });

  test("without an address, or of a kind that there is not, is refused", async () => {
    for (const wrong of [{ url: "" }, { url: "ftp://example.org" }, { kind: "friend" }]) {
      const reply = await app.post(
        "/en/africa/desk/partners/new",
        { ...fields, ...wrong, csrf: curator.csrf },
        curator.as,
      );
      expect(reply.status).toBe(422);
    }
  });
});
