/** English texts of tables that are handed in: why one cannot be read. */
export const tables = {
  "tables.problem.empty": "The file is empty.",
  "tables.problem.too-large": "The file is larger than {limit} MB. Give it in parts.",
  "tables.problem.encoding":
    "The file’s letters cannot be read. Save it as “CSV UTF-8” in the spreadsheet program, or say below that it is Windows-1252.",
  "tables.problem.nul":
    "Line {line} holds a sign that no text has (NUL). Save the file again as “CSV UTF-8”.",
  "tables.problem.quotes": "A quotation mark in line {line} is not closed, or stands where none belongs.",
  "tables.problem.no-rows": "The file has no rows below its columns’ names.",
  "tables.problem.too-many-rows": "The file has more than {limit} rows. Give it in parts.",
  "tables.problem.too-many-columns": "The file has more than {limit} columns.",
  "tables.problem.unnamed-column": "Column {position} has no name in line 1.",
  "tables.problem.duplicate-column": "The column “{column}” stands twice in line 1.",
  "tables.problem.ragged": {
    one: "Line {line} has {count} cell, but line 1 names {expected}.",
    other: "Line {line} has {count} cells, but line 1 names {expected}.",
  },
  "tables.problem.too-long":
    "Line {line}: the cell in the column “{column}” is longer than {limit} characters.",
  "tables.problem.not-json": "This is not JSON.",
  "tables.problem.not-a-list": "The JSON must be a list of records, or hold one under “items”.",
  "tables.problem.not-a-record": "Record {line} of the list is no object.",
};
