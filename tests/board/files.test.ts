/** Pictures and PDFs in posts: made anew without a trace of who made them, and seen by those alone who may read the post. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseHTML } from "linkedom";
import { cleanFiles } from "server/files/uploads.ts";
import type { Post, Thread } from "shared/board/contract.ts";
import { withoutPictures } from "shared/board/pictures.ts";
import type { Uploaded } from "shared/files/contract.ts";
import { MAX_UPLOADS_A_DAY } from "shared/files/rules.ts";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lockedPdf, plainPdf, tellingPdf } from "../files/pdfs.ts";
import { archive, bomb, moving, photograph, stillPictures } from "../files/pictures.ts";
import { type Reply, type TestApp, testApp } from "../setup/app.ts";
import { findProgram } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
let other: SignedIn;
let foreigner: SignedIn;
let clock = new Date();
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: () => clock });
  foreigner = await signedIn(app, { regions: ["south-east-asia"] });
  other = await signedIn(app, { regions: ["africa"] });
});
beforeEach(async () => {
  clock = new Date();
  member = await signedIn(app, { regions: ["africa"], unlimited: true });
});
afterAll(() => app.close());

const BOUNDARY = "----form";
function multipart(name: string, bytes: Buffer, fields: Record<string, string> = {}) {
  const head = Object.entries(fields).map(
    ([field, value]) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([
      Buffer.from(head.join("") + file),
      bytes,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  };
}
async function send(bytes: Buffer, person: SignedIn | null = member, name = "photo.jpg") {
  const { headers, payload } = multipart(name, bytes);
  const reply = await app.app.fastify.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { ...headers, ...person?.as },
    payload,
  });
  return { status: reply.statusCode, body: reply.json() };
}
async function uploaded(bytes: Buffer, person = member, name?: string): Promise<Uploaded> {
  const { status, body } = await send(bytes, person, name);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const why = async (bytes: Buffer) => {
  const { status, body } = await send(bytes);
  return [status, body.problems?.[0]?.message ?? body.code];
};
let sent = 0;
async function start(board: string, body: string): Promise<Thread & { post: Post }> {
  sent += 1;
  const thread = { title: "With a file", body, kind: "discussion", clientId: `t${sent}` };
  const at = `/api/v1/regions/africa/boards/${board}/threads`;
  return (await app.send<Thread & { post: Post }>("POST", at, thread, member.as)).body;
}
const WEBP = { accept: "image/avif,image/webp,*/*" };
const seen = (url: string, person: SignedIn | null = null, headers = {}): Promise<Reply> =>
  app.get(url, { ...person?.as, ...headers });
const statuses = async (url: string) =>
  (await Promise.all([null, member, other, foreigner].map((one) => seen(url, one)))).map(
    ({ status }) => status,
  );
const photo = () =>
  sharp({ create: { width: 1600, height: 800, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();

describe("an upload", () => {
  test("is given back as Markdown to write, with its address and size", async () => {
    const picture = await uploaded(await photo());
    expect(picture).toMatchObject({ type: "image/webp", width: 1200, height: 600 });
    expect(picture.markdown).toBe(`![Picture](${picture.url})`);
    const report = await uploaded(plainPdf(), member, "Report [final](x).pdf");
    expect(report).toMatchObject({ type: "application/pdf", width: null });
    expect(report.markdown).toBe(`[Report  final x .pdf](${report.url})`);
  });

  test("is its uploader's alone while it stands in no post", async () => {
    const { url } = await uploaded(await photo());
    expect(await statuses(url)).toEqual([404, 200, 404, 404]);
  });

  test("needs an account, and is taken as a file alone", async () => {
    expect((await send(await photo(), null)).status).toBe(401);
    expect((await app.send("POST", "/api/v1/files", { file: "x" }, member.as)).status).toBe(400);
    const elsewhere = { ...member.as, "sec-fetch-site": "cross-site" };
    const { headers, payload } = multipart("a.jpg", await photo());
    const reply = await app.app.fastify.inject({
      method: "POST",
      url: "/api/v1/files",
      headers: { ...headers, ...elsewhere },
      payload,
    });
    expect(reply.statusCode).toBe(403);
  });

  test("of the same file again is the same address; another person's is another one", async () => {
    const bytes = await photo();
    const { url } = await uploaded(bytes);
    expect((await uploaded(bytes)).url).toBe(url);
    expect((await uploaded(bytes, other)).url).not.toBe(url);
  });

  test("is limited by account and day", async () => {
    await app.app.db.pool.query(
      `insert into files (hash, owner_kind, owner_id, set, variant, type, size)
       select 'limit' || n, 'person', $1, 'limit' || n, 'webp-480', 'image/webp', 1 from generate_series(1, $2) n`,
      [member.id, MAX_UPLOADS_A_DAY],
    );
    expect((await send(await photo())).status).toBe(429);
    expect((await send(await photo(), other)).status).toBe(201);
    await app.app.db.pool.query("delete from files where set like 'limit%'");
  });

  test("is gone after a day, unless a post or a draft of its own shows it", async () => {
    const kept = await uploaded(await photo());
    const forgotten = await uploaded(await stillPictures.png());
    const waiting = await uploaded(plainPdf());
    await start("general", kept.markdown);
    await app.app.db.pool.query(
      "insert into drafts (person_id, place, fields, client_id) values ($1, 'board:1', jsonb_build_object('body', $2::text), 'x')",
      [member.id, waiting.markdown],
    );
    await cleanFiles(app.app);
    expect((await seen(forgotten.url, member)).status).toBe(200);
    clock = new Date(Date.now() + 25 * 3600_000);
    await cleanFiles(app.app);
    clock = new Date();
    expect((await seen(kept.url)).status).toBe(200);
    expect((await seen(waiting.url, member)).status).toBe(200);
    expect((await seen(forgotten.url, member)).status).toBe(404);
  });
});

describe("a picture in a post", () => {
  test("comes in the size and kind that fits, made anew, sealed and typed", async () => {
    const { url, markdown } = await uploaded(await photo());
    const { post } = await start("general", `Look: ${markdown}`);
    expect(post).toMatchObject({ state: "visible" });
    const html = "html" in post ? post.html : "";
    expect(html).toContain(`<img src="${url}?w=480" srcset="${url}?w=480 480w, ${url} 1200w"`);
    expect(html).toContain('width="1200" height="600"');
    const sizes = [
      [url, WEBP, "image/webp", 1200],
      [`${url}?w=480`, WEBP, "image/webp", 480],
      [`${url}?w=481`, WEBP, "image/webp", 1200],
      [url, { accept: "image/png,*/*" }, "image/jpeg", 1200],
    ] as const;
    for (const [address, headers, type, width] of sizes) {
      const reply = await seen(address, null, headers);
      expect([reply.status, reply.headers["content-type"]]).toEqual([200, type]);
      expect((await sharp(reply.bytes).metadata()).width).toBe(width);
      expect(reply.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "public, no-cache",
        vary: expect.stringContaining("Accept"),
      });
    }
  });

  test("is read by whoever may read the post: everybody, or the members of its board", async () => {
    const open = await uploaded(await photo());
    await start("general", open.markdown);
    expect(await statuses(open.url)).toEqual([200, 200, 200, 200]);
    const closed = await uploaded(await stillPictures.png());
    await start("safety-and-solidarity", closed.markdown);
    expect(await statuses(closed.url)).toEqual([404, 200, 200, 404]);
  });

  test.each(["hidden", "pending", "deleted"])(
    "is not there for others when its post is %s",
    async (state) => {
      const { url, markdown } = await uploaded(await photo());
      const { post } = await start("general", markdown);
      await app.app.db.pool.query("update posts set state = $2 where id = $1", [post.id, state]);
      expect(await statuses(url)).toEqual([404, 200, 404, 404]);
    },
  );

  test("is not there for others when its thread is hidden", async () => {
    const { url, markdown } = await uploaded(await photo());
    const { id } = await start("general", markdown);
    await app.app.db.pool.query("update threads set state = 'hidden' where id = $1", [id]);
    expect(await statuses(url)).toEqual([404, 200, 404, 404]);
  });

  test("of somebody else is not opened to all by writing of it", async () => {
    const secret = await uploaded(await photo(), other);
    const { post } = await start("general", secret.markdown);
    expect("html" in post && post.html).toContain(`src="${secret.url}"`);
    expect(await statuses(secret.url)).toEqual([404, 404, 200, 404]);
  });

  test("more than eight of them in one post are refused", async () => {
    const many = await Promise.all(
      Array.from({ length: 9 }, (_, size) =>
        sharp({ create: { width: 20 + size, height: 20, channels: 3, background: "red" } })
          .png()
          .toBuffer(),
      ),
    );
    const written: string[] = [];
    for (const bytes of many) written.push((await uploaded(bytes)).markdown);
    const thread = { title: "Many", body: written.join("\n\n"), kind: "discussion", clientId: "many" };
    const reply = await app.send("POST", "/api/v1/regions/africa/boards/general/threads", thread, member.as);
    expect(reply.status).toBe(400);
  });

  test("is a link for whoever saves data", () => {
    const html =
      '<p>a <img src="/files/x?w=480" srcset="y" width="1" height="1" alt="The &quot;door&quot;" loading="lazy" /> b</p>';
    expect(withoutPictures(html, "Picture")).toBe('<p>a <a href="/files/x">The &quot;door&quot;</a> b</p>');
    expect(withoutPictures('<img src="/files/x" alt="" />', "Picture")).toBe(
      '<a href="/files/x">Picture</a>',
    );
  });
});

describe("a PDF in a post", () => {
  test("is saved, not opened, and says the same as before", async () => {
    const { url, markdown } = await uploaded(plainPdf());
    await start("general", `The minutes: ${markdown}`);
    const reply = await seen(url);
    expect(reply.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="document.pdf"',
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    expect(reply.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test.skipIf(findProgram(["exiftool"]) === null)(
    "tells nothing of who made it, runs nothing and holds no file, by exiftool's own reading",
    async () => {
      const given = tellingPdf(await photograph());
      const { url } = await uploaded(given);
      const made = (await seen(url, member)).bytes;
      const folder = mkdtempSync(path.join(tmpdir(), "pdf-"));
      try {
        const read = (bytes: Buffer): Record<string, string> => {
          const file = path.join(folder, "it.pdf");
          writeFileSync(file, bytes);
          return JSON.parse(
            execFileSync("exiftool", ["-json", "-G1", "-a", "-u", "-ee3", file], { encoding: "utf8" }),
          )[0];
        };
        const before = read(given);
        expect(before["PDF:Author"]).toBe("A Person");
        expect(before["XMP-dc:Creator"]).toBe("A Person");
        const after = Object.keys(read(made)).filter(
          (key) => !/^(System|File|ExifTool|SourceFile)/.test(key),
        );
        expect(after.toSorted()).toEqual([
          "PDF:Language",
          "PDF:Linearized",
          "PDF:PDFVersion",
          "PDF:PageCount",
        ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
      const words = await unpacked(made);
      for (const gone of [
        "A Person",
        "JavaScript",
        "app.alert",
        "Launch",
        "cmd.exe",
        "secret.txt",
        "EmbeddedFile",
        "OpenAction",
        "/Info",
        "GPS",
      ])
        expect(words, gone).not.toContain(gone);
      for (const kept of [
        "Minutes of the visit",
        "https://example.org/report",
        "Part one",
        "Part two",
        "Helvetica",
      ])
        expect(words, kept).toContain(kept);
    },
  );

  test.each([
    ["cut off", () => plainPdf().subarray(0, 300), "damaged"],
    [
      "without pages",
      () => Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"),
      "damaged",
    ],
    ["locked", lockedPdf, "locked"],
    [
      "with an archive behind it",
      () => Buffer.concat([plainPdf(), archive("evil.js", "alert(1)")]),
      "Something else",
    ],
    ["behind a page", () => Buffer.concat([Buffer.from("<script>alert(1)</script>"), plainPdf()]), "neither"],
    ["that is a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "neither"],
    ["that is nothing", () => Buffer.alloc(0), "empty"],
  ])("%s is refused, and the reason said", async (_how, make, words) => {
    const [status, message] = await why(make());
    expect(status).toBe(400);
    expect(message).toContain(words);
  });
});

test("a picture that is none, moves, or is too large is refused, and the reason said", async () => {
  expect(await why(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual([
    400,
    expect.stringContaining("neither"),
  ]);
  expect(await why(await moving())).toEqual([400, expect.stringContaining("moves")]);
  expect(await why(bomb(60_000))).toEqual([400, expect.stringContaining("million pixels")]);
  expect(await why(Buffer.alloc(4 * 1024 * 1024 + 1))).toEqual([413, "too-large"]);
});

describe("without JavaScript", () => {
  const post = (url: string, bytes: Buffer | null, fields: Record<string, string>) => {
    const { headers, payload } = multipart("photo.jpg", bytes ?? Buffer.alloc(0), {
      csrf: member.csrf,
      ...fields,
    });
    return app.app.fastify.inject({ method: "POST", url, headers: { ...headers, ...member.as }, payload });
  };

  test("a file is added to what one writes, and sent with it", async () => {
    const { id } = await start("general", "First");
    const reply = `/en/africa/board/threads/${id}/reply`;
    const added = await post(reply, await photo(), { body: "Look at this", clientId: "n1", attach: "1" });
    expect(added.statusCode).toBe(200);
    const { document } = parseHTML(added.payload);
    const text = (document.querySelector("textarea[name=body]")?.textContent ?? "").trim();
    expect(text).toMatch(/^Look at this\n\n!\[Picture\]\(\/files\/[\w-]{43}\)$/);
    expect(document.querySelector("form.form")?.getAttribute("enctype")).toBe("multipart/form-data");
    const done = await post(reply, null, { body: text, clientId: "n1" });
    expect([done.statusCode, done.headers.location]).toEqual([
      303,
      `/en/africa/board/threads/${id}?post=2#p2`,
    ]);
    const page = await app.page(`/en/africa/board/threads/${id}`);
    const source = page.document.querySelector("#p2 img")?.getAttribute("src") ?? "";
    expect((await seen(source)).status).toBe(200);
    const saving = await app.page(`/en/africa/board/threads/${id}?saver=1`);
    expect(saving.document.querySelector("#p2 img")).toBeNull();
    expect(saving.document.querySelector('#p2 .written a[href^="/files/"]')?.textContent).toBe("Picture");
  });

  test("a file is added to a post that is corrected, and one that was taken out of it is shown to nobody else", async () => {
    const { id, post: first } = await start("general", "The first words of a post");
    const edit = `/en/africa/board/threads/${id}/posts/1/edit`;
    const version = String(first.version);
    const done = await post(edit, await photo(), { body: "With a photograph", version });
    expect(done.statusCode).toBe(303);
    const url = (await app.page(`/en/africa/board/threads/${id}`)).document
      .querySelector("#p1 img")
      ?.getAttribute("src");
    expect(await statuses(url ?? "")).toEqual([200, 200, 200, 200]);
    const { rows } = await app.app.db.pool.query("select version from posts where id = $1", [first.id]);
    const taken = await post(edit, null, { body: "Without any", version: String(rows[0].version) });
    expect(taken.statusCode).toBe(303);
    expect(await statuses(url ?? "")).toEqual([404, 200, 404, 404]);
  });

  test("a file chosen for a new thread goes with it at once; one that is refused says why and leaves the text", async () => {
    const fields = { title: "With a PDF", kind: "discussion", body: "The minutes", clientId: "n2" };
    const refused = await post("/en/africa/board/general/new", lockedPdf(), fields);
    expect(refused.statusCode).toBe(422);
    expect(refused.payload).toContain("The PDF is locked");
    expect(refused.payload).toContain("The minutes</textarea>");
    const done = await post("/en/africa/board/general/new", plainPdf(), fields);
    expect(done.statusCode).toBe(303);
    const page = await app.page(String(done.headers.location));
    const link = page.document.querySelector('#p1 .written a[href^="/files/"]');
    expect(link?.textContent).toBe("photo.jpg");
    const empty = await post("/en/africa/board/general/new", null, { ...fields, attach: "1" });
    expect(empty.statusCode).toBe(422);
  });
});

/** All that stands in a PDF, with what is packed in it. */
async function unpacked(bytes: Buffer): Promise<string> {
  const { inflateSync } = await import("node:zlib");
  const text = bytes.toString("latin1");
  let words = text;
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === "end") continue;
    const from = index + head.length;
    const part = bytes.subarray(from, text.indexOf("endstream", from));
    try {
      words += inflateSync(part, { finishFlush: 2 }).toString("latin1");
    } catch {
      // Not packed: it stands there already.
    }
  }
  return words;
}
