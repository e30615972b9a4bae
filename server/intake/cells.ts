/** What the cells of a row say of one field of a record: the reverse of `shared/dumps/table.ts`. */
import { type Column, cellOf, SEPARATOR } from "shared/dumps/table.ts";
import { cleanBody } from "shared/form.ts";
import type { TObject, TSchema } from "typebox";

/** Thrown where cells belong together and do not fit: three titles and two dates. */
export class UnevenCells extends Error {}

export type Cells = Readonly<Record<string, string>>;

/** Whether every cell is as our own file would have it. */
export function isAsWritten(record: unknown, columns: readonly Column[], cells: Cells): boolean {
  return columns.every((column) => isSameText(cells[column.name], String(cellOf(record, column) ?? "")));
}

/** What a program for spreadsheets may do to a text on its way: line ends, spaces at its ends. */
function isSameText(sent: string | undefined, written: string): boolean {
  return sent === undefined || plain(sent) === plain(written);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** The field's value by its schema; `before`: what it holds, for parts of it that the file has no column of. */
export function valueIn(schema: TSchema, columns: readonly Column[], cells: Cells, before: unknown): unknown {
  const inner = withoutNull(schema);
  const isNullable = inner !== schema;
  if (isList(inner)) {
    const item = withoutNull(inner.items);
    return isObject(item) ? objectsIn(item, columns, cells) : listIn(item, textIn(columns[0], cells));
  }
  if (isObject(inner)) return objectIn(inner, isNullable, { columns, cells, before });
  return scalarIn(schema, textIn(columns[0], cells));
}

function textIn(column: Column | undefined, cells: Cells): string {
  return (column && cells[column.name]) ?? "";
}

/** An empty cell is null where the field may be; else nothing, so that it is missed. */
function scalarIn(schema: TSchema, text: string): unknown {
  const inner = withoutNull(schema);
  const clean = String(cleanBody(inner, text));
  if (clean === "") return inner === schema ? undefined : null;
  const type = "type" in inner ? inner.type : undefined;
  if (type === "boolean") return truth(clean);
  if (type === "number" || type === "integer") return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : clean;
  return clean;
}

/** As spreadsheets write them; what is neither stays a text, which no schema of a truth takes. */
function truth(text: string): boolean | string {
  if (/^(true|yes|1)$/i.test(text)) return true;
  return /^(false|no|0)$/i.test(text) ? false : text;
}

function listIn(item: TSchema, text: string): unknown[] {
  return partsOf(text)
    .map((part) => scalarIn(item, part))
    .filter((value) => value !== undefined && value !== null);
}

/** An address on the web may hold a semicolon, but no space after it. */
function partsOf(text: string): string[] {
  const parts = text.includes("://") ? text.split(SEPARATOR) : text.split(";");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

interface Sent {
  columns: readonly Column[];
  cells: Cells;
  before: unknown;
}

function objectIn(schema: TObject, isNullable: boolean, { columns, cells, before }: Sent): unknown {
  const sent = columns.filter(({ name }) => name in cells);
  const known = typeof before === "object" && before !== null ? { ...before } : {};
  const value: Record<string, unknown> = known;
  for (const column of sent) {
    const [, key = ""] = column.path;
    const part = schema.properties[key];
    const read = part && scalarIn(part, textIn(column, cells));
    if (read === undefined) delete value[key];
    else value[key] = read;
  }
  const isEmpty = Object.values(value).every((part) => part === null || part === undefined);
  return isEmpty && isNullable ? null : value;
}

/** Lists beside each other, one value for each: the first name belongs to the first language. */
function objectsIn(item: TObject, columns: readonly Column[], cells: Cells): Record<string, unknown>[] {
  const lists = columns.map((column) => textIn(column, cells).split(SEPARATOR));
  if (lists.every(([first, ...more]) => first?.trim() === "" && more.length === 0)) return [];
  const count = Math.max(...lists.map((list) => list.length));
  if (lists.some((list) => list.length !== count)) throw new UnevenCells();
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      columns.map(({ path: [, key = ""] }, place) => {
        const part = item.properties[key];
        return [key, part && scalarIn(part, lists[place]?.[index] ?? "")];
      }),
    ),
  );
}

/** The schema of what is there, where it may also be null. */
export function withoutNull(schema: TSchema): TSchema {
  if (!("anyOf" in schema)) return schema;
  const others = (schema.anyOf as TSchema[]).filter((one) => !("type" in one && one.type === "null"));
  const [only] = others;
  return others.length === 1 && only ? only : schema;
}

function isObject(schema: TSchema): schema is TObject {
  return "properties" in schema;
}

function isList(schema: TSchema): schema is TSchema & { items: TSchema } {
  return "type" in schema && schema.type === "array" && "items" in schema;
}
