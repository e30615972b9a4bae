/** PDFs as people and attackers send them: written by hand, with everything that should not come through. */

import { deflateSync } from "node:zlib";

/** Objects by number, from 1; the first is the catalog. */
function pdf(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [place, object] of objects.entries()) {
    places.push(length);
    add(Buffer.concat([Buffer.from(`${place + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const xref = length;
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function stream(dict: string, bytes: string | Buffer): Buffer {
  const content = Buffer.from(bytes);
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ]);
}

const PAGE_TEXT = "BT /F1 24 Tf 72 720 Td (Minutes of the visit) Tj ET";
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

export const plainPdf = () =>
  pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    stream("", PAGE_TEXT),
    FONT,
  ]);

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
  dc:creator="A Person"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** Who made it, in five places; what runs, in four; a file inside; a photograph that tells where it was taken. */
export function tellingPdf(photograph: Buffer): Buffer {
  return pdf(
    [
      `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OpenAction 8 0 R /AA << /WC 8 0 R >> /Lang (en)
        /Names << /JavaScript << /Names [(a) 8 0 R] >> /EmbeddedFiles << /Names [(secret.txt) 9 0 R] >> >>
        /Outlines 15 0 R /AF [9 0 R] >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Metadata 6 0 R /AA << /O 8 0 R >>
        /PieceInfo << /App << /Private (A Person) >> >> /LastModified (D:20260101000000)
        /Resources << /Font << /AA 5 0 R >> /XObject << /I 13 0 R >> >> /Annots [11 0 R 12 0 R 14 0 R] >>`,
      stream("", PAGE_TEXT.replace("/F1", "/AA")),
      FONT,
      stream("/Type /Metadata /Subtype /XML", XMP),
      "<< /Title (Minutes) /Author (A Person) /Creator (Writer of A Person) /Producer (X) /CreationDate (D:20260101000000) >>",
      "<< /S /JavaScript /JS (app.alert\\('A Person'\\)) >>",
      "<< /Type /Filespec /F (secret.txt) /EF << /F 10 0 R >> >>",
      stream("/Type /EmbeddedFile", "What A Person keeps to themselves"),
      "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (A Person) /Contents (A Person was here) /M (D:20260101000000) >>",
      "<< /Type /Annot /Subtype /Link /Rect [9 9 20 20] /T (A Person) /A << /S /URI /URI (https://example.org/report) /Next 8 0 R >> >>",
      stream(
        "/Type /XObject /Subtype /Image /Width 400 /Height 200 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        photograph,
      ),
      "<< /Type /Annot /Subtype /Link /Rect [9 9 20 20] /A << /S /Launch /F (cmd.exe) >> >>",
      "<< /Type /Outlines /First 16 0 R /Last 17 0 R /Count 2 >>",
      "<< /Title (Part one) /Parent 15 0 R /Next 17 0 R /Dest [3 0 R /Fit] >>",
      "<< /Title (Part two) /Parent 15 0 R /Prev 16 0 R /A 8 0 R >>",
    ],
    "/Info 7 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
  );
}

export const lockedPdf = () =>
  pdf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`,
    ],
    "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
  );

/** Pages of these words, one for each; an empty one is a page that is a picture. */
export function pdfOf(...pages: string[]): Buffer {
  const first = 4;
  const kids = pages.map((_, place) => `${first + place * 2} 0 R`).join(" ");
  return pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    ...pages.flatMap((words, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + place * 2 + 1} 0 R
        /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream("", words === "" ? "0 0 612 792 re f" : textOf(words)),
    ]),
  ]);
}

const textOf = (words: string) =>
  `BT /F1 12 Tf 14 TL 72 720 Td ${words
    .split("\n")
    .map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`)
    .join(" ")} ET`;

/** A page whose words unfold to gigabytes. */
export function unfoldingPdf(): Buffer {
  const packed = deflateSync(Buffer.alloc(256 * 1024 * 1024, "(a) Tj "), { level: 9 });
  return pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [${"4 0 R ".repeat(9)}]
      /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream("/Filter /FlateDecode", packed),
    FONT,
  ]);
}
