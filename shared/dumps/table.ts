/** Turns records into rows of a table by their contract: one column for each value, nested ones with dotted names. */
import type { TObject, TSchema } from "typebox";

/** Between several values of one cell. */
export const SEPARATOR = "; ";

export type Cell = string | number | boolean | null;

export interface Column {
  /** `city.name`: the way to the value. */
  name: string;
  path: readonly string[];
}

/** The columns of a contract; the records of a list inside a record share one column for each of their values. */
export function columnsOf(schema: TObject, path: readonly string[] = []): Column[] {
  return Object.entries(schema.properties).flatMap(([key, property]) => {
    const here = [...path, key];
    const inner = objectIn(property);
    return inner ? columnsOf(inner, here) : [{ name: here.join("."), path: here }];
  });
}

function objectIn(schema: TSchema): TObject | null {
  if (isObject(schema)) return schema;
  if ("items" in schema) return objectIn(schema.items as TSchema);
  if ("anyOf" in schema)
    return (schema.anyOf as TSchema[]).map(objectIn).find((inner) => inner !== null) ?? null;
  return null;
}

function isObject(schema: TSchema): schema is TObject {
  return "properties" in schema;
}

/** One cell. Values of a list keep their places, so that the second title belongs to the second date. */
export function cellOf(record: unknown, column: Column): Cell {
  const value = column.path.reduce<unknown>(step, record);
  return Array.isArray(value) ? joined(value) : scalar(value);
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((one) => step(one, key));
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : null;
}

/** All empty is empty. */
function joined(values: readonly unknown[]): string {
  const texts = values.map((value) => (Array.isArray(value) ? joined(value) : String(scalar(value) ?? "")));
  return texts.some((text) => text !== "") ? texts.join(SEPARATOR) : "";
}

function scalar(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
