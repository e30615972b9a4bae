/** What a table that somebody hands in may look like, and what it is refused for, with its line. */
import { TableProblem } from "server/tables/problem.ts";
import { readTable } from "server/tables/reading.ts";
import { readRecords } from "server/tables/records.ts";
import { csvRow } from "shared/dumps/csv.ts";
import { MAX_CELL_LENGTH, MAX_TABLE_BYTES, MAX_TABLE_ROWS } from "shared/tables/rules.ts";
import { describe, expect, test } from "vitest";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(bytes(text));
const rowsOf = async (text: string) => (await read(text)).rows.map(({ values }) => values);

const utf16 = (text: string, order: "le" | "be", mark: boolean) => {
  const little = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? little : little.swap16();
};

async function problem(table: Promise<unknown>): Promise<{ code: string; line: number }> {
  const failure = await table.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof TableProblem)) throw failure ?? new Error("it was read");
  return { code: failure.code, line: failure.line };
}

describe("a CSV is read", () => {
  test.each([
    ["UTF-8", bytes("name;city\nCiné;تونس")],
    ["UTF-8 with its mark", bytes("\uFEFFname;city\nCiné;تونس")],
    ["UTF-16LE with its mark", utf16("name;city\nCiné;تونس", "le", true)],
    ["UTF-16BE with its mark", utf16("name;city\nCiné;تونس", "be", true)],
    ["UTF-16LE without a mark", utf16("name;city\nCiné;تونس", "le", false)],
    ["UTF-16BE without a mark", utf16("name;city\nCiné;تونس", "be", false)],
  ])("as %s", async (_name, sent) => {
    const { columns, rows } = await readTable(sent);
    expect(columns).toEqual(["name", "city"]);
    expect(rows.map(({ values }) => values)).toEqual([{ name: "Ciné", city: "تونس" }]);
  });

  test("as Windows-1252 only where its sender says so", async () => {
    const sent = Buffer.from("name\nCin\xe9", "latin1");
    expect(await problem(readTable(sent))).toEqual({ code: "encoding", line: 0 });
    expect((await readTable(sent, "windows-1252")).rows[0]?.values).toEqual({ name: "Ciné" });
  });

  test.each([",", ";", "\t"])("with %j between its cells", async (sign) => {
    expect(await rowsOf(`"a, b; c"${sign}d\n1${sign}2`)).toEqual([{ "a, b; c": "1", d: "2" }]);
  });

  test("with quotes, line breaks inside them, and any line ends", async () => {
    const { rows } = await read('a,b\r\n1,"x ""y""\r\nz"\r\n\r\n2,"q,r"\n3,4');
    expect(rows.map(({ line, values }) => [line, values.a, values.b])).toEqual([
      [2, "1", 'x "y"\nz'],
      [5, "2", "q,r"],
      [6, "3", "4"],
    ]);
  });

  test("without its empty rows, and with spaces around the columns' names taken off", async () => {
    expect(await rowsOf(" a , b\n,\n1,2\n , \n")).toEqual([{ a: "1", b: "2" }]);
  });

  test("also where a column is called as something that every object has", async () => {
    const [row] = await rowsOf("__proto__,constructor\n1,2");
    expect(Object.entries(row ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

describe("formulas", () => {
  const texts = ["=1+1", "+254 700", "-x", "@who", "\tx", "'=1", "''@x", "'tis", "plain"];

  test("what our own files guard comes back as it was", async () => {
    const { rows } = await read(csvRow(["text", "n"]) + texts.map((text) => csvRow([text, 1])).join(""));
    expect(rows.map(({ values }) => values.text)).toEqual(texts);
    expect(rows.flatMap(({ formulas }) => formulas)).toEqual([]);
  });

  test("what a spreadsheet would run is named by its column", async () => {
    const hostile = ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+cmd|'x'!A", "-2+3+cmd|'x'!A", "=HYPERLINK(1)"];
    for (const text of hostile)
      expect((await read(`a,b\n1,"${text}"`)).rows[0]?.formulas, text).toEqual(["b"]);
    for (const text of ["+254 (0)20 123", "- first (a)", "@transparency", "-5"])
      expect((await read(`a,b\n1,"${text}"`)).rows[0]?.formulas, text).toEqual([]);
  });

  test("a cell made to be slow to look at is not", async () => {
    const started = performance.now();
    await read(`a\n"+${"|".repeat(MAX_CELL_LENGTH - 1)}"`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a CSV is refused, with its line", () => {
  test.each([
    ["nothing", "", "empty", 0],
    ["no rows", "a,b\n\n,\n", "no-rows", 0],
    ["a NUL", "a\n1\nx\0y", "nul", 3],
    ["an open quote", 'a,b\n1,"2\n3,4', "quotes", 2],
    ["a quote in the middle", 'a,b\n1,2\n3,x"y', "quotes", 3],
    ["too few cells", "a,b\n1,2\n3", "ragged", 3],
    ["too many cells", "a,b\n1,2,3", "ragged", 2],
    ["a column twice", "a, a\n1,2", "duplicate-column", 1],
    ["a column without a name", "a,,b\n1,2,3", "unnamed-column", 1],
    ["61 columns", Array.from({ length: 61 }, (_, index) => `c${index}`).join(","), "too-many-columns", 1],
    ["a cell too long", `a\n1\n${"x".repeat(MAX_CELL_LENGTH + 1)}`, "too-long", 3],
    ["too many rows", `a\n${"1\n".repeat(MAX_TABLE_ROWS + 1)}`, "too-many-rows", MAX_TABLE_ROWS + 2],
    ["too many bytes", "x".repeat(MAX_TABLE_BYTES + 1), "too-large", 0],
  ])("%s", async (_name, text, code, line) => {
    expect(await problem(read(text))).toEqual({ code, line });
  });

  test("a file that is no text at all", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452ffd8fffe", "hex");
    expect(await problem(readTable(png))).toEqual({ code: "encoding", line: 0 });
  });
});

describe("JSON is read", () => {
  test("as a list, or as our own files have it", () => {
    const expected = [{ line: 1, record: { a: 1 } }];
    expect(readRecords(bytes('[{"a":1}]'))).toEqual(expected);
    expect(readRecords(bytes('\uFEFF{"licence":"x","items":[{"a":1}]}'))).toEqual(expected);
  });

  test.each([
    ["broken", "[{", "not-json", 0],
    ["nested a million times", "[".repeat(1_000_000), "not-json", 0],
    ["a record alone", '{"a":1}', "not-a-list", 0],
    ["an empty list", "[]", "no-rows", 0],
    ["a list of other things", '[{"a":1},[2]]', "not-a-record", 2],
  ])("or refused: %s", async (_name, text, code, line) => {
    const reading = Promise.resolve().then(() => readRecords(bytes(text)));
    expect(await problem(reading)).toEqual({ code, line });
  });
});
