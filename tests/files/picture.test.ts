/** What a CSO may rely on when it gives a picture: it is made anew, nothing else of the file is kept, the rest is refused. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makePicture } from "server/files/picture.ts";
import { FileRefused } from "shared/files/rules.ts";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { findProgram } from "../setup/browser.ts";
import { archive, bomb, moving, photograph, stillPictures } from "./pictures.ts";

const allBytes = async (given: Buffer) => Buffer.concat((await makePicture(given)).map(({ bytes }) => bytes));

const trouble = (given: Buffer) =>
  makePicture(given).then(
    () => "taken",
    (error: unknown) => (error instanceof FileRefused ? error.key.replace("files.trouble.", "") : error),
  );

describe("a picture that is taken", () => {
  test.each(Object.entries(stillPictures))(
    "%s comes out in every size, as AVIF, WebP and PNG",
    async (_, make) => {
      const variants = await makePicture(await make());
      expect(variants.map(({ name, width, height }) => `${name} ${width}×${height}`)).toEqual([
        "avif-96 96×48",
        "avif-192 192×96",
        "avif-384 384×192",
        "webp-96 96×48",
        "webp-192 192×96",
        "webp-384 384×192",
        "png-192 192×96",
      ]);
      for (const { type, bytes, width } of variants) {
        const read = await sharp(bytes).metadata();
        expect([read.width, read.mediaType]).toEqual([width, type]);
      }
    },
  );

  test("is never made larger than it came", async () => {
    const small = await sharp({ create: { width: 40, height: 60, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    expect((await makePicture(small)).map(({ name, width, height }) => [name, width, height])).toEqual([
      ["avif-96", 40, 60],
      ["webp-96", 40, 60],
      ["png-192", 40, 60],
    ]);
  });

  test("stands upright, as its EXIF said", async () => {
    const [first] = await makePicture(await photograph());
    expect([first?.width, first?.height]).toEqual([48, 96]);
  });

  test.skipIf(findProgram(["exiftool"]) === null)(
    "has no metadata left, by exiftool's own reading",
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "picture-"));
      const read = (file: string): string[] => {
        const json = execFileSync("exiftool", ["-json", "-G1", "-a", "-u", "-ee3", file], {
          encoding: "utf8",
        });
        return Object.keys(JSON.parse(json)[0]);
      };
      try {
        const before = path.join(folder, "before.jpg");
        writeFileSync(before, await photograph());
        execFileSync("exiftool", [
          "-q",
          "-overwrite_original",
          "-IPTC:By-line=A Person",
          "-Comment=A Person",
          before,
        ]);
        const groups = new Set(read(before).map((key) => key.split(":")[0]));
        for (const group of ["IFD0", "GPS", "XMP-dc", "IPTC", "ICC_Profile"])
          expect(groups, group).toContain(group);
        const given = execFileSync("cat", [before]);
        for (const { name, bytes } of await makePicture(given)) {
          const after = path.join(folder, `${name}.${name.split("-")[0]}`);
          writeFileSync(after, bytes);
          const kept = read(after).filter((key) =>
            /^(IFD|ExifIFD|GPS|XMP|IPTC|ICC|Photoshop|Composite:GPS)/i.test(key),
          );
          expect(kept, name).toEqual([]);
          expect(Buffer.from(bytes).toString("latin1")).not.toContain("A Person");
          expect(
            read(after).filter(
              (key) => /Comment|Artist|Copyright|Make$|Date(?!.*File)/i.test(key) && !/^System:/.test(key),
            ),
          ).toEqual([]);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test("loses what hangs behind it: an archive, a page, a script", async () => {
    const png = Buffer.concat([await stillPictures.png(), archive("evil.js", "alert(document.domain)")]);
    const jpeg = await stillPictures.jpeg();
    const html = "<html><script>alert(1)</script></html>";
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, html.length + 2]), Buffer.from(html)]);
    const page = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(html)]);
    const gif = Buffer.concat([await stillPictures.gif(), Buffer.from("/*script*/=1;alert(1)")]);
    for (const given of [png, page, gif]) {
      const made = (await allBytes(given)).toString("latin1");
      for (const part of ["PK\u0003\u0004", "evil.js", "<script", "alert("]) expect(made).not.toContain(part);
    }
  });
});

describe("a file that is refused says why", () => {
  test("nothing in it", async () => expect(await trouble(Buffer.alloc(0))).toBe("empty"));

  test("a text called logo.png, a page, an SVG, a PDF, a TIFF", async () => {
    const tiff = await sharp(await stillPictures.png())
      .tiff()
      .toBuffer();
    const texts = ["Hello", "<!doctype html><script>alert(1)</script>", "%PDF-1.7\n", "#!/bin/sh"];
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    for (const given of [...texts.map((text) => Buffer.from(text)), tiff])
      expect(await trouble(given)).toBe("type");
    for (const given of [svg, `<?xml version="1.0"?>${svg}`, `\ufeff\n${svg}`])
      expect(await trouble(Buffer.from(given))).toBe("type");
  });

  test("a picture's first bytes before something else", async () => {
    expect(await trouble(Buffer.from("GIF89a/*\u0000\u0000*/=1;alert(document.cookie)//"))).toBe("broken");
    expect(
      await trouble(Buffer.from("\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>", "latin1")),
    ).toBe("broken");
    expect(await trouble(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<html>")]))).toBe(
      "broken",
    );
  });

  test.each(Object.entries(stillPictures))("%s that was cut off", async (_, make) => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        noise: { type: "gaussian", mean: 128, sigma: 60 },
        background: "#888",
      },
    })
      .png()
      .toBuffer();
    const format = (await sharp(await make()).metadata()).format;
    const whole = await sharp(noise)
      .toFormat(format === "heif" ? "avif" : format)
      .toBuffer();
    expect(await trouble(whole.subarray(0, Math.floor(whole.length / 2)))).toBe("broken");
  });

  test("one that moves", async () => expect(await trouble(await moving())).toBe("animated"));

  test("more than 4 MB, more than 40 million pixels", async () => {
    expect(await trouble(Buffer.concat([await stillPictures.png(), Buffer.alloc(4 * 1024 * 1024)]))).toBe(
      "tooLarge",
    );
    expect(await trouble(bomb(6400))).toBe("pixels");
    expect(await trouble(bomb(60_000))).toBe("pixels");
  });

  test("a bomb just below the limit costs the server no memory", async () => {
    const before = process.memoryUsage.rss();
    expect(await trouble(bomb(6300, 6300))).toBe("taken");
    expect(await trouble(bomb(6300, 3))).toBe("broken");
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("many at once are made one after another; beyond the queue they are asked to come again", async () => {
    const picture = await stillPictures.png();
    const results = await Promise.all(Array.from({ length: 10 }, () => trouble(picture)));
    expect(results.filter((result) => result === "taken").length).toBe(8);
    expect(results.slice(8)).toEqual([
      expect.objectContaining({ code: "unavailable" }),
      expect.objectContaining({ code: "unavailable" }),
    ]);
    expect(await trouble(picture)).toBe("taken");
  });
});
