/** Documents that the platform keeps: what becomes of a PDF, who may read it, and what is refused. */
import { hash } from "node:crypto";
import { keptDocument } from "db/files/documents.ts";
import { cleanDocuments, takeDocument } from "server/files/documents.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { FileRefused, MAX_DOCUMENT_BYTES } from "shared/files/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";
import { lockedPdf, pdfOf, plainPdf, tellingPdf, unfoldingPdf } from "./pdfs.ts";
import { stillPictures } from "./pictures.ts";

let app: TestApp;
let clock = Date.now();
let person: Actor;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: () => new Date(clock) });
  const { id } = await signedIn(app);
  person = { id } as Actor;
});
afterAll(() => app.close());

const take = (bytes: Buffer) => takeDocument(app.app, person, bytes);
const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const urlOf = async (set: string) =>
  `/files/${(await sql("select hash from files where set = $1", [set]))[0]?.hash}`;
const trouble = (given: Buffer) =>
  take(given).then(
    () => "taken",
    (error: unknown) => (error instanceof FileRefused ? error.key.replace("files.trouble.", "") : error),
  );

describe("a PDF that is kept", () => {
  let set: string;
  beforeAll(async () => {
    set = await take(pdfOf("First page\nof the report", "", "The (third) page"));
  });

  test("is described as it is served: its digest, size, pages", async () => {
    await sql("update resources set file = $1 where id = (select min(id) from resources)", [set]);
    const { bytes, headers } = await app.get(await urlOf(set));
    expect(await keptDocument(app.app.db.queries, set)).toEqual({
      file: set,
      size: bytes.length,
      sha256: hash("sha256", bytes, "hex"),
      pages: 3,
    });
    expect(headers["content-disposition"]).toBe('attachment; filename="document.pdf"');
  });

  test("has its words by page; a page that is a picture has none", async () => {
    const [{ pages }] = await sql("select pages from resource_texts where file = $1", [set]);
    expect(pages).toEqual(["First page\nof the report", "", "The (third) page"]);
  });

  test("is there once, however often it is uploaded", async () => {
    expect(await take(pdfOf("First page\nof the report", "", "The (third) page"))).toBe(set);
  });

  test("tells nothing of who made it", async () => {
    const told = await take(tellingPdf(await stillPictures.jpeg()));
    const [{ id }] = await sql("select id::int from files where set = $1", [told]);
    const rows = await sql("select bytes from file_chunks where file_id = $1", [id]);
    expect(Buffer.concat(rows.map(({ bytes }) => bytes)).includes("A Person")).toBe(false);
    const [{ pages }] = await sql("select pages from resource_texts where file = $1", [told]);
    expect(pages.join()).not.toContain("A Person");
  });
});

describe("who may read it", () => {
  test("before it is public only curators, then everybody where its resource is", async () => {
    const set = await take(plainPdf());
    const url = await urlOf(set);
    const member = await signedIn(app, { regions: ["africa"] });
    const curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    const statuses = async () =>
      Promise.all([{}, member.as, curator.as].map(async (as) => (await app.get(url, as)).status));
    expect(await statuses()).toEqual([404, 404, 200]);
    await sql("update resources set file = $1 where id = (select max(id) from resources)", [set]);
    expect(await statuses()).toEqual([200, 200, 200]);
    await sql("update resources set file = null where file = $1", [set]);
    expect(await statuses()).toEqual([404, 404, 200]);
  });

  test("what was never used is gone after a day", async () => {
    const unused = await take(pdfOf("Never used"));
    clock += 25 * 60 * 60_000;
    await cleanDocuments(app.app);
    expect(await sql("select set from files where set = $1", [unused])).toEqual([]);
    expect(await keptDocument(app.app.db.queries, unused)).toBeNull();
    expect(await sql("select count(*)::int as count from files where owner_kind = 'document'")).toEqual([
      { count: 1 },
    ]);
  });
});

describe("what is refused, with its reason", () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ["nothing", "empty", () => Buffer.alloc(0)],
    ["a picture", "notPdf", () => stillPictures.png()],
    ["a page of the web that calls itself a PDF", "notPdf", () => Buffer.from("<html>%PDF-1.7 %%EOF")],
    ["half of one", "pdfBroken", () => plainPdf().subarray(0, 300)],
    ["one with rubbish inside", "pdfBroken", () => Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Ca\n%%EOF\n")],
    [
      "one with an archive behind it",
      "pdfMixed",
      () => Buffer.concat([plainPdf(), Buffer.from("PK\u0003\u0004")]),
    ],
    ["one that is locked", "pdfLocked", lockedPdf],
    ["one that is too large", "documentTooLarge", () => Buffer.alloc(MAX_DOCUMENT_BYTES + 1, "%PDF-1.7 ")],
    ["one that unfolds in memory", "pdfUnread", unfoldingPdf],
  ])("%s: %s", { timeout: 60_000 }, async (_what, reason, make) => {
    expect(await trouble(await make())).toBe(reason);
  });
});
