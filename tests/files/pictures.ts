/** Pictures as people and attackers send them: real bytes, made for one test. */
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

const logo = (width = 600, height = 300) =>
  sharp({ create: { width, height, channels: 4, background: { r: 15, g: 107, b: 63, alpha: 0.8 } } });

export const stillPictures = {
  jpeg: () => logo().flatten().jpeg().toBuffer(),
  png: () => logo().png().toBuffer(),
  webp: () => logo().webp().toBuffer(),
  avif: () => logo().avif().toBuffer(),
  gif: () => logo().gif().toBuffer(),
};

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
  dc:creator="A Person"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** As a phone takes it: turned by a note, with place, device, owner and a colour profile. */
export function photograph(): Promise<Buffer> {
  return logo(400, 200)
    .flatten()
    .jpeg()
    .withIccProfile("p3")
    .withXmp(XMP)
    .withExif({
      IFD0: { Artist: "A Person", Copyright: "A Person", Make: "Phone" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "1/1 17/1 11/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "36/1 49/1 2/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export function moving(): Promise<Buffer> {
  const frames = [logo(20, 20), logo(20, 20).negate()].map((frame) => frame.png().toBuffer());
  return Promise.all(frames).then((made) =>
    sharp(made, { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** A PNG that says it is so large; its pixels are zeros, which compress to nearly nothing. */
export function bomb(side: number, rows = 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((side + 1) * rows), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A ZIP with one file, as it may hang behind a picture. */
export function archive(name: string, text: string): Buffer {
  const data = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(text), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(text.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, Buffer.from(name), data]);
}
