/** Reads a query string by a schema: known keys only, numbers as numbers, a repeated key as any of its values. */
import type { TObject, TSchema } from "typebox";
import { Value } from "typebox/value";
import type { Problem } from "./failure.ts";

export interface QueryReading {
  /** The parameters that fit; those that do not are left out. */
  value: Record<string, unknown>;
  problems: Problem[];
}

/**
 * An unknown key is ignored, an empty value counts as not given (a GET form sends every field), a value that
 * does not fit becomes a problem that names its parameter.
 */
export function readQuery(schema: TObject | undefined, raw: unknown): QueryReading {
  const reading: QueryReading = { value: {}, problems: [] };
  if (!schema || typeof raw !== "object" || raw === null) return reading;
  for (const [key, property] of Object.entries(schema.properties)) {
    const sent = Object.hasOwn(raw, key) ? givenValues(Reflect.get(raw, key)) : [];
    if (sent.length === 0) continue;
    const value = isArraySchema(property) ? sent : converted(property, sent[0]);
    const tooMany = !isArraySchema(property) && sent.length > 1;
    const error = tooMany ? { message: "may be given once" } : Value.Errors(property, value)[0];
    if (error) reading.problems.push({ parameter: key, message: error.message ?? "is not valid" });
    else reading.value[key] = value;
  }
  return reading;
}

function givenValues(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((one): one is string => typeof one === "string" && one.trim() !== "");
  // A NUL is just text to whoever sends it, but no text to the database.
  return texts.map((text) => text.replaceAll("\0", "\uFFFD"));
}

/** A whole number is written in digits: "1.5", "1e1" and "0x10" are not taken for one. */
function converted(schema: TSchema, text: string | undefined): unknown {
  const isWritten = text !== undefined && /^-?\d+$/.test(text.trim());
  return "type" in schema && schema.type === "integer" && !isWritten ? text : Value.Convert(schema, text);
}

function isArraySchema(schema: TSchema): boolean {
  return "type" in schema && schema.type === "array";
}
