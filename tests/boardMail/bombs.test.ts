/** Letters that are made to keep their reader busy are refused before they are read, however small they are. */
import { textOfHtml } from "server/boardMail/htmlText.ts";
import { readLetter } from "server/boardMail/reading.ts";
import { MAX_PART } from "shared/boardMail/rules.ts";
import { expect, test } from "vitest";

const HEAD = "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n";
const MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
const nested = Array.from(
  { length: 100 },
  (_, level) => `--b${level || ""}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`,
);

test.each([
  ["hundreds of thousands of parts", `${HEAD}${MIXED}${"--b\r\n\r\nx\r\n".repeat(300_000)}--b--`],
  ["parts within parts within parts", `${HEAD}${MIXED}${nested.join("")}hello`],
  ["millions of lines", `${HEAD}\r\n${"x\r\n".repeat(2_000_000)}`],
  [
    "megabytes of headers",
    `${HEAD}${"X: y\r\n".repeat(200_000)}${`Y: ${"z".repeat(100)}\r\n`.repeat(40_000)}\r\nhello`,
  ],
])(
  "%s are no letter",
  async (_what, raw) => {
    expect(await readLetter(Buffer.from(raw))).toBeNull();
  },
  3_000,
);

test("a letter with photographs and a rule in its text is one", async () => {
  const photograph = `--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${`${"A".repeat(76)}\r\n`.repeat(50_000)}`;
  const text = "--b\r\nContent-Type: text/plain\r\n\r\nSee these.\r\n\r\n---\r\n\r\nThey are new.\r\n";
  const letter = await readLetter(Buffer.from(`${HEAD}${MIXED}${text}${photograph}${photograph}--b--\r\n`));
  expect(letter).toMatchObject({ text: "See these.\n\n---\n\nThey are new.", attachments: 2 });
});

test("boxes within boxes of HTML cost no more than a long letter", async () => {
  const begun = performance.now();
  expect(await textOfHtml(`Hello${"<div>".repeat(MAX_PART / 5)}`)).toContain("Hello");
  // What grows with the square of its length takes minutes, also on a quick host.
  expect(performance.now() - begun).toBeLessThan(15_000);
});
