/** Says in words where a record does not fit its schema, and what was expected there. */
import { rangeOf } from "shared/time.ts";
import Type, { type TSchema } from "typebox";
import { Value } from "typebox/value";

/** The end of a sentence that begins with the record's place: "/name: expected text, found 5", or null where it fits. */
export function misfitOf(schema: TSchema, record: unknown): string | null {
  const error = Value.Errors(schema, record)[0];
  if (!error) return misfitDay(record, "");
  if (error.keyword === "boolean") return misfit(error.instancePath, "no such field", record);
  const missing = "requiredProperties" in error.params ? `/${error.params.requiredProperties[0]}` : "";
  const field = `${error.instancePath}${missing}`;
  return misfit(field, expectedAt(schema, field) ?? error.message, record);
}

export function misfit(field: string, expected: string, record: unknown): string {
  return `${field}: expected ${expected}, found ${shown(record, field)}`;
}

/** A date may fit the pattern and still be no day of any calendar. */
function misfitDay(value: unknown, path: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === "string" && !isDay(part))
      return `${path}/${key}: expected a day of the calendar, found "${part}"`;
    const inside = misfitDay(part, `${path}/${key}`);
    if (inside) return inside;
  }
  return null;
}

const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  if (!FULL_DAY.test(text)) return true;
  try {
    rangeOf(text);
    return true;
  } catch {
    return false;
  }
}

function stepInto(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function shown(record: unknown, field: string): string {
  const value = field.split("/").slice(1).reduce(stepInto, record);
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}

/** What the schema says of a field, in words. */
function expectedAt(schema: TSchema, field: string): string | undefined {
  const found = field.split("/").slice(1).reduce<TSchema | undefined>(schemaStep, schema);
  return found && describe(found);
}

function schemaStep(schema: TSchema | undefined, key: string): TSchema | undefined {
  if (schema === undefined) return undefined;
  if (Type.IsUnion(schema))
    return schemaStep(
      schema.anyOf.find((one) => !Type.IsNull(one)),
      key,
    );
  if (Type.IsObject(schema)) return schema.properties[key];
  if (Type.IsArray(schema)) return schema.items;
  return undefined;
}

function describe(schema: TSchema): string | undefined {
  if ("description" in schema && typeof schema.description === "string") return schema.description;
  if (Type.IsUnion(schema)) return schema.anyOf.map(describe).join(" or ");
  if ("enum" in schema && Array.isArray(schema.enum)) return `one of ${schema.enum.join(", ")}`;
  if ("pattern" in schema) return `text of the form ${schema.pattern}`;
  if ("type" in schema) return String(schema.type);
  return undefined;
}
