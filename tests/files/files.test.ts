/** What anyone may rely on at a file's address. */
import { addPicture, dropPicture } from "db/files/changes.ts";
import { transaction } from "db/transaction.ts";
import { asFiles } from "server/files/actions.ts";
import { makePicture } from "server/files/picture.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";
import { stillPictures } from "./pictures.ts";

let app: TestApp;
let own: { url: string; type: string; width: number; height: number }[];

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  await giveLogo("aneej", "first");
  own = (await app.json<{ logo: typeof own }>("/api/v1/regions/africa/organisations/aneej")).body.logo;
});
afterAll(() => app.close());

async function giveLogo(slug: string, set: string): Promise<void> {
  const variants = await makePicture(await stillPictures.png());
  const { rows } = await app.app.db.pool.query("select id from organisations where slug = $1", [slug]);
  const ownerId = Number(rows[0].id);
  await transaction(app.app.db, (tx) =>
    addPicture(tx, {
      ownerKind: "organisation",
      ownerId,
      set,
      uploadedBy: null,
      files: asFiles(app.app, `organisation:${ownerId}`, variants),
    }),
  );
  await app.app.db.pool.query("update organisations set logo = $1 where slug = $2", [set, slug]);
}

const status = (path: string, headers = {}) => app.get(path, headers).then((reply) => reply.status);

test("a logo of a visible organisation is anybody's to see, in every size and kind", async () => {
  expect(own.map(({ type, width }) => `${type} ${width}`)).toEqual([
    "image/avif 96",
    "image/avif 192",
    "image/avif 384",
    "image/png 192",
    "image/webp 96",
    "image/webp 192",
    "image/webp 384",
  ]);
  for (const { url, type } of own) {
    const reply = await app.get(url);
    expect([reply.status, reply.headers["content-type"]]).toEqual([200, type]);
    expect(reply.bytes.length).toBe(Number(reply.headers["content-length"]));
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
    expect(reply.headers["content-disposition"]).toMatch(/^inline; filename="logo-\d+\.(avif|webp|png)"$/);
    expect(reply.headers["cache-control"]).toBe("public, no-cache");
  }
});

test("whoever has it already is told that it still holds", async () => {
  const url = own[0]?.url ?? "";
  const { etag = "" } = (await app.get(url)).headers;
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const again = await app.get(url, { "if-none-match": `"other", ${etag}` });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  expect(await status(url, { "if-none-match": '"other"' })).toBe(200);
});

test("the same picture of another organisation has other addresses", async () => {
  await giveLogo("transparency-international-kenya", "second");
  const other = (
    await app.json<{ logo: typeof own }>(
      "/api/v1/regions/africa/organisations/transparency-international-kenya",
    )
  ).body.logo;
  expect(other.length).toBe(own.length);
  expect(other.map(({ url }) => url).filter((url) => own.some((one) => one.url === url))).toEqual([]);
});

test("a file in several parts comes as it went", async () => {
  const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, place) => place % 251));
  const { rows } = await app.app.db.pool.query("select id, logo from organisations where slug = 'aneej'");
  const file = { hash: "large", variant: "png-384", type: "image/png", width: 1, height: 1, bytes };
  const picture = { ownerKind: "organisation", ownerId: Number(rows[0].id), set: "first", uploadedBy: null };
  await transaction(app.app.db, (tx) => addPicture(tx, { ...picture, files: [file] }));
  expect((await app.get("/files/large")).bytes.equals(bytes)).toBe(true);
});

test("its head alone says how long it is", async () => {
  const { url = "" } = own[0] ?? {};
  const reply = await app.app.fastify.inject({ method: "HEAD", url });
  const whole = await app.get(url);
  expect([reply.statusCode, reply.headers["content-length"], reply.rawPayload.length]).toEqual([
    200,
    whole.headers["content-length"],
    0,
  ]);
});

test("nothing stands at an address that nobody gave", async () => {
  for (const path of [
    "/files/nothing",
    "/files/%00",
    "/files/..%2f..%2fetc%2fpasswd",
    `/files/${"a".repeat(250)}`,
  ])
    expect(await status(path), path).toBe(404);
});

test("the logo of an organisation that hides is nowhere at once, and there again after", async () => {
  const url = own[0]?.url ?? "";
  const { etag = "" } = (await app.get(url)).headers;
  await app.app.db.pool.query("update organisations set status = 'hidden' where slug = 'aneej'");
  expect(await status(url)).toBe(404);
  expect(await status(url, { "if-none-match": etag })).toBe(404);
  const { rows } = await app.app.db.pool.query("select id::int from organisations where slug = 'aneej'");
  const owner = await signedIn(app, { memberships: [{ organisationId: rows[0].id, role: "owner" }] });
  const stranger = await signedIn(app, { regions: ["africa"] });
  const forOwner = await app.get(url, owner.as);
  expect([forOwner.status, forOwner.headers["cache-control"]]).toEqual([200, "private, no-cache"]);
  expect(await status(url, stranger.as)).toBe(404);
  await app.app.db.pool.query("update organisations set status = 'claimed' where slug = 'aneej'");
  expect(await status(url)).toBe(200);
});

test("a logo that was taken away, or replaced, is gone", async () => {
  const url = own[0]?.url ?? "";
  await app.app.db.pool.query("update organisations set logo = null where slug = 'aneej'");
  expect(await status(url)).toBe(404);
  await transaction(app.app.db, (tx) => dropPicture(tx, "first"));
  const { rows } = await app.app.db.pool.query(
    "select count(*)::int as count from file_chunks join files on files.id = file_id where set = 'first'",
  );
  expect(rows[0].count).toBe(0);
});
